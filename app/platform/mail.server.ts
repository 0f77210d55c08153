/** Sends mail through the server of SMTP_URL. Letters hold no content of inspections: at most a way to sign in and see. */
import type { Transporter } from "nodemailer";

import type { Settings } from "./env.ts";
import { isLoopback } from "./serving.ts";

export type Letter = {
  /** One address. */
  to: string;
  subject: string;
  /** Plain text. */
  text: string;
};

export type Mail = {
  /** Resolves when the mail server has taken the letter; rejects where it does not. */
  send(letter: Letter): Promise<void>;
};

const SECONDS = 1000;

/** A way to send mail, or null where none is set up. */
export function openMail({ SMTP_URL, MAIL_FROM }: Pick<Settings, "SMTP_URL" | "MAIL_FROM">): Mail | null {
  if (!SMTP_URL || !MAIL_FROM) return null;
  const { hostname, searchParams } = new URL(SMTP_URL);
  const options = {
    // Links in letters open accounts: beyond this machine they travel encrypted, unless the address says ignoreTLS.
    requireTLS: !isLoopback(hostname) && searchParams.get("ignoreTLS") !== "true",
    url: SMTP_URL,
    connectionTimeout: 10 * SECONDS,
    greetingTimeout: 10 * SECONDS,
    socketTimeout: 20 * SECONDS,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
  let transport: Transporter | undefined;
  return {
    async send({ to, subject, text }) {
      // Loaded by the first letter: most servers start more often than they write.
      const { createTransport } = await import("nodemailer");
      transport ??= createTransport(options);
      // As parts, an address is one address, whatever it holds.
      await transport.sendMail({ from: MAIL_FROM, to: { name: "", address: to }, subject, text });
    },
  };
}

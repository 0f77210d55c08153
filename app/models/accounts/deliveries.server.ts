/** Brings links to the people they are for. */
import { and, eq, isNull } from "drizzle-orm";

import { user } from "#db/schema/accounts.ts";

import { paths } from "#app/paths.ts";
import { Recent } from "#app/platform/bucket.ts";
import type { Desk } from "#app/platform/desk.ts";
import type { Mail } from "#app/platform/mail.server.ts";

import { letterWith, type SentKind } from "./letter.ts";
import { makeLink } from "./links.server.ts";
import { tidyEmail } from "./person.ts";

/** How this product reaches people. */
export type Post = {
  /** Null where no mail server is set up. */
  mail: Mail | null;
  /** Where the product is found: "https://inspections.example.gov.uk". */
  origin: string;
};

/** The whole address of a link. */
export const linkAddress = (origin: string, token: string): string => new URL(paths.welcome(token), origin).href;

/** A link is shown to whoever made it only where it cannot be sent to whom it is for. */
export type Delivery = { how: "mailed" | "unsent" } | { how: "shown"; link: string };

/** Makes a link for this person and sends it. Whoever calls has asked whether the person may have one. */
export async function deliverLink(
  desk: Desk,
  { mail, origin }: Post,
  person: { id: string; email: string },
  kind: SentKind,
): Promise<Delivery> {
  const link = linkAddress(origin, await makeLink(desk, kind, person.id));
  if (!mail) return { how: "shown", link };
  try {
    await mail.send({ to: person.email, ...letterWith(kind, link) });
    return { how: "mailed" };
  } catch (error) {
    const { code = "unknown" } = error as { code?: string };
    console.error(JSON.stringify({ level: "error", event: "mail", code, user: person.id }));
    return { how: "unsent" };
  }
}

const HOUR = 3_600_000;
/** Letters an hour to one account, whoever asks for them. */
const RESETS = 3;

const asked = new Recent<number[]>(10_000);

function mayAsk(userId: string, now: number): boolean {
  const lately = (asked.get(userId) ?? []).filter((at) => now - at < HOUR);
  if (lately.length >= RESETS) return false;
  asked.set(userId, [...lately, now]);
  return true;
}

/** Long enough for the answer to be on its way, so that nothing here can hold it up. */
const LATER = 200;

/**
 * Sends a link to choose a new password to the account of this address: if there is one, it is not disabled and has not
 * been sent too many. It happens a moment later: neither the answer nor its time tells whether there is such an account.
 */
export function askReset(desk: Desk, post: Post & { mail: Mail }, email: string): void {
  const send = () =>
    sendReset(desk, post, email).catch((error: Error) => {
      console.error(JSON.stringify({ level: "error", event: "reset", error: error.stack }));
    });
  setTimeout(() => void send(), LATER);
}

/** What `askReset` does, at once. */
export async function sendReset(desk: Desk, post: Post & { mail: Mail }, email: string): Promise<void> {
  const [person] = await desk.read
    .select({ id: user.id, email: user.email })
    .from(user)
    .where(and(eq(user.email, tidyEmail(email)), isNull(user.disabledAt)));
  if (person && mayAsk(person.id, desk.now().getTime())) await deliverLink(desk, post, person, "reset");
}

/** Mail as it travels (RFC 5322), with the files that came with it. */
import PostalMime, { type Address, type Attachment as Part, type Email } from "postal-mime";

import { corrupt } from "./extraction.ts";
import { htmlText } from "./html-text.ts";
import { addMessage, mailbox } from "./mail.ts";
import type { Attachment, Reader } from "./tools.ts";

/** A message has at least one of these; any text can have a line that looks like some other. */
const known = new Set("from to cc subject date received message-id return-path mime-version content-type".split(" "));

const listed = (addresses: Address[] | undefined): string =>
  (addresses ?? [])
    .flatMap((each) => (each.group ? each.group : [each]))
    .map(({ name, address }) => mailbox(name, address))
    .join(", ");

/** A date as the sender's clock had it. */
const headerOf = (email: Email, key: string): string => email.headers.find((each) => each.key === key)?.value ?? "";

function attachmentOf({ filename, mimeType, content }: Part): Attachment {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : new Uint8Array(content);
  const name = filename ?? (mimeType === "message/rfc822" ? "message.eml" : "attachment");
  return { name, claimed: mimeType, bytes };
}

export const readEml: Reader = async (bytes, into, tools) => {
  const email = await PostalMime.parse(bytes, {
    forceRfc822Attachments: true,
    attachmentEncoding: "arraybuffer",
  }).catch(() => {
    throw corrupt("Its parts are nested or described in a way that no real mail is.");
  });
  if (!email.headers.some(({ key }) => known.has(key))) throw corrupt("It is named as a mail but holds none.");
  const message = {
    headers: [
      ["From", listed(email.from && [email.from])],
      ["To", listed(email.to)],
      ["Cc", listed(email.cc)],
      ["Date", headerOf(email, "date")],
      ["Subject", email.subject ?? ""],
    ] satisfies [string, string][],
    text: email.text?.trim() ? email.text : htmlText(email.html ?? ""),
    // Pictures that the text shows are its decoration: logos, mostly.
    attachments: email.attachments.filter(({ related, contentId }) => !related || !contentId).map(attachmentOf),
  };
  await addMessage(message, into, tools);
};

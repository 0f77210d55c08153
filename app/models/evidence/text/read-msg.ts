/** Mail as Outlook keeps it (MS-OXMSG), with the files that came with it. */
import * as msgreader from "@kenjiuno/msgreader";
import type { FieldsData } from "@kenjiuno/msgreader";

import { checkCompound, isCompound } from "./compound.ts";
import { corrupt } from "./extraction.ts";
import type { Gathering } from "./gathering.ts";
import { htmlText } from "./html-text.ts";
import { addMessage, mailbox } from "./mail.ts";
import type { Attachment, Reader } from "./tools.ts";

/** The package is CommonJS: what stands under `default` depends on who loads it. */
type Parser = typeof msgreader.default;
const loaded = msgreader.default as Parser | { default: Parser };
const MsgReader = "default" in loaded ? loaded.default : loaded;

const recipients = (fields: FieldsData, kind: "to" | "cc"): string =>
  (fields.recipients ?? [])
    .filter(({ recipType }) => (recipType ?? "to") === kind)
    .map(({ name, smtpAddress, email }) => mailbox(name, smtpAddress ?? email))
    .join(", ");

function bodyOf({ body, bodyHtml, html, compressedRtf }: FieldsData, into: Gathering): string {
  if (body?.trim()) return body;
  const page = bodyHtml ?? (html && new TextDecoder("utf-8").decode(html));
  if (page) return htmlText(page);
  if (compressedRtf?.length)
    into.warn("Its text is kept as RTF only, which is not read. Save the message as text or PDF.");
  return "";
}

export const readMsg: Reader = async (bytes, into, tools) => {
  if (!isCompound(bytes)) throw corrupt("It is named as an Outlook message but holds something else.");
  checkCompound(bytes);
  // A copy of its own: the parser reads from the start of the buffer, whatever part of it the bytes are.
  const reader = new MsgReader(bytes.slice().buffer);
  const fields = reader.getFileData();
  const said = fields.subject ?? fields.body ?? fields.senderName ?? fields.messageClass;
  if (fields.error || fields.dataType !== "msg" || said === undefined) throw corrupt("It is not an Outlook message.");
  const attachments = (fields.attachments ?? []).map((each): Attachment | null => {
    if (each.attachmentHidden) return null;
    const { fileName, content } = reader.getAttachment(each);
    return { name: fileName ?? each.name ?? "attachment", claimed: each.attachMimeTag ?? "", bytes: content };
  });
  const message = {
    headers: [
      ["From", mailbox(fields.senderName, fields.senderSmtpAddress ?? fields.senderEmail)],
      ["To", recipients(fields, "to")],
      ["Cc", recipients(fields, "cc")],
      ["Date", fields.clientSubmitTime ?? fields.messageDeliveryTime ?? ""],
      ["Subject", fields.subject ?? ""],
    ] satisfies [string, string][],
    text: bodyOf(fields, into),
    attachments: attachments.filter((each) => each !== null),
  };
  await addMessage(message, into, tools);
};

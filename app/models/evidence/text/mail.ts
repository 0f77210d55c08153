/** A message as a unit: who wrote to whom and when, what about, and what it says. */
import { cleanLine } from "./clean-text.ts";
import type { Gathering } from "./gathering.ts";
import { baseName } from "./package.ts";
import type { Attachment, Tools } from "./tools.ts";

export type Message = {
  /** "From", "Jo Bloggs <jo@example.org>"; empty ones are left out. */
  headers: [name: string, value: string][];
  text: string;
  attachments: Attachment[];
};

/** A message cannot hold more; what comes after is named and not read. */
const MAX_ATTACHMENTS = 100;

/** A name with its address, as mail programs show them. */
export const mailbox = (name: string | undefined, address: string | undefined): string => {
  const shown = cleanLine(name ?? "");
  const at = cleanLine(address ?? "");
  return shown && at && shown !== at ? `${shown} <${at}>` : shown || at;
};

export async function addMessage(message: Message, into: Gathering, tools: Tools): Promise<void> {
  const named = message.attachments.map((each) => ({ ...each, name: baseName(each.name) }));
  const headers = [...message.headers, ["Attachments", named.map(({ name }) => name).join(", ")] as const]
    .map(([name, value]) => [name, cleanLine(value)] as const)
    .filter(([, value]) => value)
    .map(([name, value]) => `${name}: ${value}`);
  into.add({ kind: "message", label: "message", text: [...headers, "", message.text].join("\n") });
  for (const attachment of named.slice(0, MAX_ATTACHMENTS)) {
    tools.beat();
    await tools.attached(attachment, into);
  }
  if (named.length > MAX_ATTACHMENTS) into.warn(`Only the first ${MAX_ATTACHMENTS} files that came with it were read.`);
}

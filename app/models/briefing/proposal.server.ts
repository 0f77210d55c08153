/** A briefing that someone brings: read and checked whole, then shown with what it would add, before anything is kept. */
import type { Inspection } from "#app/models/inspections/inspections.server.ts";
import { type Fault, formatFault } from "#app/models/frameworks/fault.ts";
import { Invalid } from "#app/platform/failure.ts";
import type { Arrival } from "#app/platform/storage.ts";

import type { Briefing } from "./briefing.ts";
import { checkBriefing } from "./check-briefing.ts";
import { readBriefing } from "./read-markdown.ts";

/** Bytes of a briefing that is typed or sent; four times the longest known, and less than a field of a form holds. */
export const BRIEFING_LIMIT = 250_000;

const TOO_LONG = `A briefing must be shorter than ${BRIEFING_LIMIT / 1000}KB. Split it in two: what is there already is not added twice.`;

/** A zip or a compound file, which office programs write, by its first bytes. */
export const isOffice = ({ head }: Pick<Arrival, "head">): boolean =>
  (head[0] === 0x50 && head[1] === 0x4b) ||
  (head[0] === 0xd0 && head[1] === 0xcf) ||
  (head[0] === 0x25 && head[1] === 0x50);

/** Whether a text is in our own grammar, which says more than a deck: it begins with its head, or is empty. */
export const isBriefing = (text: string): boolean => !text.trim() || /^\ufeff?---\r?\n/.test(text);

/** The text of a file that was sent. Throws `Invalid` where it is none. */
export async function textOf(name: string, arrival: Arrival): Promise<string> {
  if (arrival.size === 0) throw new Invalid({ file: `“${name}” is empty. Choose the file again.` });
  if (arrival.size > BRIEFING_LIMIT) throw new Invalid({ file: TOO_LONG });
  const chunks: Uint8Array[] = [];
  for await (const chunk of arrival.open()) chunks.push(chunk);
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(chunks));
    if (!text.includes("\0")) return text;
  } catch {
    // Said below.
  }
  throw new Invalid({ file: `“${name}” is not plain text. Choose a Markdown file, whose name ends in .md.` });
}

/** The briefing in a text, or every fault in it as "file:line: message". Throws `Invalid` where there is no text. */
export function readProposal(
  of: Inspection,
  name: string,
  text: string,
): { briefing: Briefing } | { faults: string[] } {
  if (!text.trim()) throw new Invalid({ file: "Choose a file, or paste a briefing" });
  if (Buffer.byteLength(text) > BRIEFING_LIMIT) throw new Invalid({ text: TOO_LONG });
  const { briefing, faults, origin } = readBriefing(name, text.replace(/\r\n?/g, "\n"));
  const all: Fault[] = briefing ? [...faults, ...checkBriefing(briefing, of.framework, origin)] : faults;
  return briefing && !all.length ? { briefing } : { faults: all.map(formatFault) };
}

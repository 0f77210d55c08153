/** Reads what someone gives as a deck: a briefing in our own Markdown by its grammar, all else in a process of its own. */
import { admit } from "#app/models/evidence/admission.server.ts";
import { formatFault } from "#app/models/frameworks/fault.ts";
import type { Inspection } from "#app/models/inspections/inspections.server.ts";
import { readDeckFile } from "#app/platform/deck-reading.server.ts";
import type { Desk } from "#app/platform/desk.ts";
import { Invalid } from "#app/platform/failure.ts";
import type { Arrival } from "#app/platform/storage.ts";

import { checkBriefing } from "./check-briefing.ts";
import { markdownSource } from "./read/markdown.ts";
import type { Source } from "./read/source.ts";
import { readBriefing } from "./read-markdown.ts";

const MB = 1024 * 1024;
const LARGEST = 25 * MB;

/** Bytes of a briefing in Markdown: ten times the longest known. */
export const BRIEFING_LIMIT = MB;

/** Bytes of text that a field of a form holds. */
const FIELD_LIMIT = 250_000;

/** `pasted`: it was typed, so it is no file that has to be let in. */
export type GivenDeck = { name: string; arrival: Arrival; pasted: boolean };

/** A briefing in our own Markdown with faults in it, each as "file:line: message", and its text, to be put right. */
export class FaultyBriefing extends Invalid {
  constructor(
    readonly file: string,
    readonly text: string,
    readonly faults: string[],
  ) {
    super({ text: faults.length === 1 ? "The briefing has 1 fault" : `The briefing has ${faults.length} faults` });
  }

  /** The text as far as a form can send it again. */
  get typed(): string {
    return Buffer.byteLength(this.text) > FIELD_LIMIT ? "" : this.text;
  }
}

/** Throws `Invalid` in words that name it and the remedy, `FaultyBriefing` where it is one of ours. */
export async function readGiven(desk: Desk, of: Inspection, { name, arrival, pasted }: GivenDeck): Promise<Source> {
  if (arrival.size > LARGEST) throw new Invalid({ file: `“${name}” must be smaller than ${LARGEST / MB}MB.` });
  if (!pasted) await admit(desk, of, { name, arrival });
  if (isBriefing(arrival)) return readOwn(of, name, await textOf(name, arrival));
  const read = await readDeckFile(arrival.open());
  if ("why" in read) throw new Invalid({ file: `“${name}” could not be read. ${read.why}` });
  if (read.source.slides.every(({ title, blocks }) => !title && !blocks.length)) {
    throw new Invalid({ file: `“${name}” holds no words. Choose a deck whose slides hold text, not pictures.` });
  }
  return read.source;
}

/** Our own grammar, which says more than a deck, begins with its head, and the head says what the briefing is of. */
function isBriefing({ head }: Pick<Arrival, "head">): boolean {
  const [, front = ""] =
    /^\ufeff?---\r?\n([\s\S]*)$/.exec(new TextDecoder("utf-8", { ignoreBOM: true }).decode(head)) ?? [];
  return /^(?:framework|inspection):/m.test(front.split(/^---/m)[0] ?? "");
}

async function textOf(name: string, arrival: Arrival): Promise<string> {
  if (arrival.size > BRIEFING_LIMIT)
    throw new Invalid({ file: `“${name}” must be smaller than 1MB. Split it in two.` });
  const chunks: Uint8Array[] = [];
  for await (const chunk of arrival.open()) chunks.push(chunk);
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(chunks));
    if (!text.includes("\0")) return text.replace(/\r\n?/g, "\n");
  } catch {
    // Said below.
  }
  throw new Invalid({ file: `“${name}” is not plain text. Save it as UTF-8 and choose it again.` });
}

function readOwn({ framework }: Inspection, name: string, text: string): Source {
  const { briefing, faults, origin } = readBriefing(name, text);
  const all = briefing ? [...faults, ...checkBriefing(briefing, framework, origin)] : faults;
  if (!briefing || all.length) throw new FaultyBriefing(name, text, all.map(formatFault));
  return markdownSource(briefing);
}

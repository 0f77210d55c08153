/** Where the words of a citation are to be read. */
import { citation } from "#db/schema/findings.ts";

import type { CitationState } from "./finding.ts";

/** What is selected of a citation to tell that. */
export const placeColumns = {
  state: citation.state,
  file: citation.file,
  seq: citation.seq,
  start: citation.start,
  atFile: citation.atFile,
  atSeq: citation.atSeq,
  atStart: citation.atStart,
};

type Placed = {
  state: CitationState | null;
  file: string | null;
  seq: number | null;
  start: number | null;
  atFile: string | null;
  atSeq: number | null;
  atStart: number | null;
};

/** `part` is the unit's number in the file, `at` the character of the unit that the passage begins with. */
export type CitationPlace = { file: string; part: number; at: number };

/** In the newest revision; where the words are lost there, in the revision that was cited. */
export function placeOf({ state, file, seq, start, atFile, atSeq, atStart }: Placed): CitationPlace | null {
  if (state !== "lost" && atFile !== null && atSeq !== null) return { file: atFile, part: atSeq, at: atStart ?? 0 };
  return file === null || seq === null ? null : { file, part: seq, at: start ?? 0 };
}

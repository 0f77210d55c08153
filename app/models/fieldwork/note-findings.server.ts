/** Sentences of a note become a finding that cites them. */
import { mayBeQuoted } from "#app/models/evidence/words.server.ts";
import { FINDING_LENGTH, type FindingKind } from "#app/models/findings/finding.ts";
import { checkText } from "#app/models/findings/findings.server.ts";
import { findingFrom, linkPassage } from "#app/models/findings/passage-links.server.ts";
import { demandCurrent, findLine } from "#app/models/inspections/lines.server.ts";
import { demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import type { Desk } from "#app/platform/desk.ts";
import { Invalid, NotFound } from "#app/platform/failure.ts";

import { checkConsent, type TypedConsent } from "./consents.server.ts";
import { keepAsEvidence, SEEN } from "./note-evidence.server.ts";
import { holdsWords, sentencesOf } from "./note.ts";
import { listNotes, type NoteView } from "./notes.server.ts";

/** One note of a visit; throws `NotFound` where there is none of this id, or its words are gone. */
export async function findNote(desk: Desk, of: Inspection, visitId: string, id: string): Promise<NoteView> {
  const found = (await listNotes(desk, of, visitId)).find((one) => one.id === id);
  if (!found) throw new NotFound();
  return found;
}

export type TypedFinding = TypedConsent & {
  /** Which sentences of the note, from 0: one after another. */
  sentences: readonly number[];
  /** The reference of the line. */
  line: string;
  kind: FindingKind;
  /** Empty for the very words. */
  text: string;
};

/** The chosen sentences as one quotation. */
function quotationOf(note: NoteView, chosen: readonly number[]): string {
  const sentences = sentencesOf(note.text);
  const picked = [...new Set(chosen)].filter((at) => at >= 0 && at < sentences.length).sort((a, b) => a - b);
  const [first] = picked;
  if (first === undefined) throw new Invalid({ sentence: "Choose the sentence that it rests on" });
  if (picked.some((at, n) => at !== first + n)) {
    throw new Invalid({ sentence: "Choose sentences that follow one another, without a gap" });
  }
  return picked.map((at) => sentences[at]).join(" ");
}

const OWN_WORDS = "They do not want to be quoted, so say it in your own words";

/** Whether the words of this note may be quoted: as is recorded, or as is stated now. */
async function isQuotable(desk: Desk, note: NoteView, typed: TypedConsent): Promise<boolean> {
  if (note.evidence) return mayBeQuoted(desk.read, note.evidence.id);
  return typed.attribution === SEEN || checkConsent(typed).attribution !== "not-quoted";
}

/**
 * Makes a strength, a weakness or an area to explore that cites sentences of a note word for word; the note becomes
 * evidence first if it is none. Throws `Invalid` with a message for each field. Returns the ids of both.
 */
export async function makeFinding(
  desk: Desk,
  of: Inspection,
  at: { visit: string; note: string },
  { sentences, line, kind, text: typed, ...agreed }: TypedFinding,
): Promise<{ finding: string; evidence: string }> {
  for (const act of ["visit.write", "finding.write"] as const) demand(of, act);
  const note = await findNote(desk, of, at.visit, at.note);
  const quote = quotationOf(note, sentences);
  if (!line) throw new Invalid({ line: "Choose the line of enquiry" });
  demandCurrent(await findLine(desk, of, line));
  const own = typed.trim();
  if (!(await isQuotable(desk, note, agreed)) && (!own || holdsWords(own, quote)))
    throw new Invalid({ text: OWN_WORDS });
  const text = checkText(kind, own || findingFrom(quote).slice(0, FINDING_LENGTH));
  const evidence = note.evidence?.id ?? (await keepAsEvidence(desk, of, at.visit, { notes: [note.id], ...agreed }));
  const { finding } = await linkPassage(desk, of, { line, kind, text }, { evidence, locator: "", quote });
  return { finding, evidence };
}

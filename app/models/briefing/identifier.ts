/**
 * What a deck says about itself where it cannot say more: which findings it left with, what their words were, and what its
 * speaker's notes were. Fingerprints only, so that they say nothing to whoever reads them. As text: "1.3 S1.k3… W2.9f…".
 */
import { fingerprint, fingerprintShape, wordsFingerprint } from "./fingerprint.ts";

type FindingIdentifier = {
  /** Of the line of enquiry. */
  ref: string;
  /** "S2": the second strength of its line. */
  label: string;
  /** Fingerprints: of its id, of its words, and of what stood under it where the format has a place for that. */
  finding: string;
  words: string;
  beside: string | null;
};

/** Of a slide: fingerprints of its title and of its notes. */
type NotesIdentifier = { title: string; notes: string };

export type Identifiers = { findings: FindingIdentifier[]; notes: NotesIdentifier[] };

type Finding = { label: string; id: string; text: string; beside?: string };

export function findingWord({ label, id, text, beside }: Finding): string {
  return `${label}.${fingerprint(id)}${wordsFingerprint(text)}${beside === undefined ? "" : fingerprint(beside)}`;
}

export const notesWord = (title: string, notes: string): string =>
  `N.${wordsFingerprint(title)}${wordsFingerprint(notes)}`;

const line = /^\d+\.\d+$/;
const one = new RegExp(`^([SWA]\\d{1,4})\\.(${fingerprintShape})(${fingerprintShape})(${fingerprintShape})?$`);
const notes = new RegExp(`^N\\.(${fingerprintShape})(${fingerprintShape})$`);

/** Null where a word is none of those that are written here, or a finding stands before the first line. */
export function readIdentifiers(text: string): Identifiers | null {
  const found: Identifiers = { findings: [], notes: [] };
  let ref: string | null = null;
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const [, label, finding, words, beside = null] = one.exec(word) ?? [];
    const [, title, said] = notes.exec(word) ?? [];
    if (line.test(word)) ref = word;
    else if (title && said) found.notes.push({ title, notes: said });
    else if (label && finding && words && ref) found.findings.push({ ref, label, finding, words, beside });
    else return null;
  }
  return found;
}

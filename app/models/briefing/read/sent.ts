/** The findings that one of our own decks left with, as far as it says so when it comes back. */
import { type FindingKind, findingKinds, kindFacts } from "#app/models/findings/finding.ts";

import type { DeckModel } from "../deck-model.ts";
import { fingerprint, wordsFingerprint } from "../fingerprint.ts";
import type { Identifiers } from "../identifier.ts";
import type { Source } from "./source.ts";

export type Sent = {
  ref: string;
  kind: FindingKind;
  /** "S2": its place on its line. */
  label: string;
  /** The fingerprint of its id; null in a deck that left without ids. */
  mark: string | null;
  /** Its id here; null where it is no finding of this inspection. */
  finding: string | null;
  /** The fingerprint of its words. */
  words: string;
  /** Its words; null where nobody knows them any more. */
  text: string | null;
  /** The fingerprint of what stood under it; null where the format has no place for that. */
  beside: string | null;
};

/** None of a deck of others. `finding` and, where the deck holds no words, `text` are still to be found. */
export function sentIn({ model, identifiers }: Pick<Source, "model" | "identifiers">): Sent[] {
  return model ? sentByModel(model) : identifiers ? sentByIdentifiers(identifiers) : [];
}

const sentByModel = ({ lines }: DeckModel): Sent[] =>
  lines.flatMap((line) =>
    findingKinds.flatMap((kind) =>
      line[kindFacts(kind).key].map(({ label, text, finding }) => ({
        ...{ ref: line.ref, kind, label, text, finding: null, beside: null },
        mark: finding === undefined ? null : fingerprint(finding),
        words: wordsFingerprint(text),
      })),
    ),
  );

const kindOf: Record<string, FindingKind> = { S: "strength", W: "weakness", A: "area" };

const sentByIdentifiers = ({ findings }: Identifiers): Sent[] =>
  findings.flatMap(({ ref, label, finding: mark, words, beside }) => {
    const kind = kindOf[label.charAt(0)];
    return kind ? [{ ref, kind, label, mark, words, beside, finding: null, text: null }] : [];
  });

/**
 * Identifiers as properties of a document: office programs that drop what they do not know keep those. A property holds at
 * most 255 characters, the most that every program takes, and their numbers say in which order they stand.
 */
import type { Deck } from "./deck.ts";
import { deckModelOf } from "./deck-model.ts";
import { findingWord, type Identifiers, notesWord, readIdentifiers } from "./identifier.ts";

const MOST = 250;
const name = /^Throughline (\d{1,4})$/;

export type Property = { name: string; value: string };

/** None for a deck whose findings have no ids. */
export function propertiesOf(deck: Deck): Property[] {
  const { lines } = deckModelOf(deck);
  const findings = lines.flatMap(({ ref, strengths, weaknesses, areas }) => {
    const words = [...strengths, ...weaknesses, ...areas].flatMap(({ finding, label, text }) =>
      finding === undefined || !label ? [] : [findingWord({ label, id: finding, text })],
    );
    return words.length ? [ref, ...words] : [];
  });
  if (!findings.length) return [];
  const slides = deck.slides.map(({ title, notes }) => notesWord(title, notes.join(" ")));
  return inPieces([...findings, ...slides]).map((value, n) => ({ name: `Throughline ${n + 1}`, value }));
}

function inPieces(words: string[]): string[] {
  const pieces: string[] = [];
  for (const word of words) {
    const last = pieces.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= MOST) pieces[pieces.length - 1] = `${last} ${word}`;
    else pieces.push(word);
  }
  return pieces;
}

/** Null where there are none, or where one of them was changed. */
export function identifiersIn(properties: readonly Property[]): Identifiers | null {
  const own = properties
    .flatMap((each) => {
      const number = Number(name.exec(each.name)?.[1] ?? 0);
      return number ? [{ number, value: each.value }] : [];
    })
    .sort((a, b) => a.number - b.number);
  return own.length ? readIdentifiers(own.map(({ value }) => value).join(" ")) : null;
}

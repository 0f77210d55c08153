/** Finds words in the text of a file, place by place. */
import { listUnitTexts } from "#app/models/evidence/text/unit-texts.server.ts";
import { findWords } from "#app/models/evidence/text/words-pattern.ts";
import type { Inspection } from "#app/models/inspections/inspections.server.ts";
import type { Desk } from "#app/platform/desk.ts";

import type { MarkedPlace } from "./sheet.server.ts";

const MOST = 500;

export type Found = {
  words: string;
  places: MarkedPlace[];
  /** Which of them is shown, from 0; -1 where there is none. */
  at: number;
};

/** The id of a place that was found, counted from 0: what it is marked under. */
export const foundId = (at: number): string => `found-${at + 1}`;

/**
 * Where `words` stand in the file. Which place is shown says `hit`, counted from 1; without it the first one at the unit
 * `part` or behind it.
 */
export async function findIn(
  desk: Desk,
  of: Inspection,
  file: string,
  { words, hit, part }: { words: string; hit: number | null; part: number | null },
): Promise<Found | null> {
  const typed = words.trim().slice(0, 200);
  if (!typed) return null;
  const places: MarkedPlace[] = [];
  for (const { seq, text } of await listUnitTexts(desk, of, file)) {
    for (const { start, end } of findWords(text, typed, MOST - places.length)) {
      places.push({ id: foundId(places.length), part: seq, start, end });
    }
    if (places.length >= MOST) break;
  }
  const asked = hit === null ? places.findIndex((place) => part === null || place.part >= part) : hit - 1;
  return { words: typed, places, at: places.length ? Math.min(Math.max(asked, 0), places.length - 1) : -1 };
}

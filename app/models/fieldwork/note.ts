/** A note of a meeting: how two versions of it become one, its sentences, and what it is called as evidence. */
import type { Voice } from "#app/models/evidence/evidence.ts";
import type { EvidenceKind } from "#app/models/evidence/kinds/kinds.ts";

import { type VisitKind, visitKindTitle } from "./visit.ts";

/** The longest note, in characters. */
export const NOTE_LENGTH = 20_000;

/** The id that a device gives to a note, so that one that is sent twice is kept once. */
export const isNoteId = (given: string): boolean =>
  /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(given);

/** What `sent` adds to `kept`: all of it from the word where they part. */
function addition(kept: string, sent: string): string {
  let same = 0;
  while (same < kept.length && kept[same] === sent[same]) same++;
  const words = /^[\s\S]*\s/.exec(sent.slice(0, same))?.[0].length ?? 0;
  return sent.slice(words).trimStart();
}

/**
 * Two versions of one note, typed apart from each other, as one: what both begin with, then what was kept, then what was
 * sent. No letter of either is lost, and the same version sent again adds nothing.
 */
export function mergeNotes(kept: string, sent: string): string {
  if (sent.startsWith(kept)) return sent;
  if (kept.includes(sent)) return kept;
  const added = addition(kept, sent);
  return kept.endsWith(`\n${added}`) ? kept : `${kept}\n${added}`;
}

const sentenceEnd = /(?<=[.!?…]["'”’)\]]*)\s+/;

/** The sentences of a note, in order; each line of it ends one. */
export const sentencesOf = (text: string): string[] =>
  text
    .split("\n")
    .flatMap((line) => line.trim().split(sentenceEnd))
    .filter((sentence) => sentence.trim());

const bare = (text: string): string => (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(" ");

/** Whether `text` holds these words one after another, however they are set. */
export const holdsWords = (text: string, words: string): boolean =>
  bare(words) !== "" && ` ${bare(text)} `.includes(` ${bare(words)} `);

/** `text` with `put` in place of these words, wherever they stand one after another. */
export function strikeWords(text: string, words: string, put: string): string {
  const parts = words.match(/[\p{L}\p{N}]+/gu) ?? [];
  if (!parts.length) return text;
  const stretch = new RegExp(`(?<![\\p{L}\\p{N}])${parts.join("[^\\p{L}\\p{N}]+")}(?![\\p{L}\\p{N}])[.!?]?`, "giu");
  return text.replace(stretch, put);
}

/** What kind of evidence the notes of such a visit are. */
export const evidenceKindOf = (kind: VisitKind): EvidenceKind & ("interview" | "focus-group" | "observation") =>
  kind === "interview" || kind === "focus-group" ? kind : "observation";

const lowered = (whom: string): string =>
  // A name of a body keeps its capitals.
  /[A-Z]/.test(whom.slice(1)) ? whom : whom.charAt(0).toLowerCase() + whom.slice(1);

/** "Interview: accountable officer, 15 December 2026"; the second piece of a meeting says so. */
export function noteTitle(of: { kind: VisitKind; whom: string }, day: string, piece: number): string {
  const end = `, ${day}${piece > 1 ? `, part ${piece}` : ""}`;
  const begin = `${visitKindTitle(of.kind)}: ${lowered(of.whom)}`;
  return `${begin.slice(0, 200 - end.length)}${end}`;
}

const voices: [Voice, RegExp][] = [
  ["people", /who use|service users?|tenants?|residents?|carers?|famil/i],
  ["partners", /partner|provider|probation|health|voluntary|charit|housing association|police/i],
  ["staff", /officer|team|staff|chair|director|manager|member|councillor|commission|lead/i],
];

/** Whose voice such a meeting usually carries: a guess, by the words for whom was met. */
export function voiceOf({ kind, whom }: { kind: VisitKind; whom: string }): Voice {
  if (evidenceKindOf(kind) === "observation") return "observation";
  return voices.find(([, words]) => words.test(whom))?.[0] ?? (kind === "focus-group" ? "people" : "staff");
}

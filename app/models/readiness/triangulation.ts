/**
 * Triangulation: whether what a line says rests on more than one source, author and voice. That a finding needs more than
 * one source is practice of every inspectorate; the voices are CQC's evidence categories for councils, with data and
 * observation.
 */
import { type Voice, voices, voiceTitle } from "#app/models/evidence/evidence.ts";

import { type MaterialLine, type Source, sourcesOf } from "./material.ts";

export const leans = ["nothing", "one-source", "one-author", "one-voice", "council-only"] as const;
/** How a line leans to one side. A line may lean in several ways; the first of them is told. */
export type Lean = (typeof leans)[number];

const titles = {
  nothing: "Nothing is cited",
  "one-source": "One source",
  "one-author": "One author",
  "one-voice": "One voice",
  "council-only": "The council’s own word alone",
} as const satisfies Record<Lean, string>;

/** How a lean is called on a page. */
export const leanTitle = (lean: Lean): string => titles[lean];

export type TriangulationRow = {
  ref: string;
  title: string;
  theme: number;
  /** Distinct pieces of evidence in use that are cited, by voice; null is a voice that nobody has named. */
  voices: { voice: Voice | null; sources: Source[] }[];
  sources: Source[];
  /** Different authors that are named. */
  authors: number;
  /** Sources whose author nobody has named. */
  unnamed: number;
  leans: Lean[];
  /** What it rests on, as a sentence. */
  words: string;
  /** Whether there is anything on the line to be borne out. */
  claims: boolean;
};

/** What the council wrote or counted itself: it says so, and nobody else does. */
const isOwnWord = ({ side, voice }: Source): boolean =>
  side === "council" && (voice === "processes" || voice === "data" || voice === "staff" || voice === null);

function leansOf(sources: Source[], authors: Set<string>, named: Set<Voice | null>): Lean[] {
  if (sources.length === 0) return ["nothing"];
  const allNamed = sources.every(({ author }) => author !== null);
  const all: [Lean, boolean][] = [
    ["one-source", sources.length === 1],
    ["one-author", sources.length > 1 && allNamed && authors.size === 1],
    ["one-voice", sources.length > 1 && named.size === 1 && !named.has(null)],
    ["council-only", sources.every(isOwnWord)],
  ];
  return all.flatMap(([lean, is]) => (is ? [lean] : []));
}

const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

function wordsOf(ref: string, sources: Source[], found: Lean[], authors: Set<string>): string {
  const [only] = sources;
  const ours = found.includes("council-only");
  if (!only) return `${ref} cites nothing yet.`;
  if (found.includes("one-source")) {
    const by = ours ? " that the council wrote" : only.voice ? ` (${lower(voiceTitle(only.voice))})` : "";
    return `${ref} rests on one source${by}: ${only.ref} ${only.title}.`;
  }
  const counted = `${sources.length} sources`;
  if (found.includes("one-author")) return `${ref} rests on ${counted}, all by one author: ${[...authors][0]}.`;
  if (found.includes("one-voice")) {
    const also = ours ? ", all of them the council’s own" : "";
    return `${ref} rests on ${counted} of one voice: ${lower(voiceTitle(only.voice ?? "processes"))}${also}.`;
  }
  if (ours) return `${ref} rests on ${counted}, all of them the council’s own papers and figures.`;
  return `${ref} rests on ${counted} of different voices.`;
}

/** One row for each line, in the order that they come. Only strengths and weaknesses claim anything; areas ask. */
export function triangulate(lines: readonly MaterialLine[]): TriangulationRow[] {
  return lines.map(({ ref, title, theme, findings }) => {
    const claiming = findings.filter(({ kind }) => kind !== "area");
    const sources = sourcesOf(claiming);
    const authors = new Set(sources.flatMap(({ author }) => (author ? [author.toLowerCase()] : [])));
    const named = new Set(sources.map(({ voice }) => voice));
    const found = claiming.length ? leansOf(sources, authors, named) : [];
    const columns = [...voices, null].map((voice) => ({
      voice,
      sources: sources.filter((one) => one.voice === voice),
    }));
    const words = claiming.length
      ? wordsOf(ref, sources, found, new Set(sources.flatMap(({ author }) => (author ? [author] : []))))
      : `${ref} has no strengths or weaknesses yet.`;
    const unnamed = sources.filter(({ author }) => author === null).length;
    return {
      ref,
      title,
      theme,
      voices: columns,
      sources,
      authors: authors.size,
      unnamed,
      leans: found,
      words,
      claims: claiming.length > 0,
    };
  });
}

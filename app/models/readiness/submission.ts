/** A self-assessment as it is handed to the inspectors: a value of its own, which nothing later changes. */
import { z } from "zod";

import { difference, type Piece } from "#app/models/frameworks/difference.ts";

import { questions } from "./assessment.ts";

const text = z.string();

const submittedLine = z.strictObject({
  ref: text,
  title: text,
  theme: z.number(),
  know: text,
  how: text,
  next: text,
  /** The level of the line's scale, by its value and its name; null where it is not rated. */
  rating: z.strictObject({ level: z.number(), label: text, reason: text }).nullable(),
  /** References of the council's evidence that it files under the line. */
  evidence: z.array(text),
});

const submittedGap = z.strictObject({ line: text, text, due: text.nullable() });

const submittedMeasure = z.strictObject({
  outcome: text,
  name: text,
  unit: text,
  baseline: z.number().nullable(),
  target: z.number().nullable(),
  actual: z.number().nullable(),
  asAt: text.nullable(),
});

const submittedAction = z.strictObject({
  title: text,
  line: text.nullable(),
  state: text,
  due: text.nullable(),
  measures: z.array(submittedMeasure),
});

const submission = z.strictObject({
  format: z.literal("throughline-self-assessment"),
  version: z.literal(1),
  inspection: text,
  council: text,
  framework: text,
  lines: z.array(submittedLine),
  /** Null where the council keeps them to itself. */
  gaps: z.array(submittedGap).nullable(),
  actions: z.array(submittedAction).nullable(),
});

export type Submission = z.infer<typeof submission>;
export type SubmittedLine = Submission["lines"][number];

/** The same value gives the same text. */
export const writeSubmission = (given: Submission): string => `${JSON.stringify(submission.parse(given), null, 1)}\n`;

export const readSubmission = (content: string): Submission => submission.parse(JSON.parse(content));

/** What goes with the lines, if the manager says so. */
export type Extras = { gaps: boolean; actions: boolean };

export type LineDifference = {
  ref: string;
  title: string;
  what: "added" | "removed" | "changed";
  /** "Rating raised from Fair to Good". */
  rating: string | null;
  parts: { title: string; paragraphs: Piece[][] }[];
};

const paragraphs = (words: string) => (words ? words.split(/\n+/) : []);

function ratingChange(before: SubmittedLine["rating"], after: SubmittedLine["rating"]): string | null {
  if (before?.level === after?.level) return null;
  if (!before) return `Now rated ${after?.label}`;
  if (!after) return `No longer rated; it was ${before.label}`;
  return `Rating ${after.level > before.level ? "raised" : "lowered"} from ${before.label} to ${after.label}`;
}

function partsOf(before: SubmittedLine | undefined, after: SubmittedLine | undefined): LineDifference["parts"] {
  const texts = (line: SubmittedLine | undefined): [string, string[]][] => [
    ...questions.map(({ name, title }): [string, string[]] => [title, paragraphs(line?.[name] ?? "")]),
    ["Reason for the rating", paragraphs(line?.rating?.reason ?? "")],
    ["Evidence", line?.evidence.length ? [line.evidence.join(", ")] : []],
  ];
  const then = new Map(texts(before));
  return texts(after)
    .map(([title, now]) => ({ title, paragraphs: difference(then.get(title) ?? [], now) }))
    .filter((part) => part.paragraphs.length > 0);
}

/** What the second says otherwise than the first, line by line in the framework's order; lines that say the same are left out. */
export function compareSubmissions(first: Submission, second: Submission): LineDifference[] {
  const [then, now] = [first, second].map(({ lines }) => new Map(lines.map((line) => [line.ref, line])));
  const removed = first.lines.filter(({ ref }) => !now?.has(ref));
  return [...second.lines, ...removed]
    .map(({ ref, title }): LineDifference => {
      const [before, after] = [then?.get(ref), now?.get(ref)];
      const what = before ? (after ? "changed" : "removed") : "added";
      const rating = ratingChange(before?.rating ?? null, after?.rating ?? null);
      return { ref, title, what, rating, parts: partsOf(before, after) };
    })
    .filter(({ rating, parts }) => rating !== null || parts.length > 0)
    .sort((a, b) => a.ref.localeCompare(b.ref, "en", { numeric: true }));
}

/** The comparison in one sentence. */
export function comparisonSentence(lines: readonly LineDifference[]): string {
  if (!lines.length) return "The two versions say the same on every line.";
  const of = (what: LineDifference["what"], words: string) => {
    const count = lines.filter((line) => line.what === what).length;
    return count ? [`${count} ${count === 1 ? "line" : "lines"} ${words}`] : [];
  };
  const moved = lines.filter(({ rating }) => rating?.startsWith("Rating ")).length;
  const parts = [...of("changed", "changed"), ...of("added", "added"), ...of("removed", "left out")];
  const first = new Intl.ListFormat("en-GB").format(parts);
  return `${first}. ${moved === 0 ? "No rating was raised or lowered" : `${moved} ${moved === 1 ? "rating was" : "ratings were"} raised or lowered`}.`;
}

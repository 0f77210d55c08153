/** One new file in the table that names many: its fields, as the form sends them. */
import { type Guess, guessFromName } from "#app/models/evidence/guess-name.ts";
import { evidenceKinds } from "#app/models/evidence/evidence.ts";
import type { LineChoices } from "#app/models/frameworks/line-choice.ts";

export const rowFields = ["title", "kind", "voice", "line", "asAt", "shows", "names", "again"] as const;
export type RowField = (typeof rowFields)[number];

/** The name of a field in the row of this key. */
export const inRow = (field: RowField | "arrival", key: string): string => `${field}-${key}`;

const isPicture = (name: string) => /\.(png|jpe?g|gif|webp|tiff?|bmp|heic)$/i.test(name);

/** Whether the row asks what is to be seen: pictures do, for those who cannot see them. */
export const asksWhatItShows = (name: string, kind: string): boolean => kind === "photograph" || isPicture(name);

/** What the fields of a new row hold at first. A picture that was pasted has no name of its own to guess from. */
export function firstValues(name: string, lines: LineChoices, pasted = false): Record<RowField, string> {
  const guess: Guess = guessFromName(
    name,
    lines.flatMap((theme) => theme.lines),
  );
  const { title, kind, voice, line, asAt } = guess;
  return {
    title: pasted ? "" : title,
    kind: evidenceKinds.includes(kind) ? kind : "document",
    voice: voice ?? "",
    line: pasted ? "" : (line ?? ""),
    asAt: asAt ?? "",
    shows: "",
    names: "",
    again: "",
  };
}

/** Which line of enquiry a row of a table is of, by whichever of its cells name one. */
import { type Match, matchTitle, type Names } from "./match-title.ts";

const most = 4;

/** The cells that may name a line, alone or one after the other: "Theme" and "Line", "1.3" and "Line". */
function candidates(cells: string[]): string[][] {
  const few = cells.filter((cell) => cell.length <= 200).slice(0, most);
  const pairs = few.flatMap((first, at) => few.slice(at + 1).map((second) => [first, second]));
  return [...pairs, ...few.map((cell) => [cell])];
}

export type RowMatch = Match & { used: string[] };

/** `near`: the theme of what stands before. A cell that holds only a reference is believed where nothing else names a line. */
export function matchRow(names: Names, cells: string[], near: number | null): RowMatch {
  const tried = candidates(cells).flatMap((used) =>
    [...new Set([used.join("\n"), used.join(" ")])].map((title) => ({ ...matchTitle(names, title, near), used })),
  );
  const found = tried.find(({ ref, loose }) => ref !== null && !loose) ?? tried.find(({ ref }) => ref !== null);
  if (found) return found;
  const given = cells.find((cell) => names.lines.some(({ ref }) => `${ref}` === cell.replace(/^J/, "")));
  const line = names.lines.find(({ ref }) => ref === given?.replace(/^J/, ""));
  if (given && line) return { ref: line.ref, theme: line.theme, loose: true, continued: false, used: [given] };
  const theme = tried.find((each) => each.theme !== null);
  return theme ?? { ref: null, theme: null, loose: false, continued: false, used: [] };
}

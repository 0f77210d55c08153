/** The lines of a table: in the order that a reader asks for, and those that match the reader's words. */
import { type LineView, type State, states } from "./readiness.ts";

const keys = {
  ref: () => 0,
  title: ({ title }) => title.toLowerCase(),
  strengths: ({ strengths }) => strengths,
  weaknesses: ({ weaknesses }) => weaknesses,
  areas: ({ areas }) => areas,
  /** The share that is cited; nothing to cite is no share. */
  cited: ({ citable, cited }) => (citable ? cited / citable : null),
  uncited: ({ citable, cited }) => citable - cited,
  rating: ({ rating }) => rating?.tone ?? null,
  state: ({ state }) => states.indexOf(state),
  lead: ({ lead }) => lead?.name.toLowerCase() ?? null,
} as const satisfies Record<string, (line: LineView) => string | number | null>;

export type SortKey = keyof typeof keys;
/** "-" before the key: from high to low. */
export type Sort = { key: SortKey; descending: boolean };

/** "-uncited" -> uncited, from high to low. Anything else is the framework's order. */
export function readSort(typed: string | null): Sort {
  const key = (typed ?? "").replace(/^-/, "");
  return Object.hasOwn(keys, key)
    ? { key: key as SortKey, descending: typed!.startsWith("-") }
    : { key: "ref", descending: false };
}

/** Sorts lines that come in the framework's order, which stays the order among equals. A line without the value is always last. */
export function sortLines(lines: readonly LineView[], { key, descending }: Sort): LineView[] {
  if (key === "ref") return descending ? [...lines].reverse() : [...lines];
  const value: (line: LineView) => string | number | null = keys[key];
  return [...lines].sort((one, other) => {
    const [a, b] = [value(one), value(other)];
    if (a === b) return 0;
    if (a === null || b === null) return a === null ? 1 : -1;
    return a < b === descending ? 1 : -1;
  });
}

/** Lines whose reference, title or theme holds each of the words; all of them where there are none. */
export function matchLines(
  lines: readonly LineView[],
  words: string,
  themeTitle: (theme: number) => string,
): LineView[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  return lines.filter((line) => {
    const text = `${line.ref} ${line.title} ${line.label} ${themeTitle(line.theme)}`.toLowerCase();
    return wanted.every((word) => text.includes(word));
  });
}

/** What a list of lines is narrowed to, as its address says it. */
export type LineQuery = {
  state: State | null;
  /** A person's id, or "nobody". */
  lead: string | null;
  /** Lines with an uncited strength or weakness; on which raters differ; that have no rating that the reader is told. */
  show: "uncited" | "differ" | "unrated" | null;
};

const shows = {
  uncited: ({ citable, cited }) => cited < citable,
  differ: ({ standing }) => standing.kind === "differs",
  unrated: ({ standing }) => standing.kind === "none" || standing.kind === "waiting",
} as const satisfies Record<NonNullable<LineQuery["show"]>, (line: LineView) => boolean>;

const isShow = (typed: string): typed is NonNullable<LineQuery["show"]> => Object.hasOwn(shows, typed);

/** What makes no sense narrows nothing. */
export function readLineQuery(search: URLSearchParams): LineQuery {
  const show = search.get("show") ?? "";
  return {
    state: states.find((one) => one === search.get("state")) ?? null,
    lead: search.get("lead")?.slice(0, 100) || null,
    show: isShow(show) ? show : null,
  };
}

/** Whether the list of this query holds the line. */
export const isAsked = ({ state, lead, show }: LineQuery, line: LineView): boolean =>
  (!state || line.state === state) && (!lead || (line.lead?.id ?? "nobody") === lead) && (!show || shows[show](line));

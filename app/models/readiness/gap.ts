/** What the council lacks on a line, with who sees to it and by when. */
import { readDay } from "./typed-day.ts";

export const gapStandings = ["overdue", "open", "closed"] as const;
export type GapStanding = (typeof gapStandings)[number];

const titles = { overdue: "Overdue", open: "Open", closed: "Closed" } as const satisfies Record<GapStanding, string>;

/** How a standing is called on a page. */
export const gapStandingTitle = (standing: GapStanding): string => titles[standing];

/** A gap is overdue the day after its day. `today` and `due` are YYYY-MM-DD. */
export function gapStanding(of: { due: string | null; closedAt: string | null }, today: string): GapStanding {
  if (of.closedAt !== null) return "closed";
  return of.due !== null && of.due < today ? "overdue" : "open";
}

const TEXT_LENGTH = 1000;

export type TypedGap = { line: string; text: string; owner: string; due: string };

export type GapDraft = { text: string; owner: string | null; due: string | null };

type Read = { draft: GapDraft; errors: null } | { draft: null; errors: Record<string, string> };

/** `owners`: the ids of those who can see to it. */
export function readGap(typed: Omit<TypedGap, "line">, owners: ReadonlySet<string>): Read {
  const text = typed.text.replace(/\s+/g, " ").trim();
  const errors: Record<string, string> = {};
  if (!text) errors.text = "Enter what is missing";
  if (text.length > TEXT_LENGTH) errors.text = `Use ${TEXT_LENGTH} characters or fewer. This has ${text.length}.`;
  if (typed.owner && !owners.has(typed.owner)) errors.owner = "Choose someone of your council from the list";
  const due = readDay(typed.due);
  if (due === undefined) errors.due = "Enter a day, such as 9 December 2026";
  if (due === undefined || Object.keys(errors).length) return { draft: null, errors };
  return { draft: { text, owner: typed.owner || null, due }, errors: null };
}

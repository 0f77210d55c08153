/** An action of a council's improvement plan. */
import { readDay } from "./typed-day.ts";

export const improvementStates = ["planned", "under_way", "done", "dropped"] as const;
export type ImprovementState = (typeof improvementStates)[number];

const titles = {
  planned: "Planned",
  under_way: "Under way",
  done: "Done",
  dropped: "Dropped",
} as const satisfies Record<ImprovementState, string>;

/** How a state is called on a page. */
export const improvementStateTitle = (state: ImprovementState): string => titles[state];

/** Whether something is still to be done. */
export const isRunning = (state: ImprovementState): boolean => state === "planned" || state === "under_way";

/** Overdue from the day after its day, as long as it runs. Both days are YYYY-MM-DD. */
export const isOverdue = (of: { state: ImprovementState; due: string | null }, today: string): boolean =>
  isRunning(of.state) && of.due !== null && of.due < today;

const TITLE_LENGTH = 200;
const NOTE_LENGTH = 2000;

export type TypedImprovement = Record<"title" | "line" | "owner" | "due" | "state" | "note", string>;

export type ImprovementDraft = {
  title: string;
  owner: string | null;
  due: string | null;
  state: ImprovementState;
  note: string;
};

type Read = { draft: ImprovementDraft; errors: null } | { draft: null; errors: Record<string, string> };

/** `owners`: the ids of those who can see to it. */
export function readImprovement(typed: Omit<TypedImprovement, "line">, owners: ReadonlySet<string>): Read {
  const [title, note] = [typed.title.replace(/\s+/g, " ").trim(), typed.note.trim()];
  const errors: Record<string, string> = {};
  if (!title) errors.title = "Enter what will be done";
  if (title.length > TITLE_LENGTH) errors.title = `Use ${TITLE_LENGTH} characters or fewer. This has ${title.length}.`;
  if (note.length > NOTE_LENGTH) errors.note = `Use ${NOTE_LENGTH} characters or fewer. This has ${note.length}.`;
  if (typed.owner && !owners.has(typed.owner)) errors.owner = "Choose someone of your council from the list";
  const state = improvementStates.find((one) => one === (typed.state || "planned"));
  if (!state) errors.state = "Choose how far it is";
  const due = readDay(typed.due);
  if (due === undefined) errors.due = "Enter a day, such as 9 December 2026";
  if (due === undefined || !state || Object.keys(errors).length) return { draft: null, errors };
  return { draft: { title, owner: typed.owner || null, due, state, note }, errors: null };
}

/** A request as its form sends it, and as it can be kept. */
import { londonMoment } from "#app/models/fieldwork/london-time.ts";

export type TypedRequest = {
  title: string;
  text: string;
  /** YYYY-MM-DD, or nothing. */
  due: string;
  /** The id of a person of the council, or nothing. */
  person: string;
  team: string;
  /** References of lines: "1.3". */
  lines: string[];
};

export type RequestDraft = {
  title: string;
  text: string;
  due: string | null;
  person: string | null;
  team: string | null;
};

export const TITLE_LENGTH = 120;
export const TEXT_LENGTH = 2000;
const TEAM_LENGTH = 120;

const oneLine = (typed: string) => typed.replace(/\s+/g, " ").trim();

const within = (text: string, most: number, what: string) =>
  text.length <= most ? null : `${what} must be ${most} characters or fewer. It has ${text.length}.`;

/** The draft, or a message for each field that cannot be taken. */
export function readRequest(
  typed: TypedRequest,
): { draft: RequestDraft; errors: null } | { draft: null; errors: Record<string, string> } {
  const [title, text, team] = [oneLine(typed.title), typed.text.trim(), oneLine(typed.team)];
  const due = typed.due.trim();
  const faults = {
    title: title
      ? within(title, TITLE_LENGTH, "The title")
      : "Enter a title, such as “Attendance at the strategy group”",
    text: text ? within(text, TEXT_LENGTH, "The text") : "Enter what you ask for",
    due: due && londonMoment(due, "12:00") === null ? "Enter a real date, such as 2026-12-11" : null,
    team: within(team, TEAM_LENGTH, "The team"),
  };
  const errors = Object.entries(faults).filter((fault): fault is [string, string] => fault[1] !== null);
  if (errors.length) return { draft: null, errors: Object.fromEntries(errors) };
  return { draft: { title, text, due: due || null, person: typed.person || null, team: team || null }, errors: null };
}

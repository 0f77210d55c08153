/** Someone of the council whom inspectors meet: told beforehand what to expect, heard afterwards. */
import { readDay } from "./typed-day.ts";

export const intervieweeStates = ["not-briefed", "briefed", "not-debriefed", "debriefed"] as const;
export type IntervieweeState = (typeof intervieweeStates)[number];

const titles = {
  "not-briefed": "Not briefed",
  briefed: "Briefed",
  "not-debriefed": "To be debriefed",
  debriefed: "Debriefed",
} as const satisfies Record<IntervieweeState, string>;

/** How a state is called on a page. */
export const intervieweeStateTitle = (state: IntervieweeState): string => titles[state];

type Times = {
  briefedOn: string | null;
  debriefedOn: string | null;
  /** When the meeting ends, as a moment; null where it is not known. */
  endsAt: string | null;
};

/** Once the meeting is over, nobody is to be briefed for it any more: what is left is to hear how it went. */
export function intervieweeState({ briefedOn, debriefedOn, endsAt }: Times, now: Date): IntervieweeState {
  if (debriefedOn) return "debriefed";
  if (endsAt && Date.parse(endsAt) < now.getTime()) return "not-debriefed";
  return briefedOn ? "briefed" : "not-briefed";
}

export type TypedInterviewee = Record<"who" | "visit" | "briefedOn" | "debriefedOn" | "note", string>;

export type IntervieweeDraft = {
  who: string;
  visit: string | null;
  briefedOn: string | null;
  debriefedOn: string | null;
  note: string;
};

type Read = { draft: IntervieweeDraft; errors: null } | { draft: null; errors: Record<string, string> };

const WHO_LENGTH = 120;
const NOTE_LENGTH = 1000;

/** `visits`: the ids of those that the council may see. `today` is YYYY-MM-DD. */
export function readInterviewee(typed: TypedInterviewee, visits: ReadonlySet<string>, today: string): Read {
  const [who, note] = [typed.who.replace(/\s+/g, " ").trim(), typed.note.trim()];
  const errors: Record<string, string> = {};
  if (!who) errors.who = "Enter who it is, by role";
  if (who.length > WHO_LENGTH) errors.who = `Use ${WHO_LENGTH} characters or fewer`;
  if (note.length > NOTE_LENGTH) errors.note = `Use ${NOTE_LENGTH} characters or fewer. This has ${note.length}.`;
  if (typed.visit && !visits.has(typed.visit)) errors.visit = "Choose a meeting from the timetable";
  const [briefedOn, debriefedOn] = [readDay(typed.briefedOn), readDay(typed.debriefedOn)];
  for (const [field, day] of Object.entries({ briefedOn, debriefedOn })) {
    if (day === undefined) errors[field] = "Enter a day, such as 9 December 2026";
    else if (day !== null && day > today) errors[field] = "Enter the day on which it was done, not one to come";
  }
  if (briefedOn === undefined || debriefedOn === undefined || Object.keys(errors).length)
    return { draft: null, errors };
  return { draft: { who, visit: typed.visit || null, briefedOn, debriefedOn, note }, errors: null };
}

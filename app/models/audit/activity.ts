/** What was done, told in words: one event for itself, or runs of events of one person that follow closely on each other. */
import { isToldInFeed, type Names, type Telling, wordsFor } from "./telling.ts";

export type { Names, Thing } from "./telling.ts";

/** An event with what its words need: where it happened, and for a rating the level before and after. */
export type Activity = {
  at: string;
  /** Null for a command of the product itself. */
  who: string | null;
  action: string;
  /** What it was done to, as "line:1.3". */
  subject: string;
  /** The person that it was done to. */
  person: string | null;
  /** The finding that it was done to; its place among those of its kind counts from 0, and is null once it is withdrawn. */
  finding: { kind: string; place: number | null } | null;
  /** The reference of the line that the finding stands on. */
  line: string | null;
  evidence: { id: string; title: string } | null;
  before: number | null;
  after: number | null;
};

/** "Second inspector" "linked 6 passages in " "Internal audit 2006" "". */
export type Change = Telling & { at: string; who: string };

const HOUR = 3_600_000;

const noun = (of: Activity) => of.subject.slice(0, of.subject.indexOf(":"));

const together = (a: Activity, b: Activity) =>
  a.who === b.who &&
  a.action === b.action &&
  noun(a) === noun(b) &&
  Math.abs(Date.parse(a.at) - Date.parse(b.at)) < HOUR;

/** Runs of events of one kind, by one person, none more than an hour from the next. */
function runs(events: readonly Activity[]): Activity[][] {
  const all: Activity[][] = [];
  for (const event of events) {
    const run = all.at(-1);
    if (run && together(run.at(-1)!, event)) run.push(event);
    else all.push([event]);
  }
  return all;
}

function tellRun(run: Activity[], names: Names): Change {
  const { at, who } = run[0]!;
  return { at, who: who ?? "Throughline", ...wordsFor(run, names) };
}

/** One event in words; what has no words of its own is told by the name of its action. */
export const tellEvent = (event: Activity, names: Names): Change => tellRun([event], names);

/**
 * The latest changes, at most `limit`, from events that come newest first. An action that has no words here is left out:
 * not everything that is recorded is for the whole team to read.
 */
export function tellActivity(events: readonly Activity[], names: Names, limit: number): Change[] {
  return tellRuns(
    events.filter(({ action }) => isToldInFeed(action)),
    names,
  ).slice(0, limit);
}

/** All of these events, which come newest first: those of one kind, by one person, within an hour of each other as one. */
export const tellRuns = (events: readonly Activity[], names: Names): Change[] =>
  runs(events).map((run) => tellRun(run, names));

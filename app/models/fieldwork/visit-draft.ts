/** A visit as its form sends it, and as it can be kept. */
import { londonClock, londonMoment, readTime } from "./london-time.ts";
import { VISIT_TEXT_LENGTH, type VisitKind, visitKinds, visitKindTitle } from "./visit.ts";

/** Each part may be empty. `day` is YYYY-MM-DD; times are of the clock in London. */
export type TypedVisit = {
  kind: string;
  title: string;
  whom: string;
  place: string;
  day: string;
  from: string;
  to: string;
  /** The ids of the inspectors who go. */
  visitors: string[];
  shared: boolean;
};

export type VisitDraft = {
  kind: VisitKind;
  title: string;
  whom: string;
  place: string | null;
  startsAt: string;
  endsAt: string;
  visitors: string[];
  shared: boolean;
};

const oneLine = (typed: string) => typed.replace(/\s+/g, " ").trim();

const tooLong = (what: string, text: string) =>
  text.length > VISIT_TEXT_LENGTH ? `${what} must be ${VISIT_TEXT_LENGTH} characters or fewer` : null;

function momentOf(day: string, typed: string, what: string): { moment: string | null; fault: string | null } {
  const time = readTime(typed);
  if (!time) return { moment: null, fault: `Enter when it ${what}, such as 9:30am or 14:00` };
  const moment = londonMoment(day, time);
  return {
    moment,
    fault: moment ? null : `The clocks go forward that night: ${time} does not come. Choose another time`,
  };
}

/** The draft, or a message for each field that cannot be taken. */
export function readVisit(
  typed: TypedVisit,
): { draft: VisitDraft; errors: null } | { draft: null; errors: Record<string, string> } {
  const kind = visitKinds.find((one) => one === typed.kind);
  const [whom, place] = [oneLine(typed.whom), oneLine(typed.place)];
  const title = oneLine(typed.title) || (kind ? `${visitKindTitle(kind)}: ${whom}`.slice(0, VISIT_TEXT_LENGTH) : "");
  const day = typed.day.trim();
  const real = londonMoment(day, "12:00") !== null;
  const from = real ? momentOf(day, typed.from, "begins") : { moment: null, fault: null };
  const to = real ? momentOf(day, typed.to, "ends") : { moment: null, fault: null };
  const faults = {
    kind: kind ? null : "Choose what it is",
    title: tooLong("The title", title),
    whom: whom ? tooLong("The people to meet", whom) : "Enter whom you meet, by role: “Accountable officer”",
    place: tooLong("The place", place),
    day: real ? null : "Enter a real date, such as 2026-12-09",
    from: from.fault,
    to: to.fault ?? (from.moment && to.moment && to.moment <= from.moment ? "It must end after it begins" : null),
  };
  const errors = Object.entries(faults).filter((fault): fault is [string, string] => fault[1] !== null);
  if (errors.length || !kind || !from.moment || !to.moment) return { draft: null, errors: Object.fromEntries(errors) };
  const { visitors, shared } = typed;
  const times = { startsAt: from.moment, endsAt: to.moment };
  return { draft: { kind, title, whom, place: place || null, ...times, visitors, shared }, errors: null };
}

/** A visit as its form shows it. */
export function typedVisit(of: Omit<VisitDraft, "visitors"> & { visitors: { id: string }[] }): TypedVisit {
  const [from, to] = [londonClock(of.startsAt), londonClock(of.endsAt)];
  const { kind, title, whom, place, shared, visitors } = of;
  return {
    kind,
    title,
    whom,
    place: place ?? "",
    day: from.day,
    from: from.time,
    to: to.time,
    visitors: visitors.map(({ id }) => id),
    shared,
  };
}

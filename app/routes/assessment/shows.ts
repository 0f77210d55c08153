/** What the lists of the council's own work can be narrowed to: by the address, on the page and in its file alike. */
import type { AssessedLine } from "#app/models/readiness/assessments.server.ts";
import type { GapView } from "#app/models/readiness/gaps.server.ts";
import { isRunning } from "#app/models/readiness/improvement.ts";
import type { ImprovementView } from "#app/models/readiness/improvements.server.ts";
import type { IntervieweeView } from "#app/models/readiness/interviewees.server.ts";
import type { Asked } from "#app/platform/csv.ts";

type Show<T> = { name: string; title: string; is(row: T): boolean };

export const gapShows: Show<GapView>[] = [
  { name: "open", title: "Open", is: ({ closed }) => !closed },
  { name: "overdue", title: "Overdue", is: ({ standing }) => standing === "overdue" },
  { name: "closed", title: "Closed", is: ({ closed }) => closed !== null },
  { name: "all", title: "All", is: () => true },
];

export const improvementShows: Show<ImprovementView>[] = [
  { name: "running", title: "Running", is: ({ state }) => isRunning(state) },
  { name: "overdue", title: "Overdue", is: ({ overdue }) => overdue },
  { name: "done", title: "Done or dropped", is: ({ state }) => !isRunning(state) },
  { name: "all", title: "All", is: () => true },
];

export const intervieweeShows: Show<IntervieweeView>[] = [
  { name: "all", title: "All", is: () => true },
  { name: "not-briefed", title: "Not briefed", is: ({ state }) => state === "not-briefed" },
  { name: "briefed", title: "Briefed", is: ({ state }) => state === "briefed" },
  { name: "not-debriefed", title: "To be debriefed", is: ({ state }) => state === "not-debriefed" },
  { name: "debriefed", title: "Debriefed", is: ({ state }) => state === "debriefed" },
];

/** The one that the address names, else the first. */
export const shownBy = <T>(shows: Show<T>[], url: Asked): Show<T> => {
  const asked = url.searchParams.get("show");
  return shows.find(({ name }) => name === asked) ?? shows[0]!;
};

/** The choices as links, each with how many of `rows` it holds. */
export const linksOf = <T>(shows: Show<T>[], rows: readonly T[], to: (name: string) => string) =>
  shows.map(({ name, title, is }) => ({ name, title, to: to(name), count: rows.filter((row) => is(row)).length }));

/** The lines that the address asks for: by state, by whether they have evidence, and by theme. */
export function linesFor(lines: readonly AssessedLine[], url: Asked): AssessedLine[] {
  const [state, evidence, theme] = ["state", "evidence", "theme"].map((name) => url.searchParams.get(name));
  return lines.filter(
    (line) =>
      (!state || line.state === state) &&
      (evidence !== "yes" || line.evidence > 0) &&
      (evidence !== "no" || line.evidence === 0) &&
      (!theme || String(line.theme) === theme),
  );
}

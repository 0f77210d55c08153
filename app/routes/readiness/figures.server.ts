/** The definition of each figure of the home, read out of the source file that computes it. */
import { definitionIn } from "#app/models/readiness/definition.ts";
import tasks from "#app/models/readiness/do-next.ts?raw";
import readiness from "#app/models/readiness/readiness.ts?raw";
import clock from "#app/models/readiness/stage-clock.ts?raw";

type Figure = { id: string; title: string; source: string; name: string };

const figure = (source: string, id: string, title: string, name = id): Figure => ({ id, title, source, name });

const groups: { id: string; title: string; figures: Figure[] }[] = [
  {
    id: "readiness",
    title: "Readiness",
    figures: [
      figure(readiness, "ready", "Ready to brief"),
      figure(readiness, "gap", "Evidence gap"),
      figure(readiness, "waiting", "Waiting on the council"),
      figure(readiness, "not-started", "Not started"),
      figure(readiness, "cited", "Strengths and weaknesses cited"),
      figure(readiness, "citable", "Of how many"),
    ],
  },
  {
    id: "time",
    title: "Time",
    figures: [
      figure(readiness, "days", "Days to the briefing", "daysUntil"),
      figure(clock, "working-days", "Working days left of a stage", "stageClock"),
    ],
  },
  {
    id: "do-next",
    title: "Do next",
    figures: [
      figure(tasks, "rank", "The order", "doNext"),
      figure(tasks, "chase", "Chase a request"),
      figure(tasks, "look", "Look at answers"),
      figure(tasks, "cite", "Cite findings"),
      figure(tasks, "start", "Start a line"),
      figure(tasks, "settle", "Settle lines"),
      figure(tasks, "rate", "Rate a line"),
      figure(tasks, "sign-off", "Sign off themes"),
      figure(tasks, "comment", "Resolve comments"),
      figure(tasks, "plan", "Plan areas"),
      figure(tasks, "relocate", "Check quotations"),
    ],
  },
];

/** Every figure with its words. Throws where one has none, so that the page cannot leave one out. */
export const figureGroups = () =>
  groups.map(({ figures, ...group }) => ({
    ...group,
    figures: figures.map(({ id, title, source, name }) => ({ id, title, text: definitionIn(source, name) })),
  }));

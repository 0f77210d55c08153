import { type Check, counted, findingPlaceOf } from "./check.ts";

export const orphaned: Check = {
  severity: "weakens",
  title: (count) => `${counted(count, "area to explore is", "areas to explore are")} followed by nobody`,
  why: "The briefing asks a question that nobody plans to answer. It blocks publication until it is planned or closed.",
  mend: "Plan it: a request, an interview, a visit. Or close it with a reason.",
  find: ({ stage }) =>
    stage.orphaned.map((one) => ({ key: one.id, words: "Nobody plans to ask this.", at: [findingPlaceOf(one)] })),
};

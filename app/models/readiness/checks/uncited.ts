import { type Check, counted, findingPlaceOf } from "./check.ts";

export const uncited: Check = {
  severity: "stops",
  title: (count) => `${counted(count, "strength or weakness has", "strengths and weaknesses have")} no citation`,
  why: "A finding that cites nothing cannot be shown when the council asks where it comes from.",
  mend: "Open the finding and link the passage that bears it out. If there is none, make it an area to explore or withdraw it.",
  find: ({ stage }) =>
    stage.uncited.map((one) => ({ key: one.id, words: "It cites nothing.", at: [findingPlaceOf(one)] })),
};

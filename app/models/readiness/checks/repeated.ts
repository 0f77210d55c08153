import { type Check, counted } from "./check.ts";
import { pairFlags } from "./contradictory.ts";

export const repeated: Check = {
  severity: "look",
  title: (count) => `${counted(count, "thing is", "things are")} said in two places`,
  why: "What is said twice must be changed twice, and one of them is easily forgotten.",
  mend: "Keep it where it belongs and withdraw the other, or see that both say the same.",
  find: pairFlags("again"),
};

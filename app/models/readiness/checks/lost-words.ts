import { holds } from "../material.ts";
import { type Check, counted, findingPlaceOf, findingsOf } from "./check.ts";

export const lostWords: Check = {
  severity: "weakens",
  title: (count) =>
    `${counted(count, "quotation reads", "quotations read")} otherwise in the newest revision, or ${count === 1 ? "is" : "are"} gone`,
  why: "The council replaced the document. What the finding quotes now reads otherwise, or is gone.",
  mend: "Open the passage beside the new revision. Link the new words, or change the finding.",
  find: (of) =>
    findingsOf(of).flatMap((one) =>
      one.citations
        .filter((cited) => holds(cited) && (cited.state === "near" || cited.state === "lost"))
        .map(({ id, source, state }) => ({
          key: `${id}:${state}`,
          words: `${source.ref} ${source.title} ${state === "lost" ? "no longer holds the words that are quoted" : "now says it in slightly other words"}.`,
          at: [findingPlaceOf(one), { kind: "evidence" as const, id: source.id, ref: source.ref, title: source.title }],
        })),
    ),
};

import { type Check, counted } from "./check.ts";

export const unreasoned: Check = {
  severity: "stops",
  title: (count) => `${counted(count, "rating has", "ratings have")} no reason`,
  why: "A rating without a reason cannot be defended, and moderators cannot weigh it.",
  mend: "Open it and write why: which findings weighed most.",
  find: ({ stage }) =>
    stage.unreasoned.map(({ subject, ref, by }) => ({
      key: `${subject}:${ref}:${by ?? ""}`,
      words: by ? `Rated by ${by} without a reason.` : "Rated without a reason.",
      at: [{ kind: subject, ref, title: "" }],
    })),
};

/** The stages of an inspection, in order. Source: security.md, section 2. */
export const stages = ["draft", "moderation", "shared", "factual_accuracy", "published"] as const;
export type Stage = (typeof stages)[number];

const titles = {
  draft: "Draft",
  moderation: "Moderation",
  shared: "Shared with the council",
  factual_accuracy: "Factual accuracy check",
  published: "Published",
} as const satisfies Record<Stage, string>;

/** How a stage is called on a page. */
export const stageTitle = (stage: Stage): string => titles[stage];

/** The stage after this one, or `step` stages on; null where there is none. */
export const stageFrom = (stage: Stage, step: number): Stage | null => stages[stages.indexOf(stage) + step] ?? null;

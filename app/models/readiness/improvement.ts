/** An action of a council's improvement plan. */

export const improvementStates = ["planned", "under_way", "done", "dropped"] as const;
export type ImprovementState = (typeof improvementStates)[number];

/**
 * What a council says of itself on a line: three questions, and a rating of its own with its reason. Source: the same
 * three questions of self-evaluation stand in every inspection regime of public services (CQC, Estyn, Care Inspectorate).
 */
import type { Scale } from "#app/models/frameworks/framework.ts";

export const questions = [
  { name: "know", title: "What do you know?", hint: "How well it works for people now, with the figures that say so" },
  { name: "how", title: "How do you know?", hint: "The evidence, who gave it and how recent it is" },
  { name: "next", title: "What comes next?", hint: "What will be better, by when, and who sees to it" },
] as const;
export type Question = (typeof questions)[number]["name"];

export type Assessment = Record<Question, string> & {
  /** A level of the line's own scale; null while it is not rated. */
  level: number | null;
  reason: string;
};

export const blankAssessment: Assessment = { know: "", how: "", next: "", level: null, reason: "" };

export const assessmentStates = ["assessed", "begun", "not-begun"] as const;
export type AssessmentState = (typeof assessmentStates)[number];

const titles = {
  assessed: "Assessed",
  begun: "Begun",
  "not-begun": "Not assessed",
} as const satisfies Record<AssessmentState, string>;

/** How a state is called on a page. */
export const assessmentStateTitle = (state: AssessmentState): string => titles[state];

/** "assessed": all three questions are answered and it is rated with a reason. "not-begun": nothing is there yet. */
export function assessmentState({ know, how, next, level, reason }: Assessment): AssessmentState {
  const parts = [know, how, next, reason, level === null ? "" : "rated"];
  if (parts.every(Boolean)) return "assessed";
  return parts.some(Boolean) ? "begun" : "not-begun";
}

/** The longest answer or reason, in characters. */
export const ANSWER_LENGTH = 4000;

/** As a form sends it. */
export type TypedAssessment = Record<Question | "level" | "reason", string>;

type Read = { assessment: Assessment; errors: null } | { assessment: null; errors: Record<string, string> };

const tidy = (text: string) => text.replace(/\r\n?/g, "\n").trim();

/** Part of it may be empty: it is kept as far as it has come. A level needs its reason. */
export function readAssessment(typed: TypedAssessment, scale: Scale): Read {
  const errors: Record<string, string> = {};
  const level = scale.levels.find(({ value }) => String(value) === typed.level.trim())?.value ?? null;
  if (typed.level.trim() && level === null) errors.level = "Choose a rating from the list";
  const texts = { know: tidy(typed.know), how: tidy(typed.how), next: tidy(typed.next), reason: tidy(typed.reason) };
  for (const [name, text] of Object.entries(texts)) {
    if (text.length > ANSWER_LENGTH) {
      errors[name] = `Use ${ANSWER_LENGTH} characters or fewer. This has ${text.length}.`;
    }
  }
  if (level !== null && !texts.reason) errors.reason = "Enter why you chose this rating";
  return Object.keys(errors).length ? { assessment: null, errors } : { assessment: { ...texts, level }, errors: null };
}

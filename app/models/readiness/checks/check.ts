/** What a check is: a rule of the briefing that something breaks, with what breaks it and the way to mend it. */
import type { Standing } from "#app/models/requests/request.ts";
import type { RatedSubject } from "#app/models/ratings/rating.ts";

import type { MaterialLine } from "../material.ts";
import type { StandingView } from "../readiness.ts";
import type { Gathered } from "../stage-checks.ts";

export const severities = ["stops", "weakens", "look"] as const;
/** "stops": the briefing should not go out so. "weakens": it can be challenged. "look": a person should look once. */
export type Severity = (typeof severities)[number];

const titles = {
  stops: "Stops the briefing",
  weakens: "Weakens it",
  look: "Worth a look",
} as const satisfies Record<Severity, string>;

/** How a severity is called on a page. */
export const severityTitle = (severity: Severity): string => titles[severity];

/** All that checks look at, as one reader may see it at one moment. */
export type Examined = {
  lines: readonly MaterialLine[];
  stage: Pick<Gathered, "uncited" | "unreasoned" | "orphaned">;
  /** Where each line's rating stands for this reader: a rating that they are not told is told to no check. */
  standings: readonly { ref: string; title: string; standing: StandingView }[];
  requests: readonly { id: string; number: number; title: string; due: string | null; standing: Standing }[];
  /** The day of the visit, as YYYY-MM-DD. */
  day: string;
};

/** A record that a check names, and where it is opened. */
export type CheckPlace =
  | { kind: "finding"; id: string; ref: string; name: string; text: string }
  | { kind: RatedSubject; ref: string; title: string }
  | { kind: "evidence"; id: string; ref: string; title: string }
  | { kind: "request"; number: number; title: string };

/** One thing that a check found. */
export type Flag = {
  /**
   * The ids of its records, and how they stand: an explanation holds as long as this and the words of its records stay as
   * they are. What other records have to do with it is no part of it.
   */
  key: string;
  /** What is wrong, as a sentence. */
  words: string;
  at: CheckPlace[];
};

export type Check = {
  severity: Severity;
  /** "3 findings have no citation". */
  title(count: number): string;
  /** Why it matters, as a sentence. */
  why: string;
  /** How it is mended, as sentences. */
  mend: string;
  find(of: Examined): Flag[];
};

/** "No findings", "One finding" or "3 findings". */
export const counted = (count: number, one: string, many: string): string =>
  count === 1 ? `One ${one}` : `${count === 0 ? "No" : count.toLocaleString("en-GB")} ${many}`;

type Named = { id: string; ref: string; name: string; text: string };

export const findingPlaceOf = ({ id, ref, name, text }: Named): CheckPlace => ({
  kind: "finding",
  id,
  ref,
  name,
  text,
});

export const findingsOf = ({ lines }: Examined) => lines.flatMap(({ findings }) => findings);

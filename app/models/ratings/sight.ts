/**
 * Which ratings a person is told. Where two inspectors rate, each does so without the other's: whoever rates is told
 * another's level and reason once two inspectors' ratings of the subject are in, or once it is moderated.
 */
import { may } from "#app/models/inspections/permission.ts";
import type { Part } from "#app/models/inspections/part.ts";
import type { Stage } from "#app/models/inspections/stage.ts";

import type { Rater } from "./rater.ts";
import type { RatedSubject } from "./rating.ts";

/** A rating that the reader is told. */
export type RatingView = {
  subject: RatedSubject;
  ref: string;
  rater: Rater;
  level: number;
  reason: string;
  /** What the framework's rule gave at the time; null where it gave nothing. */
  computed: number | null;
  /** The statements of levels that the evidence supports, by their keys. */
  statements: string[];
  /** Where a previous, peer or self rating was read. */
  source: string | null;
  /** A name; null for those who may not know. */
  ratedBy: string | null;
  /** Whether it is the reader's own as an inspector. */
  mine: boolean;
  ratedAt: string;
  version: number;
};

export type SubjectRatings = {
  told: RatingView[];
  /** Inspectors' ratings that are in and that the reader is told nothing else of. */
  hidden: number;
  /** Whether any inspector's rating would be told, had it been made. */
  open: boolean;
};

/** All ratings of an inspection, as far as one reader is told of them. */
export type Ratings = {
  /** Whether two inspectors rate each subject. */
  double: boolean;
  /** The reader's id; null for a command of the product. */
  reader: string | null;
  blind: boolean;
  bySubject: ReadonlyMap<string, SubjectRatings>;
};

/** The key of what is rated, as events name it: "line:1.3". */
export const subjectKey = (subject: RatedSubject, ref: string | number): string => `${subject}:${ref}`;

const none = (blind: boolean): SubjectRatings => ({ told: [], hidden: 0, open: !blind });

export const ratingsOf = (all: Ratings, subject: RatedSubject, ref: string | number): SubjectRatings =>
  all.bySubject.get(subjectKey(subject, ref)) ?? none(all.blind);

/**
 * Whether someone of this part rates without seeing the others. Those who never rate (an inspectorate manager) see all;
 * so does everyone of the inspectorate once it is published, when nothing can be rated any more.
 */
export const isBlind = (of: { part: Part; stage: Stage; doubleRating: boolean }): boolean =>
  of.doubleRating && of.stage !== "published" && may(of.part, "rating.write", "draft");

const BLIND_ACTIONS = ["rating.set", "rating.set.undo"];

/** Whether the reader may be told what an event did to a rating, beyond that it was done. */
export function mayTell(
  all: Ratings,
  { action, actor, subject }: { action: string; actor: string | null; subject: string },
): boolean {
  if (!all.blind || !BLIND_ACTIONS.includes(action) || actor === all.reader) return true;
  return all.bySubject.get(subject)?.open ?? false;
}

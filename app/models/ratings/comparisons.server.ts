/** Ratings to compare with: what the council rates itself, what a previous inspection or a peer review found. */
import { demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import type { Desk } from "#app/platform/desk.ts";
import { Invalid } from "#app/platform/failure.ts";

import type { Compared } from "./rater.ts";
import type { RatedSubject } from "./rating.ts";
import { checkRating, putRating } from "./rows.server.ts";
import { subjectKey } from "./sight.ts";

const SOURCE_LENGTH = 200;

export type ComparisonDraft = {
  subject: RatedSubject;
  ref: string;
  rater: Compared | null;
  level: number | null;
  reason: string;
  /** Where it was read: "Inspection report, June 2004". */
  source: string;
  version: number;
};

/** Records it, or corrects it. Throws `Invalid` for what cannot be taken, `Stale` where someone else recorded it meanwhile. */
export async function compare(desk: Desk, of: Inspection, draft: ComparisonDraft): Promise<void> {
  demand(of, "rating.compare");
  const { subject, ref, rater, version } = draft;
  const source = draft.source.replace(/\s+/g, " ").trim();
  const errors: Record<string, string> = {};
  if (!rater) errors.rater = "Choose whose rating this is";
  if (!source) errors.source = "Enter where you read it, for instance “Inspection report, June 2004”";
  else if (source.length > SOURCE_LENGTH) errors.source = `The source must be ${SOURCE_LENGTH} characters or fewer.`;
  const checked = gather(errors, () => checkRating(of, draft, draft));
  if (!rater || !checked || Object.keys(errors).length) throw new Invalid(errors);
  const [ratedBy, ratedAt] = [desk.user?.id ?? null, desk.now().toISOString()];
  const values = { ...checked, computed: null, statements: [], source, ratedBy, ratedAt };
  const event = { action: "rating.compare", subject: subjectKey(subject, ref), inspection: of.id, detail: { rater } };
  await desk.change(event, (db, keep) =>
    putRating(db, keep, of, { rated: { subject, ref }, rater, slot: "", values, version }),
  );
}

/** Adds what `check` finds wrong to `errors`, so that all of it is told at once. */
function gather<T>(errors: Record<string, string>, check: () => T): T | null {
  try {
    return check();
  } catch (error) {
    if (!(error instanceof Invalid)) throw error;
    Object.assign(errors, error.errors);
    return null;
  }
}

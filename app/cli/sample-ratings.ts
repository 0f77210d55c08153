/** How the demonstration is rated, and by whom. */
import { findInspection, type Inspection } from "#app/models/inspections/inspections.server.ts";
import { compare } from "#app/models/ratings/comparisons.server.ts";
import { type RatedSubject, scaleFor } from "#app/models/ratings/rating.ts";
import { rate } from "#app/models/ratings/ratings.server.ts";
import type { Desk } from "#app/platform/desk.ts";

import type { Manifest } from "./sample.ts";

/** The value of a level by its name. */
function levelOf({ framework }: Inspection, subject: RatedSubject, ref: string, level: string): number {
  const found = scaleFor(framework, subject, ref)?.levels.find(({ label }) => label === level);
  if (!found) throw new Error(`evidence.json: “${level}” is no level for ${subject} ${ref}.`);
  return found.value;
}

/** The lead rates, the second inspector rates without having seen it, and the lead records what others found. */
export async function rateAll(lead: Desk, second: Desk, code: string, given: Manifest): Promise<void> {
  const firsts = [
    ...given.ratings.map(({ line, ...rest }) => ({ subject: "line" as const, ref: line, ...rest })),
    ...given.themes.map(({ theme, ...rest }) => ({ subject: "theme" as const, ref: String(theme), ...rest })),
    ...given.judgements.map(({ judgement, ...rest }) => ({
      subject: "judgement" as const,
      ref: String(judgement),
      ...rest,
    })),
  ];
  for (const [desk, ratings] of [
    [lead, firsts],
    [second, given.second],
  ] as const) {
    const of = await findInspection(desk, code);
    for (const { level, ...one } of ratings) {
      await rate(desk, of, { ...one, level: levelOf(of, one.subject, one.ref, level), version: 0 });
    }
  }
  const of = await findInspection(lead, code);
  for (const { level, ...one } of given.compared) {
    await compare(lead, of, { ...one, level: levelOf(of, one.subject, one.ref, level), version: 0 });
  }
}

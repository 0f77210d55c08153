/** How the same lines were settled in other inspections under the same framework: those that the reader takes part in. */
import { and, count, eq, inArray, isNull, ne } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";

import { frameworkEdition } from "#db/schema/frameworks.ts";
import { exclusion, inspection, member } from "#db/schema/inspections.ts";
import { rating } from "#db/schema/ratings.ts";

import { demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import { parts } from "#app/models/inspections/part.ts";
import { may } from "#app/models/inspections/permission.ts";
import type { Desk } from "#app/platform/desk.ts";

import { levelOf, scaleFor, tone } from "./rating.ts";

export type Elsewhere = { label: string; tone: number; count: number };

const inside = parts.filter((part) => may(part, "moderation.see", "draft"));
const own = alias(exclusion, "own_exclusion");

/** Moderated ratings of these lines elsewhere, by level from the lowest. One query. */
export async function listElsewhere(desk: Desk, of: Inspection, refs: string[]): Promise<Map<string, Elsewhere[]>> {
  demand(of, "moderation.see");
  const reader = desk.user?.id ?? "";
  const rows = await desk.read
    .select({ ref: rating.ref, level: rating.level, count: count() })
    .from(rating)
    .innerJoin(inspection, eq(inspection.id, rating.inspection))
    .innerJoin(frameworkEdition, eq(frameworkEdition.id, inspection.framework))
    .innerJoin(member, and(eq(member.inspection, inspection.id), eq(member.user, reader)))
    .leftJoin(own, and(eq(own.inspection, inspection.id), eq(own.user, reader)))
    .where(
      and(
        ne(inspection.id, of.id),
        eq(frameworkEdition.slug, of.framework.slug),
        inArray(member.part, inside),
        isNull(own.user),
        eq(rating.rater, "moderated"),
        eq(rating.subject, "line"),
        inArray(rating.ref, refs),
      ),
    )
    .groupBy(rating.ref, rating.level);
  const byRef = new Map<string, Elsewhere[]>();
  for (const { ref, level: value, count: times } of rows.sort((a, b) => a.level - b.level)) {
    const scale = scaleFor(of.framework, "line", ref);
    const level = scale && levelOf(scale, value);
    if (!scale || !level) continue;
    byRef.set(ref, [...(byRef.get(ref) ?? []), { label: level.label, tone: tone(scale, value), count: times }]);
  }
  return byRef;
}

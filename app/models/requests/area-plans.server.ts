/** The areas to explore with what answers them: three queries for a line or for the whole inspection. */
import { and, asc, eq, isNull, or, isNotNull, ne } from "drizzle-orm";

import { question, questionArea, visit } from "#db/schema/fieldwork.ts";
import { finding } from "#db/schema/findings.ts";
import { request, requestArea } from "#db/schema/requests.ts";

import { type AreaRow, listAreas } from "#app/models/fieldwork/areas.server.ts";
import type { Inspection } from "#app/models/inspections/inspections.server.ts";
import type { Db, Desk } from "#app/platform/desk.ts";

import { type AreaStep, isOrphaned, nextStep, type Plan } from "./area-plan.ts";

export type PlannedArea = AreaRow & { plans: Plan[]; orphaned: boolean; step: AreaStep | null };

type Where = { line?: string };
type OfArea = { area: string; plan: Plan };

const within = (of: Inspection, { line }: Where) =>
  and(
    line ? eq(finding.line, line) : eq(finding.inspection, of.id),
    eq(finding.kind, "area"),
    isNull(finding.withdrawnAt),
  );

/** Drafts that were given up are nobody's plan. */
async function requestsOf(db: Db, of: Inspection, where: Where): Promise<OfArea[]> {
  const rows = await db
    .select({
      area: requestArea.finding,
      id: request.id,
      number: request.number,
      state: request.state,
      due: request.due,
    })
    .from(requestArea)
    .innerJoin(finding, eq(finding.id, requestArea.finding))
    .innerJoin(request, eq(request.id, requestArea.request))
    .where(and(within(of, where), or(isNotNull(request.number), ne(request.state, "withdrawn"))))
    .orderBy(asc(request.draftedAt));
  return rows.map(({ area, ...row }) => ({ area, plan: { by: "request", ...row } }));
}

async function visitsOf(db: Db, of: Inspection, where: Where): Promise<OfArea[]> {
  const rows = await db
    .selectDistinct({
      area: questionArea.finding,
      id: visit.id,
      kind: visit.kind,
      whom: visit.whom,
      startsAt: visit.startsAt,
      state: visit.state,
    })
    .from(questionArea)
    .innerJoin(finding, eq(finding.id, questionArea.finding))
    .innerJoin(question, eq(question.id, questionArea.question))
    .innerJoin(visit, eq(visit.id, question.visit))
    .where(within(of, where))
    .orderBy(asc(visit.startsAt));
  return rows.map(({ area, ...row }) => ({ area, plan: { by: "visit", ...row } }));
}

async function withPlans(db: Db, of: Inspection, where: Where = {}): Promise<(AreaRow & { plans: Plan[] })[]> {
  const areas = await listAreas({ read: db }, of, where);
  const plans = new Map<string, Plan[]>();
  for (const { area, plan } of [...(await requestsOf(db, of, where)), ...(await visitsOf(db, of, where))]) {
    plans.set(area, [...(plans.get(area) ?? []), plan]);
  }
  return areas.map((area) => ({ ...area, plans: plans.get(area.id) ?? [] }));
}

/** The areas of the inspection, or of one line, each with its plans and its next step; for inspectors. */
export async function listPlannedAreas(
  { read, now }: Pick<Desk, "read" | "now">,
  of: Inspection,
  where: Where = {},
): Promise<PlannedArea[]> {
  const at = now().toISOString();
  const areas = await withPlans(read, of, where);
  return areas.map((area) => ({ ...area, orphaned: isOrphaned(area), step: nextStep(area, at) }));
}

/** The areas that nobody follows, as of one moment. Three queries. */
export const listOrphans = async (db: Db, of: Inspection) => (await withPlans(db, of)).filter(isOrphaned);

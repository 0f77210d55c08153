/** The council's side of the demonstration: what it says of itself, what it lacks, what it does about it, whom it prepares. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";

import { setLines } from "#app/models/evidence/lines.server.ts";
import { dayOf } from "#app/models/evidence/state.ts";
import { findInspection, type Inspection } from "#app/models/inspections/inspections.server.ts";
import { scaleFor } from "#app/models/ratings/rating.ts";
import { saveAssessment } from "#app/models/readiness/assessments.server.ts";
import { addGap, closeGap, findGap } from "#app/models/readiness/gaps.server.ts";
import { improvementStates } from "#app/models/readiness/improvement.ts";
import { addImprovement, addMeasure } from "#app/models/readiness/improvements.server.ts";
import { addInterviewee, listOwnVisits } from "#app/models/readiness/interviewees.server.ts";
import { outcomes } from "#app/models/readiness/measure.ts";
import { listOwners } from "#app/models/readiness/own-lines.server.ts";
import { prepareSubmission, submit } from "#app/models/readiness/submissions.server.ts";
import { contentFolder } from "#app/platform/home.server.ts";
import type { Desk } from "#app/platform/desk.ts";

/** Days count from the day on which the demonstration is made. */
const days = z.number().int();
const figures = { baseline: z.number().optional(), target: z.number().optional(), actual: z.number().optional() };

const manifest = z.strictObject({
  /** The lines under which the council files each document. */
  filed: z.record(z.string(), z.array(z.string())),
  lines: z.record(
    z.string(),
    z.strictObject({
      ...{ know: z.string(), how: z.string(), next: z.string() },
      ...{ level: z.string().optional(), reason: z.string().optional() },
    }),
  ),
  gaps: z.array(
    z.strictObject({
      ...{ line: z.string(), text: z.string(), owner: z.string().optional(), due: days, closed: z.string().optional() },
    }),
  ),
  actions: z.array(
    z.strictObject({
      ...{ title: z.string(), line: z.string(), owner: z.string(), due: days, note: z.string() },
      state: z.enum(improvementStates),
      measures: z.array(
        z.strictObject({ outcome: days, name: z.string(), unit: z.string(), ...figures, asAt: days.optional() }),
      ),
    }),
  ),
  interviewees: z.array(
    z.strictObject({
      ...{ who: z.string(), meets: z.string().optional(), briefed: days.optional(), note: z.string().optional() },
    }),
  ),
  submitted: z.string(),
});

type Manifest = z.infer<typeof manifest>;

const DAY = 86_400_000;

/** YYYY-MM-DD, so many days from now; "" where it is not given. */
const dayFrom = (desk: Desk, count: number | undefined): string =>
  count === undefined ? "" : dayOf(new Date(desk.now().getTime() + count * DAY));

/** What the officer does, a step at a time: each document under its lines, then each line's own assessment. */
function* stepsOf(officer: Desk, of: Inspection, { filed, lines }: Manifest, sent: ReadonlyMap<string, string>) {
  for (const [name, refs] of Object.entries(filed)) {
    const id = sent.get(name);
    if (!id) throw new Error(`self-assessment.json: there is no document ${name}.`);
    yield () => setLines(officer, of, id, refs);
  }
  for (const [ref, { level: named = "", reason = "", ...said }] of Object.entries(lines)) {
    const level = scaleFor(of.framework, "line", ref)?.levels.find(({ label }) => label === named);
    if (named && !level) throw new Error(`self-assessment.json: “${named}” is no level for line ${ref}.`);
    const typed = { ...said, level: level ? String(level.value) : "", reason, version: 0 };
    yield () => saveAssessment(officer, of, ref, typed);
  }
}

async function read(code: string): Promise<Manifest> {
  const path = join(contentFolder, "briefings", `${code}-evidence`, "self-assessment.json");
  return manifest.parse(JSON.parse(await readFile(path, "utf8")));
}

/** The officer's weeks before anything is submitted, as steps in their order. `sent` gives evidence by its file. */
export async function councilSteps(officer: Desk, code: string, sent: ReadonlyMap<string, string>) {
  return [...stepsOf(officer, await findInspection(officer, code), await read(code), sent)];
}

async function plan(manager: Desk, of: Inspection, { gaps, actions }: Manifest): Promise<void> {
  const owners = new Map((await listOwners(manager, of)).map(({ id, name }) => [name, id]));
  const ownerOf = (name: string | undefined) => owners.get(name ?? "") ?? "";
  for (const { line, text, owner, due, closed } of gaps) {
    const id = await addGap(manager, of, { line, text, owner: ownerOf(owner), due: dayFrom(manager, due) });
    const { version } = await findGap(manager, of, id);
    if (closed) await closeGap(manager, of, id, { reason: closed, version });
  }
  const told = (value: number | undefined) => (value === undefined ? "" : String(value));
  for (const { measures, owner, due, ...action } of actions) {
    const typed = { ...action, owner: ownerOf(owner), due: dayFrom(manager, due) };
    const id = await addImprovement(manager, of, typed);
    for (const { outcome, name, unit, baseline, target, actual, asAt } of measures) {
      await addMeasure(manager, of, id, {
        ...{ outcome: outcomes[outcome - 1] ?? "", own: "", name, unit, asAt: dayFrom(manager, asAt) },
        ...{ baseline: told(baseline), target: told(target), actual: told(actual) },
      });
    }
  }
}

async function prepare(manager: Desk, of: Inspection, { interviewees }: Manifest): Promise<void> {
  const visits = await listOwnVisits(manager, of);
  for (const { who, meets, briefed, note = "" } of interviewees) {
    const visit = visits.find(({ title }) => meets && title.endsWith(meets))?.id ?? "";
    await addInterviewee(manager, of, { who, visit, briefedOn: dayFrom(manager, briefed), debriefedOn: "", note });
  }
}

/** What the manager does at the end of it: gaps, the plan, whom it prepares, and a first submission. */
export async function assessCouncil(manager: Desk, code: string): Promise<void> {
  const given = await read(code);
  const managed = await findInspection(manager, code);
  await plan(manager, managed, given);
  await prepare(manager, managed, given);
  const { digest } = await prepareSubmission(manager, managed, { gaps: false, actions: true });
  await submit(manager, managed, { gaps: false, actions: true, note: given.submitted, digest });
}

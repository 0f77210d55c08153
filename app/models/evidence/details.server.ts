/** What people say about evidence: checked as they type it, and changed later. The file itself never changes. */
import { and, eq } from "drizzle-orm";
import { z } from "zod";

import { evidence } from "#db/schema/evidence.ts";

import { demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import type { Desk } from "#app/platform/desk.ts";
import { Invalid, NotFound, Stale } from "#app/platform/failure.ts";

import { asTyped, type Details, type TypedDetails } from "./details.ts";
import { evidenceKinds, sensitivities, TITLE_LENGTH, voices } from "./evidence.ts";
import { checkOwn } from "./kinds/own-fields.ts";
import { findEvidence, mayRevise, visibleEvidence } from "./library.server.ts";

export { type TypedDetails, typedDetails } from "./details.ts";

const day = z.iso.date();
const NAME_LENGTH = 120;

const DATE = "Enter a real date, such as 2026-12-09";

function checkDays({ asAt, until, reviewBy }: Record<"asAt" | "until" | "reviewBy", string | null>) {
  const errors: Record<string, string> = {};
  const real = (value: string | null) => value === null || day.safeParse(value).success;
  for (const [name, value] of Object.entries({ asAt, until, reviewBy })) if (!real(value)) errors[name] = DATE;
  if (Object.keys(errors).length) return errors;
  if (until && !asAt) errors.asAt = "Enter the first day of the period too";
  else if (until && asAt && until < asAt) errors.until = "The period must not end before it begins";
  const last = until ?? asAt;
  if (reviewBy && last && reviewBy <= last) {
    errors.reviewBy = "It can be looked at again only after the day that it speaks of";
  }
  return errors;
}

const oneLine = (typed = "") => typed.replace(/\s+/g, " ").trim();
const orNull = (typed?: string) => oneLine(typed) || null;

/** Words of one line, each within its length. */
function checkNames(named: { title: string; owner: string | null; department: string | null }, titled: boolean) {
  const errors: Record<string, string> = {};
  if (titled && !named.title) errors.title = "Enter a title";
  for (const [name, most, what] of [
    ["title", TITLE_LENGTH, "The title"],
    ["owner", NAME_LENGTH, "The owner"],
    ["department", NAME_LENGTH, "The department"],
  ] as const) {
    const { length } = named[name] ?? "";
    if (length > most) errors[name] = `${what} must be ${most} characters or fewer. It has ${length}.`;
  }
  return errors;
}

/** The details as they can be kept; throws `Invalid` with a message for each that cannot. */
export function checkDetails(typed: TypedDetails, { titled }: { titled: boolean }): Details {
  const names = { title: oneLine(typed.title), owner: orNull(typed.owner), department: orNull(typed.department) };
  const kind = evidenceKinds.find((each) => each === (typed.kind || "document"));
  const voice = voices.find((each) => each === typed.voice) ?? null;
  const sensitivity = sensitivities.find((each) => each === (typed.sensitivity || "internal"));
  const days = { asAt: orNull(typed.asAt), until: orNull(typed.until), reviewBy: orNull(typed.reviewBy) };
  const own = kind && typed.own ? checkOwn(kind, typed.own) : { values: {}, errors: {} };
  const errors: Record<string, string> = {
    ...checkNames(names, titled),
    ...(!kind && { kind: "Choose what kind of evidence it is from the list" }),
    ...(typed.voice && !voice && { voice: "Choose whose voice it is from the list, or “Not stated”" }),
    ...checkDays(days),
    ...(!sensitivity && { sensitivity: "Choose who may see it from the list" }),
    ...own.errors,
  };
  if (!kind || !sensitivity || Object.keys(errors).length) throw new Invalid(errors);
  return { ...names, ...days, kind, voice, sensitivity, fields: own.values };
}

const columns = {
  title: evidence.title,
  kind: evidence.kind,
  voice: evidence.voice,
  asAt: evidence.asAt,
  until: evidence.until,
  owner: evidence.owner,
  department: evidence.department,
  sensitivity: evidence.sensitivity,
  reviewBy: evidence.reviewBy,
  fields: evidence.fields,
};

/** What is said about evidence, and whether it was sent back; throws `NotFound` unless the person may see it. */
export async function findDetails(desk: Desk, of: Inspection, id: string) {
  demand(of, "evidence.see");
  const [row] = await desk.read
    .select({ ...columns, returnedAt: evidence.returnedAt, returnedReason: evidence.returnedReason })
    .from(evidence)
    .where(and(visibleEvidence(of, desk), eq(evidence.id, id)));
  if (!row) throw new NotFound();
  const { returnedAt, returnedReason, ...details } = row;
  const returned = returnedAt === null ? null : { at: returnedAt, reason: returnedReason ?? "" };
  return { details: details satisfies Details, returned };
}

/** As the record holds them: each answer under its own name. */
const recorded = ({ fields, ...core }: Details) => ({ ...core, ...fields });

/** Changes what is said about evidence. Throws `Stale`, with what stands now, if someone changed it after `version`. */
export async function editEvidence(
  desk: Desk,
  of: Inspection,
  id: string,
  { version, ...typed }: TypedDetails & { version: number },
): Promise<void> {
  demand(of, "evidence.add");
  const found = await findEvidence(desk, of, id);
  // What inspectors make of the council’s evidence stays with them, in the appraisal.
  if (!mayRevise(of, found)) throw new NotFound("evidence.add");
  const after = checkDetails(typed, { titled: true });
  const event = { action: "evidence.edit", subject: `evidence:${id}`, inspection: of.id };
  await desk.change(event, async (db, keep) => {
    const [row] = await db
      .select({ ...columns, version: evidence.version, withdrawnAt: evidence.withdrawnAt })
      .from(evidence)
      .where(eq(evidence.id, id));
    if (!row || row.withdrawnAt) throw new NotFound();
    const { version: now, withdrawnAt: _, ...before } = row;
    if (now !== version) throw new Stale(asTyped(before), now);
    await db
      .update(evidence)
      .set({ ...after, version: version + 1 })
      .where(eq(evidence.id, id));
    keep(recorded(before), recorded(after));
  });
}

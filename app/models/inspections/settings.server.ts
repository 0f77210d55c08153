/** What an inspection is called, when its briefing is, and whether two inspectors rate: the lead's to change. */
import { eq } from "drizzle-orm";
import { z } from "zod";

import { inspection } from "#db/schema/inspections.ts";

import type { Db, Desk } from "#app/platform/desk.ts";
import { Invalid, NotFound, Stale } from "#app/platform/failure.ts";

import { demand, type Inspection } from "./inspections.server.ts";

const LENGTH = 200;

export type Settings = { title: string; kind: string; date: string; doubleRating: boolean; version: number };

async function standing(db: Db, of: Inspection): Promise<Settings> {
  const [row] = await db
    .select({
      title: inspection.title,
      kind: inspection.kind,
      date: inspection.date,
      doubleRating: inspection.doubleRating,
      version: inspection.version,
    })
    .from(inspection)
    .where(eq(inspection.id, of.id));
  if (!row) throw new NotFound();
  return row;
}

/** The settings as they stand. */
export async function findSettings(desk: Desk, of: Inspection): Promise<Settings> {
  demand(of, "settings.change");
  return standing(desk.read, of);
}

const oneLine = (typed: string) => typed.replace(/\s+/g, " ").trim();

function whyNot(text: string, missing: string): string | undefined {
  if (!text) return missing;
  return text.length > LENGTH ? `Use ${LENGTH} characters or fewer. It has ${text.length}.` : undefined;
}

/**
 * Changes the settings. Throws `Invalid` for what cannot be taken, and where double rating ends without a reason: from
 * then on every inspector sees every rating. Throws `Stale` where someone changed the inspection since `version`.
 */
export async function changeSettings(desk: Desk, of: Inspection, typed: Settings & { reason: string }): Promise<void> {
  demand(of, "settings.change");
  const { date, doubleRating } = typed;
  const [title, kind, reason] = [oneLine(typed.title), oneLine(typed.kind), typed.reason.trim()];
  const event = { action: "inspection.edit", subject: `inspection:${of.id}`, inspection: of.id };
  await desk.change(event, async (db, keep) => {
    const { version, ...now } = await standing(db, of);
    const ends = now.doubleRating && !doubleRating;
    const errors = {
      title: whyNot(title, "Enter the title"),
      kind: whyNot(kind, "Enter what the briefing is, such as Initial briefing"),
      date: z.iso.date().safeParse(date).success ? undefined : "Enter the day of the briefing",
      reason: ends ? whyNot(reason, "Enter why one rating is enough") : undefined,
    };
    const found = Object.entries(errors).filter((one): one is [string, string] => one[1] !== undefined);
    if (found.length) throw new Invalid(Object.fromEntries(found));
    if (version !== typed.version) {
      throw new Stale({ ...now, doubleRating: now.doubleRating ? "yes" : "no" }, version);
    }
    const set = { title, kind, date, doubleRating };
    await db
      .update(inspection)
      .set({ ...set, version: version + 1 })
      .where(eq(inspection.id, of.id));
    keep(now, { ...set, ...(ends && { reason }) });
  });
}

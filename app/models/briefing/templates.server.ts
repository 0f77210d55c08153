/** Templates of an inspection: office files of a council or an inspectorate whose look its decks can take. */
import { and, asc, eq, isNull } from "drizzle-orm";
import { randomUUID } from "node:crypto";

import { deck, template } from "#db/schema/briefing.ts";
import { blob } from "#db/schema/evidence.ts";

import { admit } from "#app/models/evidence/admission.server.ts";
import { cleanFileName } from "#app/models/evidence/file-kind.ts";
import { demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import type { Desk } from "#app/platform/desk.ts";
import { Invalid, NotFound, Refused } from "#app/platform/failure.ts";
import { readLook } from "#app/platform/look.server.ts";
import type { Arrival } from "#app/platform/storage.ts";

import { formats } from "./formats.ts";
import { templateLook, type TemplateLook } from "./template.ts";
import type { DeckTheme } from "./theme.ts";

const MB = 1024 * 1024;
const LARGEST = 20 * MB;
const MOST = 20;
const LONGEST_NAME = 80;

export type Template = { id: string; name: string; addedAt: string; look: TemplateLook; decks: string[] };

const current = (of: Inspection) => and(eq(template.inspection, of.id), isNull(template.withdrawnAt));

/** By name, each with the titles of the decks that take their look from it. */
export async function listTemplates(desk: Desk, of: Inspection): Promise<Template[]> {
  demand(of, "deck.write");
  const rows = await desk.read.select().from(template).where(current(of)).orderBy(asc(template.name), asc(template.id));
  const used = await desk.read
    .select({ title: deck.title, template: deck.template })
    .from(deck)
    .where(and(eq(deck.inspection, of.id), isNull(deck.withdrawnAt)))
    .orderBy(asc(deck.title));
  return rows.map(({ id, name, addedAt, theme }) => ({
    id,
    name,
    addedAt,
    look: templateLook.parse(theme),
    decks: used.filter((each) => each.template === id).map(({ title }) => title),
  }));
}

/** Throws `NotFound` where there is none of this id, or it is withdrawn. */
export async function findTemplate(desk: Desk, of: Inspection, id: string): Promise<Template> {
  const found = (await listTemplates(desk, of)).find((each) => each.id === id);
  if (!found) throw new NotFound();
  return found;
}

/** The look of a template; null for one that is withdrawn, whose decks have our own again. */
export async function findTheme(desk: Pick<Desk, "read">, of: Inspection, id: string): Promise<DeckTheme | null> {
  const [row] = await desk.read
    .select({ theme: template.theme })
    .from(template)
    .where(and(current(of), eq(template.id, id)));
  return row ? templateLook.parse(row.theme).theme : null;
}

/**
 * Reads the file in a process of its own and keeps it with the look that was found. Throws `Invalid` where it is no
 * presentation, or goes past a limit; the arrival is dropped then. Returns its id.
 */
export async function addTemplate(
  desk: Desk,
  of: Inspection,
  given: { name: string; file: { name: string; arrival: Arrival } | undefined },
): Promise<string> {
  demand(of, "deck.write");
  if (!given.file) throw new Invalid({ file: "Choose a PowerPoint file" });
  const { arrival } = given.file;
  try {
    const look = await lookOfArrival(desk, of, given.file);
    const name = nameOf(given.name, given.file.name);
    await arrival.keep();
    return await insert(desk, of, { name, look, arrival });
  } catch (error) {
    await arrival.drop();
    throw error;
  }
}

async function lookOfArrival(
  desk: Desk,
  of: Inspection,
  file: { name: string; arrival: Arrival },
): Promise<TemplateLook> {
  const name = cleanFileName(file.name);
  if (file.arrival.size > LARGEST) throw new Invalid({ file: `“${name}” must be smaller than ${LARGEST / MB}MB.` });
  const { mediaType } = await admit(desk, of, file);
  if (mediaType !== formats.pptx.mediaType) {
    throw new Invalid({ file: `“${name}” must be a PowerPoint file, whose name ends in .pptx.` });
  }
  const read = await readLook(file.arrival.open());
  if ("why" in read) throw new Invalid({ file: `The look of “${name}” could not be read. ${read.why}` });
  return read.look;
}

function nameOf(typed: string, file: string): string {
  const name = (typed.replace(/\s+/g, " ").trim() || cleanFileName(file).replace(/\.pptx$/i, "")).trim();
  if (name.length > LONGEST_NAME && typed) {
    throw new Invalid({ name: `The name must be ${LONGEST_NAME} characters or fewer. It has ${name.length}.` });
  }
  return name.slice(0, LONGEST_NAME) || "Template";
}

async function insert(
  desk: Desk,
  of: Inspection,
  made: { name: string; look: TemplateLook; arrival: Arrival },
): Promise<string> {
  const { name, look, arrival } = made;
  const { sha256, size } = arrival;
  const [id, addedAt] = [randomUUID(), desk.now().toISOString()];
  return desk.change({ action: "template.add", subject: `template:${id}`, inspection: of.id }, async (db, keep) => {
    const rows = await db.select({ id: template.id }).from(template).where(current(of));
    if (rows.length >= MOST) throw new Refused(`There are ${MOST} templates already. Withdraw one, then add another.`);
    await db.insert(blob).values({ sha256, size, addedAt }).onConflictDoNothing();
    await db
      .insert(template)
      .values({ id, inspection: of.id, name, sha256, theme: look, addedBy: desk.user?.id ?? null, addedAt });
    keep(null, { name, sha256 });
    return id;
  });
}

/** Decks that took their look from it have our own again. */
export async function withdrawTemplate(desk: Desk, of: Inspection, id: string): Promise<void> {
  demand(of, "deck.write");
  const { name } = await findTemplate(desk, of, id);
  const withdrawnAt = desk.now().toISOString();
  await desk.change({ action: "template.withdraw", subject: `template:${id}`, inspection: of.id }, async (db, keep) => {
    await db
      .update(template)
      .set({ withdrawnAt })
      .where(and(current(of), eq(template.id, id)));
    keep({ name }, null);
  });
}

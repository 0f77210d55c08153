/** Framework editions in the database: stored as they were read, never changed. */
import { desc, eq } from "drizzle-orm";
import { createHash, randomUUID } from "node:crypto";

import { frameworkEdition } from "#db/schema/frameworks.ts";

import { canonicalJson } from "#app/models/audit/canonical.ts";
import type { Desk } from "#app/platform/desk.ts";
import { NotFound } from "#app/platform/failure.ts";

import { pairsBetween } from "./crosswalk.ts";
import { framework, type Framework } from "./framework.ts";

/** Editions never change, so a parsed one may be kept. Few exist; the bound guards against surprises. */
const parsed = new Map<string, Framework>();
const KEPT = 50;

/** The edition of this id; throws `NotFound` where there is none. */
export async function findEdition(desk: Desk, id: string): Promise<Framework> {
  const known = parsed.get(id);
  if (known) return known;
  const [row] = await desk.read
    .select({ content: frameworkEdition.content })
    .from(frameworkEdition)
    .where(eq(frameworkEdition.id, id));
  if (!row) throw new NotFound();
  const value = framework.parse(JSON.parse(row.content));
  if (parsed.size >= KEPT) parsed.clear();
  parsed.set(id, value);
  return value;
}

export type EditionRow = { id: string; slug: string; title: string; edition: string; publisher: string };

/** All editions, the newest of a framework first. */
export async function listEditions(desk: Desk): Promise<EditionRow[]> {
  const rows = await desk.read
    .select({ id: frameworkEdition.id, addedAt: frameworkEdition.addedAt })
    .from(frameworkEdition);
  rows.sort((a, b) => (a.addedAt < b.addedAt ? 1 : -1));
  return Promise.all(
    rows.map(async ({ id }) => {
      const { slug, title, edition, publisher } = await findEdition(desk, id);
      return { id, slug, title, edition, publisher };
    }),
  );
}

/** The newest edition of the framework of this slug; throws `NotFound` where there is none. */
export async function findEditionBySlug(desk: Desk, slug: string): Promise<Framework> {
  const [row] = await desk.read
    .select({ id: frameworkEdition.id })
    .from(frameworkEdition)
    .where(eq(frameworkEdition.slug, slug))
    .orderBy(desc(frameworkEdition.addedAt))
    .limit(1);
  if (!row) throw new NotFound();
  return findEdition(desk, row.id);
}

export type Counterpart = { slug: string; title: string };

/** The frameworks that someone set beside this one, by title. */
export async function listCounterparts(desk: Desk, of: Framework): Promise<Counterpart[]> {
  const slugs = new Set((await listEditions(desk)).map(({ slug }) => slug));
  const others = await Promise.all(
    [...slugs].filter((slug) => slug !== of.slug).map((slug) => findEditionBySlug(desk, slug)),
  );
  return others
    .filter((other) => pairsBetween(of, other).length > 0)
    .map(({ slug, title }) => ({ slug, title }))
    .sort((a, b) => (a.title < b.title ? -1 : 1));
}

/** Stores an edition, unless this very content is stored already. Returns its id. */
export async function addEdition(desk: Desk, value: Framework): Promise<string> {
  const content = canonicalJson(value);
  const digest = createHash("sha256").update(content).digest("hex");
  const [known] = await desk.read
    .select({ id: frameworkEdition.id })
    .from(frameworkEdition)
    .where(eq(frameworkEdition.digest, digest));
  if (known) return known.id;
  const id = randomUUID();
  const addedAt = desk.now().toISOString();
  await desk.change({ action: "framework.add", subject: `framework:${id}`, detail: { digest } }, (db) =>
    db.insert(frameworkEdition).values({ id, slug: value.slug, digest, content, addedAt }),
  );
  return id;
}

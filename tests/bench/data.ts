/**
 * Data of three sizes, the same on every machine: the demonstration, and beside it what a seeded generator makes. The
 * rows are what the product's commands would write, but for the record of who did it: they go in by thousands.
 */
import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";

import { organisation, user } from "#db/schema/accounts.ts";
import { blob, evidence, evidenceFile, passage, unit } from "#db/schema/evidence.ts";
import { citation, finding } from "#db/schema/findings.ts";
import { inspection, line, member } from "#db/schema/inspections.ts";

import type { Services } from "#app/desk.server.ts";
import type { Db } from "#app/platform/desk.ts";

export type Scale = {
  /** Inspections beside the demonstration's own. */
  inspections: number;
  /** What each of them holds, and what the demonstration's first is given on top. */
  evidence: number;
  passages: number;
  findings: number;
  citations: number;
};

/** One inspection as it is; a council with ten of them; every council of a country. */
export const scales = {
  S: { inspections: 0, evidence: 0, passages: 0, findings: 0, citations: 0 },
  M: { inspections: 9, evidence: 500, passages: 25_000, findings: 600, citations: 1_800 },
  L: { inspections: 458, evidence: 218, passages: 10_900, findings: 600, citations: 1_840 },
} as const satisfies Record<string, Scale>;

/** The demonstration's own inspection with a hundred times its evidence and findings. */
export const hundredfold: Scale = {
  inspections: 0,
  evidence: 2_400,
  passages: 12_000,
  findings: 55_100,
  citations: 31_000,
};

/** Numbers from 0 to 1, the same for the same seed. Source: sfc32, by C. Doty-Humphrey, as commonly written. */
export function numbersFrom(seed: number): () => number {
  let [a, b, c, d] = [0x9e3779b9, 0x243f6a88, 0xb7e15162, seed | 0];
  return () => {
    const t = (a + b + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + t;
    return ((t + c) >>> 0) / 4_294_967_296;
  };
}

/** Words of the field, which are common, before made-up ones, which are ever rarer (Zipf). */
const FIELD = "strategy group board review evidence service users plan action progress council provider support".split(
  " ",
);
const VOCABULARY = 40_000;

function writer(next: () => number) {
  const word = () => {
    const rank = Math.floor(VOCABULARY ** next());
    return FIELD[rank - 1] ?? `w${rank.toString(36)}`;
  };
  return (words: number) => `${Array.from({ length: words }, word).join(" ")}.`;
}

const AT = "2026-11-01T09:00:00.000Z";
const hash = (text: string) => createHash("sha256").update(text).digest("hex");
const range = <T>(length: number, make: (n: number) => T): T[] => Array.from({ length }, (_, n) => make(n));

/** Rows by the hundred: SQLite takes no more than 32,766 values in a statement. */
async function insertAll<T>(rows: T[], insert: (part: T[]) => Promise<unknown>): Promise<void> {
  for (let at = 0; at < rows.length; at += 500) await insert(rows.slice(at, at + 500));
}

type Place = { id: string; code: string; number: number };

/** An inspection like the first: its council, framework and lines, and its people. */
async function addInspection(db: Db, like: typeof inspection.$inferSelect, n: number): Promise<Place> {
  const id = `bench-${n}`;
  const [made] = await db
    .insert(inspection)
    .values({ ...like, id, code: id, number: null, title: `Inspection ${n}`, stage: "draft" })
    .returning();
  const [named] = await db.select({ number: inspection.number }).from(inspection).where(eq(inspection.id, id));
  const lines = await db.select().from(line).where(eq(line.inspection, like.id));
  await insertAll(lines, (part) =>
    db.insert(line).values(part.map((one) => ({ ...one, id: `${id}-${one.ref}`, inspection: id }))),
  );
  const members = await db.select().from(member).where(eq(member.inspection, like.id));
  await insertAll(members, (part) => db.insert(member).values(part.map((one) => ({ ...one, inspection: id }))));
  return { id, code: made?.code ?? id, number: named?.number ?? 0 };
}

/** Gives one inspection its evidence, with text and passages, its findings and their citations, and its counts. */
async function fill(db: Db, place: Place, scale: Scale, seed: number): Promise<void> {
  const next = numbersFrom(seed);
  const write = writer(next);
  const id = (kind: string, n: number) => `${place.id}-bench-${kind}-${n}`;
  const [officer] = await db.select({ id: user.id }).from(user).where(eq(user.email, "officer@demo.test"));
  const lines = await db.select().from(line).where(eq(line.inspection, place.id)).orderBy(line.position);
  const files = range(scale.evidence, (n) => ({ n, sha256: hash(id("file", n)) }));
  const by = officer?.id ?? null;
  await insertAll(files, (part) =>
    db.insert(blob).values(part.map(({ sha256 }) => ({ sha256, size: 1000, addedAt: AT }))),
  );
  await insertAll(files, (part) =>
    db.insert(evidence).values(
      part.map(({ n }) => ({
        ...{ id: id("evidence", n), inspection: place.id, number: 1000 + n, title: write(4) },
        ...{ kind: "minutes" as const, side: "council" as const, asAt: "2026-05-01", addedBy: by, addedAt: AT },
      })),
    ),
  );
  await insertAll(files, (part) =>
    db.insert(evidenceFile).values(
      part.map(({ n, sha256 }) => ({
        ...{ id: id("file", n), evidence: id("evidence", n), revision: 1, position: 0, name: `${n}.txt`, sha256 },
        ...{ mediaType: "text/plain", size: 1000, textStatus: "ok" as const, addedBy: by, addedAt: AT },
      })),
    ),
  );
  await addText(db, place, scale, { id, write });
  await addFindings(db, { place, scale, next, write, id, lines });
}

type Making = { id: (kind: string, n: number) => string; write: (words: number) => string };

async function addText(db: Db, place: Place, scale: Scale, { id, write }: Making): Promise<void> {
  const base = place.number * 2 ** 32 + 2 ** 30;
  const each = scale.evidence ? Math.round(scale.passages / scale.evidence) : 0;
  for (let n = 0; n < scale.evidence; n++) {
    const texts = range(each, () => write(60));
    const row = { id: base + n, file: id("file", n), seq: 1, kind: "page" as const, label: "1", hidden: false };
    await db.insert(unit).values({ ...row, text: texts.join("\n") });
    await db.insert(passage).values(texts.map((text, at) => ({ id: base + n * each + at, unit: base + n, text })));
  }
}

type Findings = Making & {
  place: Place;
  scale: Scale;
  next: () => number;
  lines: (typeof line.$inferSelect)[];
};

async function addFindings(db: Db, { place, scale, next, write, id, lines }: Findings): Promise<void> {
  const kinds = ["strength", "weakness", "area"] as const;
  const cited = Math.ceil(scale.citations / 3);
  const rows = range(scale.findings, (n) => {
    const of = lines[n % lines.length];
    if (!of) throw new Error(`${place.code} has no lines.`);
    const kind = kinds[Math.floor(next() * 3)] ?? "area";
    const row = { id: id("finding", n), inspection: place.id, line: of.id, kind, position: 1000 + n, text: write(14) };
    return { ...row, citations: n < cited ? 3 : 0, addedAt: AT, changedAt: AT };
  });
  await insertAll(rows, (part) => db.insert(finding).values(part));
  await insertAll(
    range(Math.min(scale.citations, cited * 3), (n) => n),
    (part) =>
      db.insert(citation).values(
        part.map((n) => ({
          ...{ id: id("citation", n), finding: id("finding", Math.floor(n / 3)), locator: "page 1", addedAt: AT },
          evidence: id("evidence", Math.floor(next() * scale.evidence)),
        })),
      ),
  );
  for (const of of lines) {
    const own = rows.filter((row) => row.line === of.id);
    const count = (kind: string, some = own) => some.filter((row) => row.kind === kind).length;
    const sure = own.filter(({ citations }) => citations > 0);
    await db
      .update(line)
      .set({
        strengths: of.strengths + count("strength"),
        weaknesses: of.weaknesses + count("weakness"),
        areas: of.areas + count("area"),
        citedStrengths: of.citedStrengths + count("strength", sure),
        citedWeaknesses: of.citedWeaknesses + count("weakness", sure),
        citedAreas: of.citedAreas + count("area", sure),
      })
      .where(eq(line.id, of.id));
  }
}

/** Makes the demonstration of these services as large as `scale`. Returns a digest of what was made. */
export async function grow({ store }: Services, scale: Scale): Promise<string> {
  await store.write(async (db) => {
    const [first] = await db.select().from(inspection).where(eq(inspection.code, "leicester-2007"));
    const [council] = await db.select().from(organisation).limit(1);
    if (!first || !council) throw new Error("The bench grows the demonstration, and this is none.");
    const places: Place[] = [{ id: first.id, code: first.code, number: first.number ?? 1 }];
    for (let n = 1; n <= scale.inspections; n++) places.push(await addInspection(db, first, n));
    for (const [n, place] of places.entries()) await fill(db, place, scale, n + 1);
  });
  const rows = await store.read.select({ text: finding.text }).from(finding).orderBy(finding.id).limit(1000);
  return hash(rows.map(({ text }) => text).join("\n")).slice(0, 16);
}

/** What the product adds to a search of 100,000 passages: the same query is asked of the database by itself. */
import Database from "better-sqlite3";
import { eq } from "drizzle-orm";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";

import { evidence, evidenceFile, passage, unit } from "#db/schema/evidence.ts";
import { frameworkEdition } from "#db/schema/frameworks.ts";
import { inspection } from "#db/schema/inspections.ts";

import { ensureOrganisation } from "#app/models/accounts/users.server.ts";
import { RANGE } from "#app/models/evidence/text/passage-range.ts";
import { addInspection } from "#app/models/inspections/inspections.server.ts";
import type { Db, Desk } from "#app/platform/desk.ts";
import { addPerson, freshInspection, type Team } from "#tests/support/fresh.ts";
import { send } from "#tests/support/library.ts";

import { findPassages } from "./passages.server.ts";

const PASSAGES = 100_000;
const INSPECTIONS = 4;

/** The same words each time. Source: mulberry32, in the public domain. */
function randomly(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** 60 words as they are spread in a language: the first are in every text, the last in few. */
function textFrom(next: () => number): string {
  const word = () => `w${Math.floor(20_000 ** next())}`;
  return Array.from({ length: 60 }, word).join(" ");
}

/** A quarter of all passages in each of four inspections: two of the lead's, two of a stranger's. */
async function fill({ world, lead }: Team): Promise<void> {
  const stranger = world.desk(await addPerson(world, "stranger", "lead", "Sample Inspectorate"));
  const [edition] = await lead.read.select({ id: frameworkEdition.id }).from(frameworkEdition);
  const council = await ensureOrganisation(world.desk(null), "Other Council", "council");
  for (const [at, desk] of [lead, stranger, stranger].entries()) {
    const draft = { code: `other-${at}`, title: `Other ${at}`, kind: "Initial briefing", date: "2026-12-09" };
    await addInspection(desk, { ...draft, council, edition: edition?.id ?? "" });
  }
  const next = randomly(7);
  await send(world, lead, "Document");
  const [file] = await lead.read.select({ evidence: evidenceFile.evidence }).from(evidenceFile);
  const numbers = await lead.read.select({ number: inspection.number, id: inspection.id }).from(inspection);
  await world.services.store.write(async (db) => {
    for (const { number, id } of numbers)
      await document(db, { number: number ?? 0, id, like: file?.evidence ?? "", next });
  });
}

type Of = { number: number; id: string; like: string; next: () => number };

/** One long document in the inspection: like the first one, but for its text. */
async function document(db: Db, { number, id, like, next }: Of): Promise<void> {
  const [item] = await db.select().from(evidence).where(eq(evidence.id, like));
  const [file] = await db.select().from(evidenceFile).where(eq(evidenceFile.evidence, like));
  if (!item || !file) throw new Error("There is no document to copy.");
  await db.insert(evidence).values({ ...item, id: `e${number}`, inspection: id, number: 4000 + number });
  await db.insert(evidenceFile).values({ ...file, id: `f${number}`, evidence: `e${number}` });
  const page = { file: `f${number}`, seq: 0, kind: "page", label: "page 1", hidden: false, text: "" } as const;
  const [row] = await db.insert(unit).values(page).returning({ id: unit.id });
  const many = PASSAGES / INSPECTIONS;
  for (let from = 0; from < many; from += 500) {
    const rows = Array.from({ length: 500 }, (_, at) => ({
      id: number * RANGE + 1000 + from + at,
      unit: row?.id ?? 0,
      text: textFrom(next),
    }));
    await db.insert(passage).values(rows);
  }
}

const median = (times: number[]) => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;

/** Milliseconds of the processor: what else runs on the machine does not count. */
async function timed(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

type Asked = { query: string; params: unknown[] };

/** The query as the shell takes it. */
const inlined = ({ query, params }: Asked) =>
  params.reduce<string>(
    (text, param) =>
      text.replace("?", () => (typeof param === "number" ? String(param) : `'${String(param).replaceAll("'", "''")}'`)),
    query,
  );

/** What the queries take in the sqlite3 shell, as `timed` measures it; null where there is no shell. */
function inShell(file: string, queries: Asked[]): number | null {
  const input = `.timer on\n${queries.map((one) => `${inlined(one)};\n`).join("")}`;
  const { status, stdout } = spawnSync("sqlite3", ["-readonly", file], { input, encoding: "utf8" });
  const times = [...(stdout ?? "").matchAll(/Run Time: real [\d.]+ user ([\d.]+) sys ([\d.]+)/g)];
  if (status !== 0 || times.length !== queries.length) return null;
  return times.reduce((sum, [, user, system]) => sum + (Number(user) + Number(system)) * 1000, 0);
}

const ROUNDS = 7;
const ways = ["product", "alone", "shell"] as const;

/** From the word that nearly every passage holds to one that two in a thousand do. */
const words = ["w1", "w1 w2", "w40", "w300"];

test("a search costs what its query costs, in the range of one's inspections", { timeout: 180_000 }, async () => {
  const team = await freshInspection();
  await fill(team);
  const file = join(team.world.services.settings.DATA_DIR, "throughline.db");
  const connection = new Database(file, { readonly: true });
  const asked: Asked[] = [];
  const logger = { logQuery: (query: string, params: unknown[]) => void asked.push({ query, params }) };
  const watched: Desk = { ...team.lead, read: drizzle(connection, { casing: "snake_case", logger }) };
  const page = { limit: 20, skip: 0 };
  const sum = { product: 0, alone: 0, shell: 0 };
  for (const q of words) {
    asked.length = 0;
    await findPassages(watched, { q }, page);
    const queries = asked.slice();
    expect(queries).toHaveLength(2);
    for (const { query, params } of queries) {
      const plan = connection.prepare(`explain query plan ${query}`).all(...params) as { detail: string }[];
      // Both bounds reach the index: "M" is the match, "><" the range of ids.
      expect(plan.some(({ detail }) => /VIRTUAL TABLE INDEX \d+:M\d+><$/.test(detail))).toBe(true);
    }
    const times: Record<(typeof ways)[number], number[]> = { product: [], alone: [], shell: [] };
    const alone = () => queries.map(({ query, params }) => connection.prepare(query).all(...params));
    for (let round = 0; round < ROUNDS; round++) {
      times.product.push(await timed(() => findPassages(team.lead, { q }, page)));
      times.alone.push(await timed(alone));
      times.shell.push(inShell(file, queries) ?? Infinity);
    }
    for (const way of ways) sum[way] += median(times[way]);
  }
  connection.close();
  // Measured: 1.0 times the queries by themselves, and 1.2 to 1.7 times the shell, which is another build of SQLite.
  expect(sum.product / sum.alone).toBeLessThan(2);
  // Where there is no shell, there is nothing to compare with.
  expect(sum.product / sum.shell).toBeLessThan(2);
});

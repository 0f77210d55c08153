/**
 * What pages may cost, in counts that a busy machine does not move: statements, whole tables read, bytes of HTML and of
 * scripts. Source of the ceilings: performance.md, section 4; where a page needs more, its row says what for.
 */
import { gzipSync } from "node:zlib";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

import { home } from "#app/platform/home.server.ts";
import { grow } from "#tests/bench/data.ts";
import { CODE, demoServer } from "#tests/support/server.ts";
import { plansOf, statementsOf } from "#tests/support/statements.ts";

const server = demoServer();
const at = (path = "") => `/inspections/${CODE}${path}`;

/** `scripts` in kilobytes, gzipped: React and Remix are 80 of them. The target is 100; one page is over it. */
type Budget = { account: string; statements: number; kilobytes: number; scripts?: number };

/** Pages that people open many times a day. */
const budgets: Record<string, Budget> = {
  [at()]: { account: "lead", statements: 30, kilobytes: 200 },
  [at("/lines")]: { account: "lead", statements: 30, kilobytes: 120 },
  [at("/lines/1.3")]: { account: "lead", statements: 40, kilobytes: 200, scripts: 103 },
  [at("/evidence")]: { account: "lead", statements: 30, kilobytes: 200 },
  [at("/requests")]: { account: "lead", statements: 30, kilobytes: 100 },
  [at("/fieldwork")]: { account: "lead", statements: 30, kilobytes: 100 },
  [at("/checks")]: { account: "lead", statements: 40, kilobytes: 300 },
  [at("/triangulation")]: { account: "lead", statements: 30, kilobytes: 200 },
  [at("/evidence/upload")]: { account: "officer", statements: 30, kilobytes: 100, scripts: 100 },
  [at("/requests/3")]: { account: "officer", statements: 30, kilobytes: 100, scripts: 100 },
  "/inspections": { account: "lead", statements: 20, kilobytes: 60 },
  "/search?q=strategy+group": { account: "lead", statements: 40, kilobytes: 200 },
};

/** Tables that grow with use: no page of the above reads one of them whole. */
const LARGE = /SCAN (finding|evidence|citation|passage|unit|evidence_file|event|revision)\b/;

/** The plans of these statements in which a table that grows is read from end to end. */
function wholeReads(texts: string[]): string[] {
  const file = join(server.services.settings.DATA_DIR, "throughline.db");
  return plansOf(file, texts).filter((plan) => LARGE.test(plan));
}

/** What the scripts of a page weigh, gzipped, when it is opened for the first time. */
function scriptsOf(page: string): number {
  const paths = new Set(
    [...page.matchAll(/(?:href|src)="(\/[^"]+\.js)"|from "(\/assets\/[^"]+\.js)"|import "(\/[^"]+\.js)"/g)].map(
      (m) => m[1] ?? m[2] ?? m[3] ?? "",
    ),
  );
  return [...paths].reduce((sum, path) => sum + gzipSync(readFileSync(join(home, "build/client", path))).length, 0);
}

const counts = new Map<string, number>();

test("each page keeps to its budget of statements, HTML and scripts", async () => {
  const found: Record<string, unknown> = {};
  const over: string[] = [];
  for (const [path, { account, statements, kilobytes, scripts }] of Object.entries(budgets)) {
    const client = await server.signedIn(account);
    await client.page(path);
    let page = "";
    const texts = await statementsOf(async () => void (page = await client.page(path)));
    const js = scriptsOf(page);
    counts.set(path, texts.length);
    found[path] = {
      statements: texts.length,
      kB: Math.round(page.length / 1000),
      scriptsKB: Math.round(js / 100) / 10,
    };
    if (texts.length > statements) over.push(`${path}: ${texts.length} statements`);
    if (page.length > kilobytes * 1000) over.push(`${path}: ${page.length} bytes of HTML`);
    // The warning before sign-out, which each page has, is 2.5 KB.
    if (js > (scripts ?? 10) * 1000) over.push(`${path}: ${js} bytes of scripts, gzipped`);
  }
  if (process.env.SHOW_BUDGETS) console.log(found);
  expect(over).toEqual([]);
}, 60_000);

test("with many times the evidence and findings, pages ask as often, and read no large table whole", async () => {
  await grow(server.services, { inspections: 2, evidence: 300, passages: 3000, findings: 600, citations: 900 });
  const more: string[] = [];
  const whole: string[] = [];
  for (const [path, { account }] of Object.entries(budgets)) {
    const client = await server.signedIn(account);
    await client.page(path);
    const texts = await statementsOf(() => client.page(path));
    // One more where a line had no evidence to show, and now has some.
    if (texts.length > (counts.get(path) ?? 0) + 1)
      more.push(`${path}: ${counts.get(path)} statements, then ${texts.length}`);
    whole.push(...wholeReads(texts).map((plan) => `${path}: ${plan}`));
  }
  expect(more).toEqual([]);
  expect(whole).toEqual([]);
}, 120_000);

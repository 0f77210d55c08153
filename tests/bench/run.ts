/** `npm run bench -- [--scale S|M|L] [--rounds N]`: how far each thing is from what the machine allows. */
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";

import { openServices } from "#app/desk.server.ts";
import { home } from "#app/platform/home.server.ts";
import { readSettings } from "#app/platform/env.ts";
import { readTexts } from "#app/server/reading.ts";
import { Client, CODE, PASSWORD } from "#tests/support/client.ts";

import { grow, hundredfold, scales } from "./data.ts";
import { deckMeasures } from "./decks.ts";
import { type Ask, load, type Measure, measureAll, memoryOf, type Served, serve, tableOf } from "./kit.ts";

const { values } = parseArgs({ options: { scale: { type: "string", default: "S" }, rounds: { type: "string" } } });
const scale = values.scale as keyof typeof scales;
const rounds = Number(values.rounds ?? 5);
if (!(scale in scales) || !(rounds > 0)) {
  console.error("Usage: npm run bench -- [--scale S|M|L] [--rounds N]");
  process.exit(2);
}

const PROGRAM = join(home, "build/programs/main.js");
const work = mkdtempSync(join(tmpdir(), "throughline-bench-"));
process.on("exit", () => rmSync(work, { recursive: true, force: true }));

/** The demonstration, grown. Returns its folder and the digest of what was made. */
async function makeData(): Promise<{ folder: string; digest: string }> {
  const folder = join(work, "data");
  const env = { PATH: process.env.PATH, DATA_DIR: folder, NODE_ENV: "production" as const };
  const { status, stderr } = spawnSync(process.execPath, [PROGRAM, "demo", "--no-serve"], { env, encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
  const services = await openServices(readSettings({ DATA_DIR: folder, INSECURE_COOKIES: "1" }), true);
  // Before it is copied: the limit searches and shows the same texts.
  await readTexts(services);
  const digest = await grow(services, scales[scale]);
  services.store.close();
  return { folder, digest };
}

/** A copy of the data with a hundred times the evidence and findings, served. */
async function serveHundredfold(folder: string): Promise<Served> {
  const large = join(work, "large");
  cpSync(folder, large, { recursive: true });
  const services = await openServices(readSettings({ DATA_DIR: large, INSECURE_COOKIES: "1" }), true);
  await grow(services, hundredfold);
  services.store.close();
  return serve([PROGRAM, "demo"], { DATA_DIR: large, PORT: "0" });
}

/** A page of ours beside the limit's, each asked so often that the clock's ticks do not show. */
function pageMeasure([ours, limit]: [Served, Served], name: string, of: PageOf): Measure {
  const { ask, bare, target, count = 200 } = of;
  const unit = "ms CPU";
  return {
    name,
    unit,
    target,
    ours: () => load(ours, ask, count),
    limit: () => load(limit, bare, Math.max(800, count * 4)),
  };
}
type PageOf = { ask: Ask; bare: Ask; target: number; count?: number };

let written = 0;
const form = (fields: Record<string, string>) => () => new URLSearchParams(fields).toString();

/** What is rationed for each person is asked by all of these in turn. */
const askers = ["lead", "inspector", "inspector2", "reviewer"];

function pageMeasures(both: [Served, Served], cookies: string[]): Measure[] {
  const [{ origin }] = both;
  const [lead = ""] = cookies;
  let turn = 0;
  const inTurn = (among = cookies.length) => cookies[turn++ % among] ?? lead;
  const at = (path: string): Ask => ({ path: `/inspections/${CODE}${path}`, headers: { Cookie: lead } });
  const posting = { Origin: origin, "Content-Type": "application/x-www-form-urlencoded" };
  const bytes = Buffer.alloc(100_000, "throughline ");
  const boundary = "bench-boundary";
  const file = () =>
    Buffer.concat([
      Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="restricted"\r\n\r\nno\r\n`),
      Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${written++}.txt"\r\n\r\n`),
      Buffer.from(`${written} `),
      bytes,
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ]);
  const sending = { Origin: origin, "Content-Type": `multipart/form-data; boundary=${boundary}` };
  // Those who only manage add no evidence.
  const upload = () => ({ ...sending, Cookie: inTurn(3) });
  return [
    pageMeasure(both, "home: 52 lines", { ask: at(""), bare: { path: "/home" }, target: 4.5 }),
    pageMeasure(both, "evidence, 50 rows", { ask: at("/evidence"), bare: { path: "/evidence" }, target: 9 }),
    pageMeasure(both, "line with findings and citations", {
      ask: at("/lines/1.3"),
      bare: { path: "/line" },
      target: 12,
    }),
    pageMeasure(both, "inspections", {
      ...{ ask: { path: "/inspections", headers: { Cookie: lead } }, bare: { path: "/inspections" }, target: 4 },
    }),
    pageMeasure(both, "search, two words", {
      ...{ ask: { path: "/search?q=strategy+group&what=passages", headers: () => ({ Cookie: inTurn() }) } },
      ...{ bare: { path: "/search" }, target: 2.5, count: 24 },
    }),
    pageMeasure(both, "upload of 100 KB", {
      ask: { path: `/inspections/${CODE}/evidence/upload`, method: "POST", headers: upload, body: file },
      ...{ bare: { path: "/file", method: "POST", body: file }, target: 2.5, count: 24 },
    }),
    pageMeasure(both, "a finding written", {
      ask: {
        ...{ ...at("/lines/2.1/findings"), method: "POST", headers: { ...posting, Cookie: lead } },
        body: form({ kind: "area", text: "What does the board see of this, and how often?" }),
      },
      ...{ bare: { path: "/note", method: "POST", body: () => "A finding" }, target: 12, count: 60 },
    }),
  ];
}

const cookieOf = async (origin: string, account: string) => {
  const client = new Client(origin);
  await client.post("/sign-in", { email: `${account}@demo.test`, password: PASSWORD });
  return client.cookie;
};

const { folder, digest } = await makeData();
const before = loadavg();
// The limit reads a copy: what is written to ours must not slow it down, nor the other way round.
cpSync(folder, join(work, "copy"), { recursive: true });
const ours = await serve([PROGRAM, "demo"], { DATA_DIR: folder, PORT: "0" });
const limit = await serve([join(home, ".cache/bench/limit.js"), join(work, "copy"), join(work, "scratch")], {});
const large = await serveHundredfold(join(work, "copy"));
try {
  const idle = memoryOf(ours.child.pid ?? 0);
  const cookies: string[] = [];
  for (const account of askers) cookies.push(await cookieOf(ours.origin, account));
  const homePage: Ask = { path: `/inspections/${CODE}`, headers: { Cookie: cookies[0] ?? "" } };
  const homeLarge: Ask = { ...homePage, headers: { Cookie: await cookieOf(large.origin, "lead") } };
  const pages = [
    ...pageMeasures([ours, limit], cookies),
    {
      ...{ name: "home with 100 times the evidence and findings, beside one", unit: "ms CPU", target: 1.5 },
      ...{ ours: () => load(large, homeLarge, 200), limit: () => load(ours, homePage, 200) },
    },
  ];
  // Once for the compiler, so that both are warm.
  await measureAll(pages, 1);
  const results = [
    ...(await measureAll(pages, rounds)),
    ...(await measureAll(await deckMeasures(join(work, "copy")), Math.min(rounds, 3))),
  ];
  const memory = { idle: Math.round(idle), loaded: Math.round(memoryOf(ours.child.pid ?? 0)) };
  const machine = { node: process.version, processors: cpus().length, load: before.map((n) => n.toFixed(1)) };
  console.log(`Scale ${scale}, data ${digest}, ${rounds} rounds, load before ${machine.load[0]}\n`);
  console.log(tableOf(results));
  console.log(`\nstart to ready: ${Math.round(ours.startMs)} ms (limit ${Math.round(limit.startMs)})`);
  console.log(`memory: ${memory.idle} MB idle, ${memory.loaded} MB after the load`);
  const out = join(home, "tests/bench/results");
  mkdirSync(out, { recursive: true });
  const day = new Date().toISOString().slice(0, 10);
  const start = { ours: Math.round(ours.startMs), limit: Math.round(limit.startMs) };
  const kept = { scale, digest, rounds, machine, start, memory, results };
  writeFileSync(join(out, `${day}-${scale}.json`), `${JSON.stringify(kept, null, 1)}\n`);
} finally {
  ours.child.kill("SIGTERM");
  limit.child.kill("SIGTERM");
  large.child.kill("SIGTERM");
}
process.exit(0);

/** Files made to harm whoever reads them: each is dealt with in little time, and nobody else notices. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { availableParallelism, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";

import { extraction } from "#app/models/evidence/text/extraction-schema.ts";
import { runBounded } from "#app/platform/bounded.server.ts";
import { confined, confinement } from "#app/platform/confinement.server.ts";
import { extract } from "#app/platform/extraction.server.ts";
import { home } from "#app/platform/home.server.ts";
import { hostileMail, hostilePdf, hostileWord, pdfOf } from "#tests/support/hostile.ts";
import { docxOf, heading, odfOf, paragraph, pptxOf, shape, xlsxOf } from "#tests/support/office.ts";
import { readAs, typeOf } from "#tests/support/read.ts";
import { demoServer } from "#tests/support/server.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const server = demoServer();
const folder = mkdtempSync(join(tmpdir(), "throughline-hostile-"));
let calls = 0;
const outside = createServer((_request, response) => {
  calls += 1;
  response.end("<!ELEMENT a ANY>");
});

beforeAll(async () => {
  await new Promise<void>((resolve) => outside.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(outside.address() as AddressInfo).port}`;
  const sets = { docx: hostileWord(origin), pdf: hostilePdf(), msg: hostileMail() };
  for (const [ending, set] of Object.entries(sets)) {
    mkdirSync(join(folder, ending));
    for (const [name, bytes] of Object.entries(set)) writeFileSync(join(folder, ending, `${name}.${ending}`), bytes);
  }
  await confinement();
});

afterAll(() => {
  outside.close();
  rmSync(folder, { recursive: true });
});

/** A machine that does other work too is given the time that the work takes from it. */
const patience = (milliseconds: number) => milliseconds * Math.max(1, loadavg()[0]! / availableParallelism());

/** What a file became, how long it took, and what others noticed meanwhile. */
async function ordeal(path: string, mediaType: string) {
  const before = process.memoryUsage.rss();
  let done = false;
  let [peak, slowest] = [before, 0];
  const watch = (async () => {
    while (!done) {
      const began = performance.now();
      await server.client().page("/sign-in");
      slowest = Math.max(slowest, performance.now() - began);
      peak = Math.max(peak, process.memoryUsage.rss());
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  })();
  const began = performance.now();
  const { status, units } = await extract(path, mediaType, path);
  const took = performance.now() - began;
  done = true;
  await watch;
  return { status, text: units.length, took, slowest, grown: (peak - before) / 1e6 };
}

/** What each kind of file may become. */
const allowed = {
  docx: ["corrupt", "encrypted", "too-large", "timeout", "ok", "no-text"],
  pdf: ["too-large", "timeout", "corrupt", "no-text"],
  msg: ["too-large", "timeout", "corrupt", "ok"],
};

test.each(["docx", "pdf", "msg"] as const)("hostile %s files are refused or stored without text", async (ending) => {
  for (const name of readdirSync(join(folder, ending))) {
    const ordained = await ordeal(join(folder, ending, name), typeOf[ending]);
    const said = `${name}: ${JSON.stringify(ordained)}`;
    if (process.env.SHOW_ORDEALS) console.log(said);
    expect(allowed[ending], said).toContain(ordained.status);
    expect(ordained.took, said).toBeLessThan(patience(10_000));
    expect(ordained.slowest, said).toBeLessThan(patience(1_500));
    expect(ordained.grown, said).toBeLessThan(150);
  }
  expect(calls).toBe(0);
});

/** Numbers that look like chance and are the same in every run: T. Ettinger, mulberry32. */
function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const cell = (at: string, text: string) => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;
const bases: Partial<Record<keyof typeof typeOf, Buffer>> = {
  docx: docxOf(heading(1, "Money") + paragraph("£8.1 million, 25%").repeat(20)),
  pptx: pptxOf([
    { tree: shape("title", ["Money"]) + shape("body", ["£8.1 million", "25%"]), notes: shape("body", ["Say"]) },
  ]),
  xlsx: xlsxOf([{ name: "Budget", rows: `<row r="1">${cell("A1", "Line")}${cell("B1", "£8.1m")}</row>`.repeat(20) }]),
  odt: odfOf("text", "<text:h>Money</text:h><text:p>£8.1 million, 25%</text:p>".repeat(20)),
  csv: Buffer.from("Line,Spend\n".repeat(50)),
  html: Buffer.from(
    "<h1>Money</h1><p style='color:red'>&pound;8.1 million</p><table><tr><td>1<td>2</table>".repeat(10),
  ),
  eml: Buffer.from(`From: a@b.c\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nText\r\n--b--\r\n`),
  pdf: pdfOf(Buffer.from("BT /F1 12 Tf 72 700 Td (Text) Tj ET"), "", 2),
};

/** A few bytes changed, cut out or written twice. */
function mutated(file: Buffer, random: (below: number) => number): Buffer {
  let bytes = Buffer.from(file);
  for (let change = 1 + random(6); change > 0; change--) {
    const at = random(bytes.length);
    const kind = random(4);
    if (kind === 0) bytes[at] = random(256);
    else if (kind === 1) bytes[at] = bytes[at]! ^ (1 << random(8));
    else if (kind === 2) bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1 + random(20))]);
    else bytes = Buffer.concat([bytes.subarray(0, at + 1), bytes.subarray(random(at + 1))]);
    if (bytes.length === 0) return Buffer.from([0]);
  }
  return bytes;
}

test("two hundred damaged files are read or refused, and nothing else", async () => {
  const random = chance(20071107);
  const endings = Object.keys(bases) as (keyof typeof typeOf)[];
  const tally: Record<string, number> = {};
  for (let n = 0; n < 200; n++) {
    const ending = endings[n % endings.length]!;
    const began = performance.now();
    const read = await readAs(ending, mutated(bases[ending]!, random));
    expect(extraction.safeParse(read).success).toBe(true);
    expect(performance.now() - began).toBeLessThan(patience(2_000));
    tally[read.status] = (tally[read.status] ?? 0) + 1;
  }
  if (process.env.SHOW_ORDEALS) console.log(tally);
  expect(Object.keys(tally).sort()).toEqual(expect.arrayContaining(["corrupt", "ok"]));
});

test("two hundred files whose parts were damaged before they were packed are read or refused", async () => {
  const random = chance(17);
  for (let n = 0; n < 200; n++) {
    const body = mutated(Buffer.from(heading(1, "Money") + paragraph("£8.1 million").repeat(5)), random).toString(
      "latin1",
    );
    const read = await readAs("docx", docxOf(body));
    expect(["ok", "no-text", "corrupt"]).toContain(read.status);
  }
});

test("a program that takes too much is ended, and what it took is known", async () => {
  const run = (script: string) => runBounded(process.execPath, ["-e", script], 0);
  const hoard = "const kept = []; for (;;) kept.push(Buffer.alloc(16 << 20, 1))";
  expect((await run(hoard)).why).toBe("memory");
  expect((await run("const kept = []; for (;;) kept.push(Array(1e5).fill('x' + kept.length))")).why).toBe("memory");
  expect((await run("for (;;) require('fs').writeSync(1, 'x'.repeat(1 << 16))")).why).toBe("output");
  expect((await run("for (;;);")).why).toBe("time");
  expect((await run("process.abort()")).why).toBe("ended");
  expect(await run("console.log('all of it')")).toMatchObject({ why: "ended", output: "all of it\n" });
  expect((await runBounded("/no/such/program", [], 0)).why).toBe("ended");
});

test("where this machine allows it, the program reaches no file, no network and no other program", async () => {
  const { active } = await confinement();
  const probe = join(home, ".cache/extract/probe.mjs");
  writeFileSync(
    probe,
    `import { readFileSync, writeFileSync } from "node:fs";
     import { spawnSync } from "node:child_process";
     import { connect } from "node:net";
     const does = (work) => { try { work(); return true; } catch { return false; } };
     const done = {
       reads: does(() => readFileSync("/etc/passwd")),
       writes: does(() => writeFileSync("/tmp/throughline-probe", "x")),
       runs: does(() => { if (spawnSync("/bin/true").error) throw 0; }),
       environment: Object.keys(process.env).length,
     };
     const socket = connect(${(outside.address() as AddressInfo).port}, "127.0.0.1");
     const end = (connects) => { console.log(JSON.stringify({ ...done, connects })); process.exit(0); };
     socket.on("connect", () => end(true)).on("error", () => end(false));`,
  );
  const { command, words } = confined(probe, active);
  const { output } = await runBounded(command, words, 0);
  const files = active.includes("no-files");
  expect(JSON.parse(output)).toEqual({
    reads: !files,
    writes: !files && !active.includes("limits"),
    runs: !files,
    environment: 0,
    connects: !active.includes("no-network"),
  });
});

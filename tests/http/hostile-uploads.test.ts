/** Files made to harm whoever takes them in: each is refused or kept at once, and nobody else notices. */
import { readdirSync } from "node:fs";
import { availableParallelism, loadavg } from "node:os";
import { join } from "node:path";
import { expect, test, vi } from "vitest";

import { hostileMail, hostilePdf, hostileWord } from "#tests/support/hostile.ts";
import { docxOf, paragraph } from "#tests/support/office.ts";
import { type Client, CODE, demoServer } from "#tests/support/server.ts";

vi.setConfig({ testTimeout: 120_000 });

const server = demoServer();
const MB = 1_000_000;

/** A machine that does other work too is given the time that the work takes from it. */
const patience = (milliseconds: number) => milliseconds * Math.max(1, loadavg()[0]! / availableParallelism());

/** The head of a picture of 2 thousand million pixels each way. */
function flood(): Buffer {
  const png = Buffer.alloc(64);
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]).copy(png);
  png.write("IHDR", 12, "latin1");
  png.writeUInt32BE(2 ** 31 - 1, 16);
  png.writeUInt32BE(2 ** 31 - 1, 20);
  return png;
}

/** Two files in one, and files under the names of others. */
const dressedUp = (): Record<string, Buffer> => ({
  "a PDF that is a package too.pdf": Buffer.concat([Buffer.from("%PDF-1.4\n%%EOF\n"), docxOf(paragraph("x"))]),
  "a program behind which stands a PDF.pdf": Buffer.from("MZ\x90\0\n%PDF-1.4\n%%EOF\n", "latin1"),
  "a page behind which stands a PDF.pdf": Buffer.from("<script>alert(1)</script><!--\n%PDF-1.4\n"),
  "a workbook of this name.xlsx": docxOf(paragraph("x")),
  "a program.txt": Buffer.from("\x7fELF\x02\x01\x01\0", "latin1"),
  "invoice\u202Efdp.exe": Buffer.from("MZ"),
  "../../../etc/cron.d/x.exe": Buffer.from("x"),
  "a picture.png": flood(),
});

async function upload(officer: Client, name: string, bytes: Buffer): Promise<number> {
  const form = new FormData();
  form.set("restricted", "no");
  form.set("file", new File([new Uint8Array(bytes)], name));
  const answer = await officer.post(`/inspections/${CODE}/evidence/upload`, form);
  await answer.arrayBuffer();
  return answer.status;
}

/** Sends a file while others go on working; how long it took, and what they noticed. */
async function ordeal(officer: Client, name: string, bytes: Buffer) {
  let [slowest, peak, going] = [0, 0, true];
  const watch = (async () => {
    while (going) {
      const began = performance.now();
      // A connection that the server closes just then is opened anew, as a browser would.
      await server
        .client()
        .page("/sign-in")
        .catch(() => server.client().page("/sign-in"));
      slowest = Math.max(slowest, performance.now() - began);
      peak = Math.max(peak, process.memoryUsage.rss());
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  })();
  const began = performance.now();
  const status = await upload(officer, name, bytes);
  const took = performance.now() - began;
  going = false;
  await watch;
  return { status, took, slowest, peak: peak / MB };
}

test("hostile files that are sent are refused or kept at once", async () => {
  const officer = await server.signedIn("officer");
  const sets = { docx: hostileWord("http://127.0.0.1:9"), pdf: hostilePdf(), msg: hostileMail() };
  const files = [
    ...Object.entries(sets).flatMap(([ending, set]) =>
      Object.entries(set).map(([name, bytes]): [string, Buffer] => [`${name}.${ending}`, bytes]),
    ),
    ...Object.entries(dressedUp()),
  ];
  const tally = { kept: 0, refused: 0, slowest: 0, took: 0, grown: 0 };
  const before = process.memoryUsage.rss() / MB;
  for (const [n, [name, bytes]] of files.entries()) {
    // A person uploads sixty times a minute.
    if (n === 50) server.services.now = () => new Date(Date.now() + 120_000);
    const seen = await ordeal(officer, name, bytes);
    const said = `${name}: ${JSON.stringify(seen)}`;
    expect([302, 422], said).toContain(seen.status);
    if (n >= files.length - Object.keys(dressedUp()).length) expect(seen.status, said).toBe(422);
    expect(seen.took, said).toBeLessThan(patience(10_000));
    expect(seen.slowest, said).toBeLessThan(patience(1_500));
    expect(seen.peak - before, said).toBeLessThan(300);
    tally[seen.status === 302 ? "kept" : "refused"]++;
    tally.took = Math.max(tally.took, seen.took);
    tally.slowest = Math.max(tally.slowest, seen.slowest);
    tally.grown = Math.max(tally.grown, seen.peak - before);
  }
  if (process.env.SHOW_ORDEALS) console.log(tally);
  expect(tally.kept).toBeGreaterThan(5);
  expect(tally.refused).toBeGreaterThan(15);
  expect(readdirSync(join(server.services.settings.DATA_DIR, "tmp"))).toEqual([]);
});

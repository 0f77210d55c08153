/** What is not taken of files that come in pieces, and why: each refusal in words, and nothing left behind. */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";

import { openScanner } from "#app/platform/scanner.server.ts";
import { EICAR, startClamd } from "#tests/support/clamd.ts";
import { CODE, demoServer } from "#tests/support/server.ts";
import { ask, begin, part, sendWhole } from "#tests/support/tus.ts";

const server = demoServer({ MAX_UPLOAD_MB: "200" });
const MB = 1_000_000;
const at = (path: string) => `/inspections/${CODE}${path}`;

afterEach(() => {
  server.services.scanner = null;
});

/** What lies on disk of uploads that have not come whole, and of those that were being kept. */
const halves = () => {
  const { DATA_DIR } = server.services.settings;
  const uploads = join(DATA_DIR, "uploads");
  const begun = existsSync(uploads) ? readdirSync(uploads).flatMap((owner) => readdirSync(join(uploads, owner))) : [];
  return [...begun, ...readdirSync(join(DATA_DIR, "tmp"))];
};

test("what is too large, of the wrong kind or more than there is room for is refused in words, and nothing is kept", async () => {
  const officer = await server.signedIn("officer");
  const large = await begin(officer, { name: "Büdget.pdf", size: 200 * MB + 1 });
  expect([large.status, await large.text()]).toEqual([413, "“Büdget.pdf” must be smaller than 200MB."]);
  const wrong = await sendWhole(officer, "plan.pdf", "MZ this is a program");
  expect(wrong.status).toBe(422);
  expect(wrong.headers.get("Content-Type")).toBe("text/plain; charset=utf-8");
  expect(await wrong.text()).toMatch(/^“plan.pdf” does not hold what its name says. Open it, save it again/);
  expect((await sendWhole(officer, "plan.exe", "x")).status).toBe(422);
  const { storage } = server.services;
  server.services.storage = { ...storage, room: async () => 9 };
  const full = await begin(officer, { name: "a.txt", size: 10 });
  expect([full.status, await full.text()]).toEqual([507, expect.stringMatching(/no room for this file just now/)]);
  const form = new FormData();
  form.set("file", new File(["x".repeat(100)], "a.txt"));
  expect((await officer.post(at("/evidence/upload"), form)).status).toBe(507);
  server.services.storage = storage;
  expect(halves()).toEqual([]);
});

test("a virus is stopped, and what cannot be checked now is checked later without being sent again", async () => {
  const officer = await server.signedIn("officer");
  const { at: clamd, end } = await startClamd();
  server.services.scanner = openScanner({ CLAMD: clamd });
  const infected = await sendWhole(officer, "notes.txt", EICAR);
  expect([infected.status, await infected.text()]).toEqual([
    422,
    expect.stringContaining("stopped by the virus check"),
  ]);
  const form = new FormData();
  form.set("restricted", "no");
  form.set("file", new File([EICAR], "plain.txt"));
  const plain = await officer.post(at("/evidence/upload"), form);
  expect(plain.status).toBe(422);
  expect(await plain.text()).toContain("“plain.txt” was stopped by the virus check");
  expect(halves()).toEqual([]);
  server.services.scanner = { scan: async () => "unknown" };
  const place = (await begin(officer, { name: "clean.txt", size: 5 })).headers.get("Location") ?? "";
  const unchecked = await part(officer, place, 0, "Clean");
  expect([unchecked.status, await unchecked.text()]).toEqual([
    503,
    "“clean.txt” could not be checked for viruses just now. Try again in a few minutes.",
  ]);
  expect((await ask(officer, "HEAD", place)).status).toBe(503);
  server.services.scanner = openScanner({ CLAMD: clamd });
  const checked = await ask(officer, "HEAD", place);
  expect([checked.status, checked.headers.get("Upload-Arrival")]).toEqual([200, place.slice("/uploads/".length)]);
  end();
});

test("fifty uploads may be under way at once, and so many bytes may wait", async () => {
  const inspector = await server.signedIn("inspector");
  for (let n = 0; n < 24; n++) {
    expect((await begin(inspector, { name: `${n}.pdf`, size: 200 * MB })).status).toBe(201);
  }
  const small = await Promise.all(
    Array.from({ length: 30 }, (_, n) => begin(inspector, { name: `small ${n}.pdf`, size: 5 * MB })),
  );
  expect(small.filter(({ status }) => status === 201)).toHaveLength(26);
  const more = small.find(({ status }) => status !== 201);
  expect([more?.status, await more?.text()]).toEqual([429, expect.stringContaining("You have 50 uploads under way")]);
  // Places are free again, and yet there are too many bytes.
  const places = small.flatMap(({ headers }) => headers.get("Location") ?? []);
  for (const place of places.slice(0, 2)) await ask(inspector, "DELETE", place);
  const over = await begin(inspector, { name: "y.pdf", size: 200 * MB });
  expect([over.status, await over.text()]).toEqual([429, expect.stringContaining("Too many files of yours wait")]);
});

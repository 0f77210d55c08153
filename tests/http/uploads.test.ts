/** Files that come in pieces, on lines that break: whose they are, what becomes of them, and what is not taken. */
import { createHash } from "node:crypto";
import { readdirSync, existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

import { type Client, CODE, demoServer } from "#tests/support/server.ts";
import { ask, begin, part, sendWhole, stream } from "#tests/support/tus.ts";

const server = demoServer({ MAX_UPLOAD_MB: "200" });
const MB = 1_000_000;
const at = (path: string) => `/inspections/${CODE}${path}`;

/** What lies on disk of uploads that have not come whole, and of those that were being kept. */
const halves = () => {
  const { DATA_DIR } = server.services.settings;
  const uploads = join(DATA_DIR, "uploads");
  const begun = existsSync(uploads) ? readdirSync(uploads).flatMap((owner) => readdirSync(join(uploads, owner))) : [];
  return [...begun, ...readdirSync(join(DATA_DIR, "tmp"))];
};

/** Adds what waits under these ids, as the form does. */
function add(client: Client, arrivals: string[], fields: Record<string, string> = {}) {
  const form = new FormData();
  for (const id of arrivals) form.append("arrival", id);
  for (const [name, value] of Object.entries({ restricted: "no", ...fields })) form.set(name, value);
  return client.post(at("/evidence/upload"), form);
}

test("a file comes in two parts, waits, is added by its form and comes back byte for byte", async () => {
  const officer = await server.signedIn("officer");
  const begun = await begin(officer, { name: "Plan of May.txt", size: 11 });
  expect(begun.status).toBe(201);
  const place = begun.headers.get("Location") ?? "";
  expect(place).toMatch(/^\/uploads\/[0-9a-f-]{36}$/);
  expect((await ask(officer, "HEAD", place)).headers.get("Upload-Offset")).toBe("0");
  const first = await part(officer, place, 0, "Hello ");
  expect([first.status, first.headers.get("Upload-Offset"), first.headers.get("Upload-Arrival")]).toEqual([
    204,
    "6",
    null,
  ]);
  expect((await part(officer, place, 3, "again")).status).toBe(409);
  const last = await part(officer, place, 6, "world");
  expect(last.status).toBe(204);
  const id = last.headers.get("Upload-Arrival") ?? "";
  expect(place.endsWith(id)).toBe(true);
  // The answer may have been lost: whoever asks is told.
  const asked = await ask(officer, "HEAD", place);
  expect([asked.headers.get("Upload-Offset"), asked.headers.get("Upload-Arrival")]).toEqual(["11", id]);
  expect(halves()).toEqual([]);
  const added = await add(officer, [id]);
  expect(added.status).toBe(302);
  const item = (added.headers.get("Location") ?? "").replace(/\?.*$/, "");
  expect(await officer.page(item)).toContain("Plan of May");
  expect(await (await officer.get(`${item}/file`)).text()).toBe("Hello world");
  expect((await ask(officer, "HEAD", place)).status).toBe(404);
});

/** A megabyte of noise, and the same again with the place that it stands at: no two are alike. */
const noise = createHash("sha512").update("noise").digest();
function blockAt(offset: number): Buffer {
  const block = Buffer.alloc(MB, noise);
  block.write(`%PDF-1.7 block ${offset} `, 0, "latin1");
  return block;
}

test("200 MB arrive whole over a line that breaks twice, and the server's memory does not grow with them", async () => {
  const officer = await server.signedIn("officer");
  const size = 200 * MB;
  const place = (await begin(officer, { name: "large.pdf", size })).headers.get("Location") ?? "";
  const bytesAt = (offset: number) => blockAt(offset - (offset % MB)).subarray(offset % MB);
  const before = process.memoryUsage.rss();
  let [peak, slowest, going] = [before, 0, true];
  const watch = (async () => {
    while (going) {
      const began = performance.now();
      await officer.page(at("/evidence/upload"));
      slowest = Math.max(slowest, performance.now() - began);
      peak = Math.max(peak, process.memoryUsage.rss());
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  })();
  const reached: number[] = [];
  let answer = null;
  for (const breaksAfter of [61 * MB, 77 * MB, Infinity]) {
    const offset = Number((await ask(officer, "HEAD", place)).headers.get("Upload-Offset"));
    reached.push(offset);
    answer = await stream(officer, place, { offset, size, bytesAt }, { pace: 40 * MB, breaksAfter });
    if (breaksAfter < Infinity) expect(answer).toBeNull();
  }
  going = false;
  await watch;
  if (process.env.SHOW_ORDEALS) console.log({ reached, slowest, grown: (peak - before) / MB });
  expect(reached[0]).toBe(0);
  // What was under way when the line broke may not have come; the rest is not sent again.
  expect(reached[1]).toBeGreaterThan(50 * MB);
  expect(reached[2]).toBeGreaterThan((reached[1] ?? 0) + 60 * MB);
  expect(answer).toMatchObject({ status: 204, headers: { "upload-offset": String(size) } });
  expect(peak - before).toBeLessThan(250 * MB);
  const added = await add(officer, [answer?.headers["upload-arrival"] as string]);
  const item = (added.headers.get("Location") ?? "").replace(/\?.*$/, "");
  const [sent, came] = [createHash("sha256"), createHash("sha256")];
  for (let offset = 0; offset < size; offset += MB) sent.update(blockAt(offset));
  const file = await officer.get(`${item}/file`);
  for await (const chunk of file.body as unknown as AsyncIterable<Uint8Array>) came.update(chunk);
  expect(came.digest("hex")).toBe(sent.digest("hex"));
}, 60_000);

test("an upload is its sender's alone, and is begun only where files may be added", async () => {
  const [officer, lead, manager, other] = await Promise.all(
    ["officer", "lead", "manager", "officer-b"].map((account) => server.signedIn(account)),
  );
  const place = (await begin(officer!, { name: "a.txt", size: 10 })).headers.get("Location") ?? "";
  await part(officer!, place, 0, "Hello");
  for (const client of [lead!, manager!, other!]) {
    expect((await ask(client, "HEAD", place)).status).toBe(404);
    expect((await part(client, place, 5, "Other")).status).toBe(404);
    expect((await ask(client, "DELETE", place)).status).toBe(404);
  }
  const nobody = server.client();
  expect((await ask(nobody, "HEAD", place)).status).toBe(401);
  expect((await begin(nobody, { name: "a.txt", size: 10 })).status).toBe(401);
  expect((await begin(manager!, { name: "a.txt", size: 10 })).status).toBe(404);
  expect((await begin(other!, { name: "a.txt", size: 10 })).status).toBe(404);
  expect((await begin(officer!, { name: "a.txt", size: 10, inspection: "nowhere" })).status).toBe(404);
  expect(
    (await begin(officer!, { name: "a.txt", size: 10, headers: { "Upload-Metadata": "filename eA==" } })).status,
  ).toBe(404);
  expect((await ask(officer!, "HEAD", place)).headers.get("Upload-Offset")).toBe("5");
  expect((await ask(officer!, "DELETE", place)).status).toBe(204);
  expect((await ask(officer!, "HEAD", place)).status).toBe(404);
  expect(halves()).toEqual([]);
});

test("only pages of our own change anything, and no other site reads the answer", async () => {
  const officer = await server.signedIn("officer");
  const place = (await begin(officer, { name: "a.txt", size: 10 })).headers.get("Location") ?? "";
  const elsewhere = { Origin: "https://evil.example", "Tus-Resumable": "1.0.0" };
  expect((await begin(officer, { name: "a.txt", size: 10, headers: elsewhere })).status).toBe(403);
  for (const method of ["POST", "PATCH", "DELETE"]) {
    expect((await officer.send(place, { method, headers: elsewhere })).status, method).toBe(403);
    expect((await officer.send(place, { method, headers: { "Tus-Resumable": "1.0.0" } })).status, method).toBe(403);
  }
  for (const method of ["GET", "PUT"]) {
    const answer = await officer.send(place, { method });
    expect([answer.status, answer.headers.get("Allow")]).toEqual([405, "HEAD, POST, PATCH, DELETE, OPTIONS"]);
  }
  for (const method of ["HEAD", "OPTIONS", "DELETE"] as const) {
    const { status, headers } = await ask(officer, method, place);
    expect(status).toBeLessThan(300);
    expect([...headers.keys()].filter((name) => name.startsWith("access-control"))).toEqual([]);
    expect(headers.get("Cache-Control")).toContain("no-store");
  }
});

test("an empty file is taken, and its sender is told", async () => {
  const officer = await server.signedIn("officer");
  const sent = await sendWhole(officer, "empty.txt", "");
  expect(sent.status).toBe(201);
  expect(decodeURIComponent(sent.headers.get("Upload-Note") ?? "")).toMatch(/^“empty.txt” is empty. It is kept/);
  expect(sent.headers.get("Upload-Arrival")).toMatch(/^[0-9a-f-]{36}$/);
});

test("a file that is here already is told by its reference, as far as its sender may see it", async () => {
  const [officer, lead] = [await server.signedIn("officer"), await server.signedIn("lead")];
  const known = async (client: Client, name: string, words: string) => {
    const sent = await sendWhole(client, name, words);
    const id = sent.headers.get("Upload-Arrival") ?? "";
    return { id, known: sent.headers.get("Upload-Known") };
  };
  const first = await known(officer, "one.txt", "The council's words");
  expect(first.known).toBeNull();
  await add(officer, [first.id]);
  const copy = await known(officer, "copy.txt", "The council's words");
  expect(copy.known).toMatch(/^E\d+$/);
  const told = await add(officer, [copy.id]);
  expect(told.status).toBe(422);
  expect(await told.text()).toContain(`already here as ${copy.known}`);
  expect((await known(lead, "one.txt", "The council's words")).known).toBe(copy.known);
  await add(lead, [(await known(lead, "inside.txt", "Inspectors' words")).id]);
  expect((await known(lead, "inside.txt", "Inspectors' words")).known).toMatch(/^E5\d{3}$/);
  expect((await known(officer, "inside.txt", "Inspectors' words")).known).toBeNull();
});

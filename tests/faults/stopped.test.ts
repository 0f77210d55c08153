/** A server that is asked to stop: it ends what people are in the middle of, and what is cut off goes on later. */
import { createHash, randomBytes } from "node:crypto";
import { expect, onTestFinished, test } from "vitest";

import { copyDemo } from "#tests/support/demo.ts";
import { ended, serveDemo } from "#tests/support/program.ts";
import { CODE } from "#tests/support/server.ts";
import { ask, begin, part } from "#tests/support/tus.ts";

test("asked to stop with half an upload and a form on their way, it takes the form, and the upload goes on after", async () => {
  const { folder, remove } = copyDemo();
  onTestFinished(remove);
  const first = await serveDemo(folder);
  const officer = await first.signedIn("officer");
  const bytes = Buffer.concat([Buffer.from("%PDF-1.7\n"), randomBytes(4_000_000)]);
  const begun = await begin(officer, { name: "half.pdf", size: bytes.length });
  const place = begun.headers.get("Location") ?? "";
  await part(officer, place, 0, bytes.subarray(0, 2_000_000));
  const lead = await first.signedIn("lead");
  const form = lead.post(`/inspections/${CODE}/lines/2.1/findings`, { kind: "area", text: "Sent at the last moment." });
  await new Promise((resolve) => setTimeout(resolve, 5));
  const { code, took } = await ended(first.child, "SIGTERM");
  expect(code).toBe(0);
  expect(took).toBeLessThan(20_000);
  expect((await form).status).toBe(302);

  const second = await serveDemo(folder);
  onTestFinished(async () => void (await ended(second.child, "SIGTERM")));
  const again = await second.signedIn("officer");
  const offset = Number((await ask(again, "HEAD", place)).headers.get("Upload-Offset"));
  expect(offset).toBe(2_000_000);
  const last = await part(again, place, offset, bytes.subarray(offset));
  expect(last.headers.get("Upload-Arrival")).not.toBeNull();
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  expect(await (await again.get(`/inspections/${CODE}/evidence/naming`)).text()).toContain("half.pdf");
  expect(sha256).toHaveLength(64);
  const line = await (await second.signedIn("lead")).page(`/inspections/${CODE}/lines/2.1`);
  expect(line).toContain("Sent at the last moment.");
}, 60_000);

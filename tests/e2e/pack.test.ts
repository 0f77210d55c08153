/** A sealed pack opened from a folder, with no server: it reads as a site, and its checker finds the one byte that was changed. */
import { unzipSync } from "fflate";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Browser } from "playwright";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";

import { makePack } from "#app/models/briefing/pack-files.server.ts";
import { addCitation } from "#app/models/findings/citations.server.ts";
import { addFinding } from "#app/models/findings/findings.server.ts";
import { findLine } from "#app/models/inspections/lines.server.ts";
import { openSigner } from "#app/platform/signing.server.ts";
import { launch, watch } from "#tests/support/browser.ts";
import { freshInspection, inspectionOf } from "#tests/support/fresh.ts";
import { send } from "#tests/support/library.ts";

let browser: Browser;
beforeAll(async () => void (browser = await launch()));
afterAll(() => browser.close());

async function packed() {
  const { world, lead, officer } = await freshInspection();
  const of = await inspectionOf(lead);
  const evidence = await send(world, officer, "Minutes of the board", { text: "The board met in May." });
  const line = await findLine(lead, of, "1.3");
  const finding = await addFinding(lead, of, line.id, { kind: "strength", text: "The board meets." });
  await addCitation(lead, of, finding, { evidence, locator: "page 1", quote: "The board met in May." });
  const key = await mkdtemp(join(tmpdir(), "throughline-key-"));
  onTestFinished(() => rm(key, { recursive: true }));
  const settings = { ...world.services.settings, SIGNING_KEY_FILE: join(key, "key.pem") };
  const pack = await makePack(lead, of, await openSigner({ settings, demo: false }));
  const chunks: Uint8Array[] = [];
  for await (const chunk of pack.stream()) chunks.push(chunk);
  return Buffer.concat(chunks);
}

test("a pack opens from a folder, is found whole, and one changed byte is named", async () => {
  const zip = await packed();
  const folder = await mkdtemp(join(tmpdir(), "throughline-pack-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  for (const [path, bytes] of Object.entries(unzipSync(new Uint8Array(zip)))) {
    await mkdir(dirname(join(folder, "pack", path)), { recursive: true });
    await writeFile(join(folder, "pack", path), bytes);
  }
  const page = await browser.newPage();
  const seen = watch(page);
  await page.goto(`file://${join(folder, "pack/index.html")}`);
  await page.getByRole("link", { name: "1 Governance" }).first().click();
  await page.getByRole("link", { name: "E1, page 1" }).click();
  await page.getByText("The board met in May.").waitFor();
  await page.goto(`file://${join(folder, "pack/verify.html")}`);
  const choose = (label: string, file: Parameters<ReturnType<typeof page.getByLabel>["setInputFiles"]>[0]) =>
    page.getByLabel(label).setInputFiles(file);
  const zipFile = (buffer: Buffer) => ({ name: "pack.zip", mimeType: "application/zip", buffer });

  await choose("The ZIP", zipFile(zip));
  await page.getByRole("heading", { name: "The pack is whole: all" }).waitFor();
  await page.getByText("The manifest was signed by the key").waitFor();
  await page.getByText("each of the").waitFor();

  const changed = Buffer.from(zip);
  changed[zip.indexOf("The board met in May.") + 4]! ^= 1;
  await choose("The ZIP", zipFile(changed));
  await page.getByRole("heading", { name: "The pack is not whole." }).waitFor();
  const wrong = page.locator("#details li").filter({ hasText: "was changed." });

  expect(await wrong.allTextContents()).toEqual([expect.stringMatching(/^\S+ was changed\.$/)]);

  await choose("Or the folder", join(folder, "pack"));
  await page.getByRole("heading", { name: "The pack is whole: all" }).waitFor();
  await writeFile(join(folder, "pack/evidence/E1/1-1-file.txt"), "The board met in Maj.");
  await choose("Or the folder", join(folder, "pack"));
  await page.getByText("evidence/E1/1-1-file.txt was changed.").waitFor();
  seen.check();
});

/** Files on their way in, in a real browser: sent as they are chosen, held up, cut off, and gone on with. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContext, Request } from "playwright";
import { afterAll, afterEach, beforeAll, expect, onTestFinished, test } from "vitest";

import { launch } from "#tests/support/browser.ts";
import { CODE, demoServer } from "#tests/support/server.ts";
import {
  add,
  added,
  bring,
  checkAxe,
  choose,
  large,
  openAs,
  row,
  shown,
  slow,
  text,
  there,
  UPLOAD,
} from "#tests/support/uploading.ts";

const server = demoServer();
let browser: Browser;
beforeAll(async () => void (browser = await launch()));
afterAll(() => browser.close());

let context: BrowserContext;
afterEach(() => context.close());

async function open(...how: [account: string, path?: string, how?: { javaScriptEnabled?: boolean; width?: number }]) {
  const opened = await openAs(browser, server, ...how);
  context = opened.context;
  return opened.page;
}

test("an upload is paused and goes on, and is added once it has ended", async () => {
  const page = await open("lead");
  await slow(page, 3e6);
  await choose(page, large("All minutes.txt", 8));
  await expect.poll(() => shown(page, "All minutes"), { timeout: 20_000 }).toBeGreaterThan(20);
  await page.getByRole("button", { name: "Pause All minutes.txt" }).click();
  const held = await shown(page, "All minutes");
  await checkAxe(page);
  await page.waitForTimeout(1000);
  expect(await shown(page, "All minutes")).toBe(held);
  await page.getByRole("button", { name: "Resume All minutes.txt" }).click();
  await add(page);
  await page.getByText("added as soon as they have been uploaded").waitFor();
  await added(page, "All minutes");
});

test("a lost connection costs nothing: the upload goes on by itself", async () => {
  const page = await open("lead");
  const line = await slow(page, 4e6);
  const startsAt = (request: Request) =>
    request.method() === "PATCH" ? Number(request.headers()["upload-offset"]) : -1;
  const secondPiece = page.waitForRequest((request) => startsAt(request) > 0);
  await choose(page, large("Cut off.txt", 12));
  await secondPiece;
  // The piece that is under way still ends; the one after it cannot begin.
  await line.cut(true);
  await row(page, "Cut off").getByText("The connection was lost", { exact: false }).waitFor();
  const starts: number[] = [];
  page.on("request", (request) => void starts.push(startsAt(request)));
  await line.cut(false);
  await there(page, "Cut off");
  expect(starts).not.toContain(0);
});

test("a closed tab costs nothing: the same file goes on from where it stopped", async () => {
  const page = await open("lead");
  await slow(page, 3e6);
  const folder = mkdtempSync(join(tmpdir(), "throughline-closed-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, "Closed.txt");
  writeFileSync(file, large("Closed.txt", 9).buffer);
  await page.setInputFiles("#file", file);
  await expect.poll(() => shown(page, "Closed"), { timeout: 30_000 }).toBeGreaterThan(65);
  await page.close({ runBeforeUnload: false });
  const again = await context.newPage();
  const began: string[] = [];
  again.on("request", (request) => void (/\/uploads(\/|$)/.test(request.url()) && began.push(request.method())));
  await again.goto(UPLOAD, { waitUntil: "networkidle" });
  await again.getByText("An upload from this computer was cut off").waitFor();
  await again.setInputFiles("#file", file);
  await there(again, "Closed");
  expect(began[0]).toBe("HEAD");
  expect(began).not.toContain("POST");
  expect(await again.evaluate(() => Object.values(localStorage).join())).not.toContain("Closed");
});

test("a file that is dropped on the list is uploaded, and one that is here already says so", async () => {
  const page = await open("lead", `/inspections/${CODE}/evidence`);
  const words = Buffer.from("A note that was dropped.").toString("base64");
  const file = { name: "Dropped note.txt", type: "text/plain", base64: words };
  await bring(page, "drop", file);
  await page.waitForURL(`**${UPLOAD}`);
  await there(page, "Dropped note");
  await add(page);
  await added(page, "Dropped note");

  await page.goto(UPLOAD, { waitUntil: "networkidle" });
  await bring(page, "drop", { ...file, name: "The same note.txt" });
  const known = row(page, "The same note");
  await known.getByText(/Already here as/).waitFor();
  await checkAxe(page);
  await known.getByLabel(/^Add it all the same/).check();
  await add(page);
  await added(page, "The same note");
});

test.each([1280, 390])("axe finds nothing while files go, at %i px", async (width) => {
  const page = await open("officer", UPLOAD, { width });
  await slow(page, 1e6);
  await choose(page, large("Going.txt", 6), text("Wrong.exe"), text("Small.txt"));
  await row(page, "Going").getByRole("progressbar").waitFor();
  await checkAxe(page);
  await page.getByLabel("These files are together one piece of evidence").check();
  await checkAxe(page);
});

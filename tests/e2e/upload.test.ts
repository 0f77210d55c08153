/** Files coming in, in a real browser: sent as they are chosen, held up, cut off, named, and added. */
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, BrowserContext, Page } from "playwright";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";

import { launch, watch } from "#tests/support/browser.ts";
import { docxOf, paragraph } from "#tests/support/office.ts";
import { CODE, demoServer, PASSWORD } from "#tests/support/server.ts";

const server = demoServer();
let browser: Browser;
beforeAll(async () => void (browser = await launch()));
afterAll(() => browser.close());

let context: BrowserContext;
afterEach(() => context.close());

const UPLOAD = `/inspections/${CODE}/evidence/upload`;

async function open(account: string, path = UPLOAD, options: { javaScriptEnabled?: boolean; width?: number } = {}) {
  const { width = 1280, ...rest } = options;
  context = await browser.newContext({ baseURL: server.origin, viewport: { width, height: 900 }, ...rest });
  const page = await context.newPage();
  await page.goto(`/sign-in?next=${encodeURIComponent(path)}`);
  await page.getByLabel("E-mail address").fill(`${account}@demo.test`);
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL(`**${path}`, { waitUntil: "networkidle" });
  return page;
}

let made = 0;
/** No two of them are alike, so that none is already here. */
const text = (name: string, words = "Minutes of the meeting.") => ({
  name,
  mimeType: "text/plain",
  buffer: Buffer.from(`${words} ${++made}`),
});
const large = (name: string, megabytes: number) => text(name, "What was noted. ".repeat(megabytes * 65_536));

const choose = (page: Page, ...files: ReturnType<typeof text>[]) => page.setInputFiles("#file", files);
const row = (page: Page, name: string) => page.locator(".naming tbody tr", { hasText: name });
const there = (page: Page, name: string) => row(page, name).getByText("Uploaded", { exact: true }).waitFor();
const add = (page: Page) => page.getByRole("button", { name: /^Add/ }).last().click();

/** So slow that there is time to do something: bytes a second. */
async function slow(page: Page, rate: number): Promise<{ offline(is: boolean): Promise<unknown> }> {
  const network = await context.newCDPSession(page);
  const line = { latency: 5, downloadThroughput: 5e6, uploadThroughput: rate };
  const set = (offline: boolean) => network.send("Network.emulateNetworkConditions", { ...line, offline });
  await network.send("Network.enable");
  await set(false);
  return { offline: set };
}

const shown = async (page: Page, name: string) =>
  Number(await row(page, name).getByRole("progressbar").getAttribute("value"));

async function checkAxe(page: Page): Promise<void> {
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
}

/** A picture of one point. */
const PNG = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

/** Lets files be dropped or pasted, as the page meets it. */
const bring = (page: Page, how: "drop" | "paste", file: { name: string; type: string; base64: string }) =>
  page.evaluate(
    ([kind, { name, type, base64 }]) => {
      const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
      const data = new DataTransfer();
      data.items.add(new File([bytes], name, { type }));
      const event =
        kind === "drop"
          ? new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true })
          : new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true });
      document.querySelector("main")?.dispatchEvent(event);
    },
    [how, file] as const,
  );

test("several files go as they are chosen, are named in a table, and are added in one go", async () => {
  const page = await open("officer");
  const seen = watch(page);
  const said = page.getByRole("status");
  await choose(
    page,
    text("Strategy group minutes 2007-05-12.txt"),
    { ...text("Staff survey.docx"), buffer: docxOf(paragraph("Forty people answered.")) },
    text("Budget 2006-07.csv", "a,b"),
    text("Sign-in sheet.heic"),
  );
  await there(page, "Strategy group minutes");
  await there(page, "Staff survey");
  await there(page, "Budget");
  expect(await said.first().innerText()).toBe("3 files uploaded. 1 file needs your attention");
  const refused = row(page, "Sign-in sheet.heic");
  expect(await refused.innerText()).toContain("Save it as JPG");
  expect(await page.getByRole("alert").innerText()).toContain("Sign-in sheet.heic");
  await checkAxe(page);

  const minutes = row(page, "Strategy group minutes");
  expect(await minutes.getByLabel(/^Title/).inputValue()).toBe("Strategy group minutes 12 May 2007");
  expect(await minutes.getByLabel(/^Kind/).inputValue()).toBe("minutes");
  expect(await minutes.getByLabel(/^Line/).inputValue()).toBe("1.3");
  expect(await minutes.getByLabel(/^As at/).inputValue()).toBe("2007-05-12");
  await row(page, "Budget")
    .getByLabel(/^Title/)
    .fill("Budget of the programme");
  await row(page, "Staff survey")
    .getByLabel(/^Names people/)
    .check();

  await add(page);
  expect(page.url()).toContain("/evidence/upload");
  await refused.getByRole("button", { name: "Remove Sign-in sheet.heic" }).click();
  await page.getByLabel("Yes", { exact: true }).check();
  await add(page);
  await page.waitForURL("**/evidence?added=*");
  const list = await page.locator("main").innerText();
  for (const title of ["Strategy group minutes 12 May 2007", "Budget of the programme", "Staff survey"]) {
    expect(list).toContain(title);
  }
  seen.check();
});

test("a row that cannot be taken comes back as it was typed, and the others are added", async () => {
  const page = await open("officer");
  await choose(page, text("First paper.txt"), text("Second paper.txt"));
  await there(page, "First paper");
  await there(page, "Second paper");
  await row(page, "First paper")
    .getByLabel(/^Title/)
    .fill("");
  await row(page, "First paper")
    .getByLabel(/^As at/)
    .fill("2007-04-01");
  await page.getByLabel("No", { exact: true }).check();
  await add(page);
  await page.getByRole("alert").waitFor();
  expect(await page.getByRole("alert").innerText()).toContain("Enter a title");
  expect(await page.locator("main").innerText()).toContain("1 file is in the evidence");
  expect(await row(page, "Second paper").count()).toBe(0);
  expect(
    await row(page, "First paper")
      .getByLabel(/^As at/)
      .inputValue(),
  ).toBe("2007-04-01");
  await checkAxe(page);
  await row(page, "First paper")
    .getByLabel(/^Title/)
    .fill("The first paper");
  await add(page);
  await page.waitForURL("**/evidence/*?done=added");
  expect(await page.locator("h1").innerText()).toContain("The first paper");
});

test("an upload is paused and goes on, and is added once it has ended", async () => {
  const page = await open("lead");
  await slow(page, 3e6);
  await choose(page, large("All minutes.txt", 12));
  await expect.poll(() => shown(page, "All minutes"), { timeout: 20_000 }).toBeGreaterThan(20);
  await page.getByRole("button", { name: "Pause All minutes.txt" }).click();
  const held = await shown(page, "All minutes");
  await checkAxe(page);
  await page.waitForTimeout(1000);
  expect(await shown(page, "All minutes")).toBe(held);
  await page.getByRole("button", { name: "Resume All minutes.txt" }).click();
  await add(page);
  await page.getByText("added as soon as they have been uploaded").waitFor();
  await page.waitForURL("**/evidence/*?done=added", { timeout: 60_000 });
  expect(await page.locator("h1").innerText()).toContain("All minutes");
});

test("a lost connection costs nothing: the upload goes on by itself", async () => {
  const page = await open("lead");
  const network = await slow(page, 3e6);
  const offsets: number[] = [];
  page.on("request", (request) => {
    if (request.method() === "PATCH") offsets.push(Number(request.headers()["upload-offset"]));
  });
  await choose(page, large("Cut off.txt", 14));
  await expect.poll(() => offsets.some((at) => at > 0), { timeout: 30_000 }).toBe(true);
  await network.offline(true);
  await row(page, "Cut off").getByText("The connection was lost", { exact: false }).waitFor();
  const before = offsets.length;
  await network.offline(false);
  await there(page, "Cut off");
  expect(offsets.slice(before).every((at) => at > 0)).toBe(true);
});

test("a closed tab costs nothing: the same file goes on from where it stopped", async () => {
  const page = await open("lead");
  await slow(page, 3e6);
  const file = large("Closed.txt", 14);
  await choose(page, file);
  await expect.poll(() => shown(page, "Closed"), { timeout: 30_000 }).toBeGreaterThan(50);
  await page.close({ runBeforeUnload: false });
  const again = await context.newPage();
  const began: string[] = [];
  again.on("request", (request) => void (request.url().includes("/uploads") && began.push(request.method())));
  await again.goto(UPLOAD, { waitUntil: "networkidle" });
  await again.getByText("An upload from this computer was cut off").waitFor();
  await choose(again, file);
  await there(again, "Closed");
  expect(began[0]).toBe("HEAD");
  expect(began).not.toContain("POST");
  expect(await again.evaluate(() => Object.values(localStorage).join())).not.toContain("Closed");
});

test("a picture is pasted, named and described", async () => {
  const page = await open("lead");
  await bring(page, "paste", { name: "image.png", type: "image/png", base64: PNG });
  await there(page, "Screenshot");
  await add(page);
  await page.getByRole("alert").waitFor();
  const faults = await page.getByRole("alert").innerText();
  expect(faults).toContain("Enter a title");
  expect(faults).toContain("what it shows");
  await checkAxe(page);
  await page.getByLabel(/^Title of Screenshot/).fill("The front door");
  await page.getByLabel(/^What it shows/).fill("A door with a step and no ramp.");
  await add(page);
  await page.waitForURL("**/evidence/*?done=added");
  expect(await page.locator("main").innerText()).toContain("A door with a step and no ramp.");
});

test("a file that is dropped on the list is uploaded, and one that is here already says so", async () => {
  const page = await open("lead", `/inspections/${CODE}/evidence`);
  const words = Buffer.from("A note that was dropped.").toString("base64");
  const file = { name: "Dropped note.txt", type: "text/plain", base64: words };
  await bring(page, "drop", file);
  await page.waitForURL(`**${UPLOAD}`);
  await there(page, "Dropped note");
  await add(page);
  await page.waitForURL("**/evidence/*?done=added");

  await page.goto(UPLOAD, { waitUntil: "networkidle" });
  await bring(page, "drop", { ...file, name: "The same note.txt" });
  const known = row(page, "The same note");
  await known.getByText(/Already here as/).waitFor();
  await checkAxe(page);
  await known.getByLabel(/^Add it all the same/).check();
  await add(page);
  await page.waitForURL("**/evidence/*?done=added");
  expect(await page.locator("h1").innerText()).toContain("The same note");
});

test("files that go together are one piece of evidence", async () => {
  const page = await open("lead");
  await choose(page, text("Report.txt"), text("Appendix.txt"));
  await page.getByLabel("These files are together one piece of evidence").check();
  await page.getByText("Uploaded", { exact: true }).nth(1).waitFor();
  await page.getByLabel("Title", { exact: true }).fill("Report with its appendix");
  await checkAxe(page);
  await add(page);
  await page.waitForURL("**/evidence/*?done=added");
  const item = await page.locator("main").innerText();
  expect(item).toContain("Report.txt");
  expect(item).toContain("Appendix.txt");
});

describe("without JavaScript", () => {
  const plain = { javaScriptEnabled: false };

  test("the form takes several files at once", async () => {
    const page = await open("officer", UPLOAD, plain);
    await choose(page, text("One.txt"), text("Two.txt"));
    await page.getByLabel("No", { exact: true }).check();
    await page.getByRole("button", { name: "Upload" }).click();
    expect(await page.locator("main").innerText()).toContain("2 files are in the evidence");
  });

  test("files of a form that was not complete wait, are named in a table, and can be taken away", async () => {
    const page = await open("officer", UPLOAD, plain);
    await choose(page, text("Kept.txt"), text("Not wanted.txt"));
    await page.getByRole("button", { name: "Upload" }).click();
    expect(await page.getByRole("alert").innerText()).toContain("Choose whether any of these files name people");
    await page.getByRole("link", { name: /^Name and add/ }).click();
    await row(page, "Kept")
      .getByLabel(/^Title/)
      .fill("What was kept");
    await page.getByRole("button", { name: "Remove Not wanted.txt" }).click();
    expect(await row(page, "Not wanted").count()).toBe(0);
    expect(
      await row(page, "Kept")
        .getByLabel(/^Title/)
        .inputValue(),
    ).toBe("What was kept");
    await page.getByLabel("No", { exact: true }).check();
    await add(page);
    expect(await page.locator("h1").innerText()).toContain("What was kept");
  });
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

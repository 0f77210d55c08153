/** New files in a real browser: what each is guessed to be, put right in a table, and added in one go. */
import type { Browser, BrowserContext } from "playwright";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";

import { launch, watch } from "#tests/support/browser.ts";
import { docxOf, paragraph } from "#tests/support/office.ts";
import { demoServer } from "#tests/support/server.ts";
import { add, added, bring, checkAxe, choose, openAs, row, text, there, UPLOAD } from "#tests/support/uploading.ts";

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
  await page.getByText("3 files are in the evidence").waitFor();
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
  await page.getByText("1 file is in the evidence").waitFor();
  expect(await page.getByRole("alert").innerText()).toContain("Enter a title");
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
  await added(page, "The first paper");
});

/** A picture of one point. */
const PNG = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

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
  await added(page, "The front door");
  expect(await page.locator("main").innerText()).toContain("A door with a step and no ramp.");
});

test("files that go together are one piece of evidence", async () => {
  const page = await open("lead");
  await choose(page, text("Report.txt"), text("Appendix.txt"));
  await page.getByLabel("These files are together one piece of evidence").check();
  await page.getByText("Uploaded", { exact: true }).nth(1).waitFor();
  await page.getByLabel("Title", { exact: true }).fill("Report with its appendix");
  await checkAxe(page);
  await add(page);
  await added(page, "Report with its appendix");
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
    await add(page);
    expect(await page.locator("main").innerText()).toContain("2 files are in the evidence");
  });

  test("files of a form that was not complete wait, are named in a table, and can be taken away", async () => {
    const page = await open("officer", UPLOAD, plain);
    await choose(page, text("Kept.txt"), text("Not wanted.txt"));
    await add(page);
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

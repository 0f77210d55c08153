/** The working day in a real browser, with JavaScript and without: evidence, finding, rating, deck. */
import { readFile } from "node:fs/promises";
import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { launch, watch } from "#tests/support/browser.ts";
import { CODE, demoServer, PASSWORD } from "#tests/support/server.ts";

const server = demoServer();
let browser: Browser;
beforeAll(async () => void (browser = await launch()));
afterAll(() => browser.close());

async function open(javaScriptEnabled: boolean, account: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: server.origin, javaScriptEnabled, acceptDownloads: true });
  const page = await context.newPage();
  await page.goto(`/inspections/${CODE}`);
  await page.getByLabel("E-mail address").fill(`${account}@demo.test`);
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL(`**/inspections/${CODE}`);
  return page;
}

describe.each([
  { title: "with JavaScript", scripts: true },
  { title: "without JavaScript", scripts: false },
])("$title", ({ scripts }) => {
  test("the lead goes from evidence to finding to rating to deck", async () => {
    const page = await open(scripts, "lead");
    const seen = watch(page);
    const mark = scripts ? "with scripts" : "plain";

    await page.getByRole("link", { name: "Evidence", exact: true }).click();
    await page.getByRole("link", { name: "Upload files" }).first().click();
    const name = `workforce plan ${mark}.txt`;
    await page
      .locator("input[type=file]")
      .first()
      .setInputFiles({
        name,
        mimeType: "text/plain",
        buffer: Buffer.from(`Nine of ten posts are filled. ${mark}`),
      });
    await page.locator("main form button[type=submit]").first().click();
    await page.getByRole("heading", { level: 1, name: `workforce plan ${mark}` }).waitFor();

    await page.goto(`/inspections/${CODE}/lines/10.3`, { waitUntil: "networkidle" });
    await page.getByLabel("Add a strength").fill(`Nine of ten posts are filled, ${mark}`);
    await page.getByRole("button", { name: "Add to potential strengths" }).click();
    const finding = page.locator("li.finding", { hasText: `Nine of ten posts are filled, ${mark}` });
    await finding.waitFor();
    await finding
      .getByRole("link", { name: /^Cite evidence/ })
      .last()
      .click();
    await page
      .getByLabel("Evidence", { exact: true })
      .selectOption({ label: await optionWith(page, `workforce plan ${mark}`) });
    await page.getByLabel("Page, sheet or slide").fill("1");
    await page.getByLabel("Quotation").fill("Nine of ten posts are filled.");
    await page.getByRole("button", { name: /^Cite for/ }).click();
    await expect.poll(() => finding.innerText()).toContain("page 1");
    await expect.poll(() => page.getByRole("status").first().innerText()).toMatch(/^Saved \d/);

    await page.getByLabel("Promising").check({ force: true });
    await page.getByLabel("Why this rating").fill(`People are in place, ${mark}`);
    await page.getByRole("button", { name: "Save rating" }).click();
    await expect.poll(() => page.locator("#rating").innerText()).toContain("You last rated this on");

    await page.getByRole("link", { name: "Briefing", exact: true }).click();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page
        .getByRole("link", { name: /PowerPoint/ })
        .first()
        .click(),
    ]);
    const bytes = await readFile(await download.path());
    expect(download.suggestedFilename()).toMatch(/\.pptx$/);
    expect(bytes.subarray(0, 2).toString()).toBe("PK");
    seen.check();
    await page.context().close();
  });

  test("a mistake is named beside its field and at the head of the page", async () => {
    const page = await open(scripts, "lead");
    await page.goto(`/inspections/${CODE}/lines/1.1`);
    await page.getByRole("button", { name: "Add to areas to explore" }).click();
    await page.getByRole("alert").waitFor();
    expect(await page.getByRole("alert").innerText()).toContain("Enter the area to explore");
    await page.getByRole("link", { name: "Enter the area to explore" }).click();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("add-area");
    await page.context().close();
  });
});

async function optionWith(page: Page, text: string): Promise<string> {
  const options = page.getByLabel("Evidence", { exact: true }).locator("option");
  await options.first().waitFor({ state: "attached" });
  const labels = await options.allInnerTexts();
  return labels.find((label) => label.includes(text)) ?? text;
}

test("the officer sends evidence and sees nothing of the inspectors' work", async () => {
  const page = await open(false, "officer");
  const text = await page.locator("body").innerText();
  expect(text).not.toMatch(/Lines of enquiry|strength|weakness|\brated\b|Raters|Not rated/);
  await page
    .getByRole("navigation", { name: "Inspection" })
    .getByRole("link", { name: "Evidence", exact: true })
    .click();
  expect(await page.locator("main").innerText()).not.toMatch(/[Cc]ited/);
  await page.context().close();
});

test("a line can be worked by keyboard alone", async () => {
  const page = await open(true, "lead");
  // Until scripts have begun the form is sent as a form, which would load the page anew.
  await page.goto(`/inspections/${CODE}/lines/1.2`, { waitUntil: "networkidle" });
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Skip to main content");
  await page.evaluate(() => Object.assign(window, { kept: true }));
  await page.getByLabel("Add a weakness").focus();
  await page.keyboard.type("Typed without a mouse");
  await page.keyboard.press("Enter");
  await page.locator("li.finding", { hasText: "Typed without a mouse" }).waitFor();
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe("add-weakness");
  // With scripts the page is not loaded anew.
  expect(await page.evaluate(() => "kept" in window)).toBe(true);
  await page.context().close();
});

/** An area to explore, from question to finding, as three people: asked, answered with a file, accepted and closed into a strength. */
import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";

import { launch, watch } from "#tests/support/browser.ts";
import { CODE, demoServer, PASSWORD } from "#tests/support/server.ts";

const server = demoServer();
let browser: Browser;
beforeAll(async () => void (browser = await launch()));
afterAll(() => browser.close());

const at = (path: string) => `/inspections/${CODE}${path}`;
const AREA = "How robust the group’s work planning is";
const STRENGTH = "The group plans its work a year ahead and keeps to the plan";

/** The lead works without JavaScript, the officer with it. */
async function open(account: string, path: string, javaScriptEnabled: boolean): Promise<Page> {
  const context = await browser.newContext({ baseURL: server.origin, javaScriptEnabled });
  const page = await context.newPage();
  await page.goto(at(path));
  await page.getByLabel("E-mail address").fill(`${account}@demo.test`);
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL(`**${at(path)}`);
  return page;
}

const areaOn = (page: Page) => page.locator("li.finding", { hasText: AREA });

async function ask(lead: Page): Promise<string> {
  await areaOn(lead).getByText("Plan this").click();
  await areaOn(lead)
    .getByRole("button", { name: /^Request to the council/ })
    .click();
  expect(await lead.getByLabel("What you ask for").inputValue()).toContain("how robust the group’s work planning is");
  await lead.getByLabel("Due", { exact: true }).fill("2099-12-11");
  await lead.getByRole("button", { name: "Send to the council" }).click();
  await lead.waitForURL(/\/requests\/\d+/);
  const ref = /R-\d+/.exec(await lead.locator("main").innerText())?.[0] ?? "";
  await lead.goto(at("/lines/1.3"));
  expect(await areaOn(lead).innerText()).toMatch(new RegExp(`${ref}[\\s\\S]*With the council`));
  return ref;
}

async function answer(officer: Page, ref: string): Promise<void> {
  await officer.goto(at(`/requests/${ref.slice(2)}`), { waitUntil: "networkidle" });
  const text = await officer.locator("main").innerText();
  expect(text).not.toMatch(/area to explore|1\.3, A\d|strength/i);
  const file = { name: "work-plan-2007.txt", mimeType: "text/plain", buffer: Buffer.from("March: review the plan.") };
  await officer.locator("input[type=file]").first().setInputFiles(file);
  await officer.getByRole("radio", { name: /^No/ }).first().check();
  await officer.getByRole("button", { name: /^Send/ }).first().click();
  await expect.poll(() => officer.locator("main").innerText(), { timeout: 20_000 }).toMatch(/sent/i);
}

async function closeIt(lead: Page): Promise<void> {
  await areaOn(lead)
    .getByRole("link", { name: /^Close this/ })
    .click();
  await lead.getByRole("button", { name: /^Close A\d/ }).click();
  expect(await lead.getByRole("alert").innerText()).toContain("Choose what came of it");
  await lead.getByLabel("It is a strength").check();
  await lead.getByLabel("The words of the strength or weakness, or why there is none").fill(STRENGTH);
  expect(await lead.getByLabel(/^E\d+ work plan/i).isChecked()).toBe(true);
  await lead.getByRole("button", { name: /^Close A\d/ }).click();
  await lead.waitForURL(/\/lines\/1\.3#/);
}

test("an area becomes a request, the request an answer, the answer a cited strength", async () => {
  const lead = await open("lead", "/lines/1.3", false);
  const officer = await open("officer", "/requests", true);
  const seen = [watch(lead), watch(officer)];
  const ref = await ask(lead);
  await answer(officer, ref);

  await lead.reload();
  await areaOn(lead).getByRole("link", { name: ref }).click();
  await lead.getByRole("button", { name: `Accept the answer to ${ref}` }).click();
  await lead.goto(at("/lines/1.3"));
  await closeIt(lead);

  const strength = lead.locator("li.finding", { hasText: STRENGTH });
  expect(await strength.innerText()).toMatch(/work plan 2007/i);
  expect(await areaOn(lead).innerText()).toMatch(/Became a strength: S7[\s\S]*Closed/);
  await areaOn(lead).getByRole("link", { name: "Became a strength: S7" }).click();
  expect(await strength.evaluate((one) => one.matches(":target"))).toBe(true);

  await officer.goto(at(`/requests/${ref.slice(2)}`));
  expect(await officer.locator("main").innerText()).not.toContain(STRENGTH);
  const inspector = await open("inspector2", "/areas?state=closed", false);
  expect(await inspector.locator("main table").innerText()).toContain(AREA);
  seen.forEach((one) => one.check());
});

/** Moderating a theme in a real browser: by keyboard alone, and without JavaScript. */
import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";

import { launch, watch } from "#tests/support/browser.ts";
import { CODE, demoServer, PASSWORD } from "#tests/support/server.ts";

const server = demoServer();
let browser: Browser;
beforeAll(async () => void (browser = await launch()));
afterAll(() => browser.close());

const at = (path: string) => `/inspections/${CODE}${path}`;

async function open(javaScriptEnabled: boolean, account: string, path: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: server.origin, javaScriptEnabled });
  const page = await context.newPage();
  await page.goto(at(path));
  await page.getByLabel("E-mail address").fill(`${account}@demo.test`);
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL(`**${at(path)}`);
  return page;
}

/** Presses Tab until the element in focus is the one with this id. */
async function tabTo(page: Page, id: string): Promise<void> {
  for (let press = 0; press < 150; press++) {
    await page.keyboard.press("Tab");
    if (await page.evaluate((wanted) => document.activeElement?.id === wanted, id)) return;
  }
  throw new Error(`Tab does not lead to ${id}.`);
}

test("the inspectorate's manager settles a theme by keyboard alone and signs it off", async () => {
  const page = await open(true, "reviewer", "/moderation/10");
  const seen = watch(page);
  const rateLast = await open(false, "lead", "/lines/10.3");
  await rateLast.locator(".rate-level", { hasText: "Uncertain" }).locator("input").check({ force: true });
  await rateLast.locator("#rating-reason").fill("Few people know how much work one post holds");
  await rateLast.getByRole("button", { name: "Save rating" }).click();
  await page.goto(at("/moderation/10"));

  await tabTo(page, "agreed-reason");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/moderation/10#settled");
  expect(await page.locator(".line-settled").count()).toBe(2);

  await tabTo(page, "line-10-3-level");
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowRight");
  await tabTo(page, "line-10-3-reason");
  await page.keyboard.type("One rating, and it says why");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/moderation/10#line-10-3");
  expect(await page.locator("#line-10-3").innerText()).toContain("Uncertain");

  await tabTo(page, "theme-level");
  await page.keyboard.press("Space");
  await tabTo(page, "theme-reason");
  await page.keyboard.type("Capacity decides");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/moderation/10#theme");

  await tabTo(page, "read");
  await page.keyboard.press("Space");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.getByText("Signed off by Inspectorate manager").waitFor();
  seen.check();
  await page.context().close();
});

test("the same page works without JavaScript: a difference, a comment, and a mistake", async () => {
  const page = await open(false, "reviewer", "/moderation/7");
  const line = page.locator("#line-7-1");
  await line.getByRole("button", { name: /^Confirm/ }).click();
  expect(await page.locator(".error-summary").innerText()).toContain("Choose a rating");
  await page.locator("#line-7-1 .rate-level", { hasText: "Fair" }).locator("input").check({ force: true });
  await page.locator("#line-7-1-reason").fill("Beds and routes weigh more than the pathway");
  await page
    .locator("#line-7-1")
    .getByRole("button", { name: /^Confirm/ })
    .click();
  expect(await page.locator("#line-7-1").innerText()).toContain("Beds and routes weigh more than the pathway");
  await page.locator("#comment-theme-7-text").fill("Look at the leaflets again");
  await page.getByRole("button", { name: "Add comment on theme 7" }).click();
  const comment = page.locator(".comment", { hasText: "Look at the leaflets again" });
  await comment.getByRole("button", { name: /^Resolve/ }).click();
  expect(await page.locator(".comment", { hasText: "Look at the leaflets" }).innerText()).toContain("Resolved by");
  await page.context().close();
});

/** The studio in a real browser: a finding is left out, a line is laid out, and the deck is presented by keyboard. */
import type { Browser } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";

import { signIn } from "#tests/support/accessible.ts";
import { launch, watch } from "#tests/support/browser.ts";
import { CODE, demoServer } from "#tests/support/server.ts";

const server = demoServer();
let browser: Browser;
beforeAll(async () => void (browser = await launch()));
afterAll(() => browser.close());

const deck = `/inspections/${CODE}/briefing/decks/opening`;

test("a finding is left out, a line becomes headlines, and the deck is presented with notes in a second window", async () => {
  const context = await browser.newContext({ baseURL: server.origin });
  const page = await context.newPage();
  await signIn(page, "lead");
  const seen = watch(page);
  await page.goto(`${deck}?slide=9`);
  const count = async () => Number(/of (\d+)/.exec(await page.locator("#slide-heading").innerText())?.[1]);
  const before = await count();
  const words = await page.locator(".include label").first().innerText();

  await page.locator(".include input").first().uncheck();
  await page.getByText("Left out: left out by hand").waitFor();
  expect(await page.locator(".stage-slide").innerText()).not.toContain(words.split("\n").at(-1));
  await page.getByLabel("Headlines", { exact: true }).check({ force: true });
  await page.getByLabel("Headlines for strengths").fill("The council leads well");
  await page.getByRole("button", { name: "Save layout" }).click();
  await page.locator(".stage-slide", { hasText: "The council leads well" }).waitFor();
  expect(await count()).toBeLessThanOrEqual(before);
  await page.locator("#slide-heading").click();
  await page.keyboard.press("ArrowRight");
  await page.waitForURL(`**${deck}?slide=10`);
  await page.keyboard.press("ArrowLeft");
  await page.waitForURL(`**${deck}?slide=9`);

  await page.getByRole("link", { name: "Present" }).click();
  await page.waitForURL("**/present#slide-9");
  const [notes] = await Promise.all([context.waitForEvent("page"), page.keyboard.press("n")]);
  await notes.locator(".present-notes li").first().waitFor();
  const shown = () => page.locator(".leaf:visible .slide-title").innerText();
  expect(await shown()).toBe("Corporate commitment");
  await page.keyboard.press("Home");
  await notes.locator(".present-notes", { hasText: "fire exits" }).waitFor();
  await notes.keyboard.press("ArrowRight");
  await page.locator("#slide-2:visible").waitFor();
  await page.bringToFront();
  await page.keyboard.press("b");
  expect(await page.locator("#slide-2").isVisible()).toBe(false);
  await page.keyboard.press("b");
  await page.keyboard.press("1");
  await page.keyboard.press("1");
  await page.keyboard.press("Enter");
  await page.locator("#slide-11:visible").waitFor();
  await page.keyboard.press("Escape");
  await page.waitForURL(`**${deck}`);
  seen.check();
  await context.close();
}, 40_000);

/** A person who writes for long is warned before their session ends, and can keep it (WCAG 2.2.1). */
import type { Browser } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";

import { launch, watch } from "#tests/support/browser.ts";
import { CODE, demoServer, PASSWORD } from "#tests/support/server.ts";

const server = demoServer();
let browser: Browser;
beforeAll(async () => void (browser = await launch()));
afterAll(() => browser.close());

async function open(path: string) {
  const context = await browser.newContext({ baseURL: server.origin });
  const page = await context.newPage();
  await page.clock.install();
  await page.goto(`/sign-in?next=${encodeURIComponent(path)}`);
  await page.getByLabel("E-mail address").fill("lead@demo.test");
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL(`**${path}`);
  return { page, seen: watch(page), close: () => context.close() };
}

test.each(["/account", `/inspections/${CODE}/lines/1.3`])(
  "%s warns after 25 minutes and stays open when asked",
  async (path) => {
    const { page, seen, close } = await open(path);
    const warning = page.getByText("You will be signed out in five minutes");
    await page.clock.fastForward("24:00");
    expect(await warning.count()).toBe(0);
    await page.clock.fastForward("01:10");
    await warning.waitFor();
    await page.getByRole("button", { name: "Stay signed in" }).click();
    await warning.waitFor({ state: "detached" });
    await page.clock.fastForward("20:00");
    expect(await warning.count()).toBe(0);
    await page.clock.fastForward("10:10");
    await page.getByText("You are signed out.").waitFor();
    const link = page.locator(".idle").getByRole("link", { name: "Sign in" });
    expect(await link.getAttribute("href")).toBe(`/sign-in?next=${encodeURIComponent(path)}`);
    seen.check();
    await close();
  },
);

test("a session that has ended meanwhile is said to have ended", async () => {
  const { page, close } = await open("/account");
  await page.clock.fastForward("25:10");
  await page.context().clearCookies();
  await page.getByRole("button", { name: "Stay signed in" }).click();
  await page.getByText("You are signed out.").waitFor();
  await close();
});

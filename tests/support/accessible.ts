/** Every page, for each side, at two widths: axe finds nothing, nothing overflows, nothing breaks the security policy. */
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";

import { launch, watch } from "#tests/support/browser.ts";
import { at, pages } from "#tests/support/accessible-pages.ts";
import { demoServer, PASSWORD } from "#tests/support/server.ts";

export async function signIn(page: Page, account: string): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail address").fill(`${account}@demo.test`);
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL("**/inspections");
}

/** The path with a real finding or piece of evidence in place of its stand-in. */
async function real(page: Page, path: string): Promise<string> {
  if (/[=/]finding\b/.test(path)) {
    await page.goto(at("/lines/1.3"));
    return path.replace(/\bfinding\b/, (await page.locator("li.finding").first().getAttribute("id")) ?? "");
  }
  const [, step = "", ref = ""] = /(lines\/([\d.]+)\?(?:plan|answer|close|reopen)=)area\b/.exec(path) ?? [];
  if (step) {
    await page.goto(at(`/lines/${ref}`));
    return path.replace(/\barea\b/, (await page.locator(".group-area li.finding").first().getAttribute("id")) ?? "");
  }
  if (path.includes("/drafts/draft")) {
    await page.goto(at("/requests?show=drafts"));
    return (await page.locator("main table tbody a").first().getAttribute("href")) ?? path;
  }
  if (path.includes("/fieldwork/visit")) {
    await page.goto(at("/fieldwork"));
    const [visit = path] =
      /[^"]*\/fieldwork\/[0-9a-f-]{36}/.exec((await page.locator("main ol a").first().getAttribute("href")) ?? "") ??
      [];
    return path.replace(at("/fieldwork/visit"), visit);
  }
  if (path.includes("/evidence/evidence")) {
    await page.goto(at("/evidence"));
    const item = (await page.locator("main table tbody a").first().getAttribute("href")) ?? path;
    return path.replace(at("/evidence/evidence"), item);
  }
  return path;
}

/** Colours do not depend on the width of the window, and judging them takes most of the time. */
const COLOURS = "color-contrast";

const STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

async function faultsOf(page: Page, path: string, width: number): Promise<string[]> {
  // No page has frames, so axe need not open a window of its own; what is in order is not told.
  const axe = new AxeBuilder({ page }).options({ runOnly: STANDARDS, resultTypes: ["violations"] }).setLegacyMode();
  const { violations } = await (width === WIDE ? axe : axe.disableRules(COLOURS)).analyze();
  const at = `${path} at ${width} px`;
  const faults = violations.map(({ id, nodes }) => `${at}: ${id}: ${nodes[0]?.html}`);
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  return over > 0 ? [...faults, `${at}: ${over} px wider than the window`] : faults;
}

const [WIDE, NARROW] = [1280, 390];

/** Tests of the pages of these groups, in one file of tests: each file has a worker of its own. */
export function testPages(groups: (keyof typeof pages)[]): void {
  const server = demoServer();
  let browser: Browser;
  beforeAll(async () => void (browser = await launch()));
  afterAll(() => browser.close());

  for (const group of groups) {
    test(
      group,
      async () => {
        const context = await browser.newContext({ baseURL: server.origin });
        const page = await context.newPage();
        if (group !== "nobody") await signIn(page, group.replace(/:.*/, ""));
        const faults: string[] = [];
        for (const path of pages[group]) {
          const seen = watch(page);
          await page.setViewportSize({ width: WIDE, height: 900 });
          await page.goto(await real(page, path));
          faults.push(...(await faultsOf(page, path, WIDE)));
          await page.setViewportSize({ width: NARROW, height: 900 });
          faults.push(...(await faultsOf(page, path, NARROW)));
          if (!path.includes("nothing-here")) seen.check();
        }
        expect(faults).toEqual([]);
        await context.close();
      },
      300_000,
    );
  }
}

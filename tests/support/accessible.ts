/** Every page, for each side, at two widths: axe finds nothing, nothing overflows, nothing breaks the security policy. */
import { createRequire } from "node:module";
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

// Put into each page once, not once for each run as its builder does, which takes as long as many a page.
const require = createRequire(createRequire(import.meta.url).resolve("@axe-core/playwright"));
const { source } = require("axe-core") as { source: string };

/** Judging colours takes most of the time, and they depend neither on the width of the window nor on the words. */
const COLOURS = "color-contrast";

const STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Puts `data-new-look` on what shows text in a look that is not `known`: letters and all grounds behind them. Returns these looks. */
function markNewLooks(known: string[]): string[] {
  const groundOf = (element: Element | null): string => {
    if (!element) return "";
    const { backgroundColor, backgroundImage, opacity } = getComputedStyle(element);
    const clear = backgroundColor === "rgba(0, 0, 0, 0)" && backgroundImage === "none" && opacity === "1";
    return `${clear ? "" : [backgroundColor, backgroundImage, opacity].join()} ${groundOf(element.parentElement)}`.trim();
  };
  const looks = new Set<string>();
  for (const element of document.body.querySelectorAll<HTMLElement>("*")) {
    const shows = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim());
    if (!shows && !element.matches("input, select, textarea")) continue;
    const { color, fontSize, fontWeight, textShadow, position } = getComputedStyle(element);
    const letters = [color, fontSize, fontWeight, textShadow, position, element.matches(":disabled")];
    const look = [element.localName, element.className, ...letters, groundOf(element)].join();
    if (known.includes(look) || looks.has(look)) continue;
    looks.add(look);
    element.dataset.newLook = "";
  }
  return [...looks];
}

/** As axe answers inside a page. */
type Axe = {
  configure(changes: { rules: { id: string; selector: string }[] }): void;
  run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
};

/** All rules at the wide size; of colours, those of looks that are new. At the narrow size, all but colours. */
async function violationsIn(page: Page, width: number, judged: Set<string>): Promise<string[]> {
  if (width === WIDE) {
    await page.evaluate(source);
    for (const look of await page.evaluate(markNewLooks, [...judged])) judged.add(look);
  }
  return page.evaluate(
    async ({ runOnly, id, enabled }) => {
      const { axe } = window as unknown as { axe: Axe };
      axe.configure({ rules: [{ id, selector: "[data-new-look]" }] });
      const { violations } = await axe.run({ runOnly, rules: { [id]: { enabled } }, resultTypes: ["violations"] });
      return violations.map((fault) => `${fault.id}: ${fault.nodes[0]?.html}`);
    },
    { runOnly: STANDARDS, id: COLOURS, enabled: width === WIDE },
  );
}

async function faultsOf(page: Page, path: string, width: number, judged: Set<string>): Promise<string[]> {
  const at = `${path} at ${width} px`;
  const faults = (await violationsIn(page, width, judged)).map((fault) => `${at}: ${fault}`);
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  return over > 0 ? [...faults, `${at}: ${over} px wider than the window`] : faults;
}

const [WIDE, NARROW] = [1280, 390];

/** Tests of the pages of these groups, in one file of tests: each file has a worker of its own. */
export function testPages(groups: (keyof typeof pages)[]): void {
  const server = demoServer();
  const judged = new Set<string>();
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
          faults.push(...(await faultsOf(page, path, WIDE, judged)));
          await page.setViewportSize({ width: NARROW, height: 900 });
          faults.push(...(await faultsOf(page, path, NARROW, judged)));
          if (!path.includes("nothing-here")) seen.check();
        }
        expect(faults).toEqual([]);
        await context.close();
      },
      300_000,
    );
  }
}

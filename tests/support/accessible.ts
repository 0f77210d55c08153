/** Every page, for each side, at two widths: axe finds nothing, nothing overflows, nothing breaks the security policy. */
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";

import { launch, watch } from "#tests/support/browser.ts";
import { CODE, demoServer, PASSWORD } from "#tests/support/server.ts";

export const at = (path = "") => `/inspections/${CODE}${path}`;

/** Pages by who opens them: an account, and what it is about. `finding` and `evidence` stand for the first of each. */
export const pages = {
  nobody: ["/sign-in", "/help", "/help/getting-started", "/accessibility", "/privacy", "/cookies", "/nothing-here"],
  "lead: judging": [
    "/account",
    "/inspections",
    "/inspections/new",
    "/frameworks",
    "/frameworks/supporting-people-2007",
    "/frameworks/cqc-local-authority-2023",
    "/frameworks/cqc-local-authority-2023/crosswalk/supporting-people-2007",
    at(),
    at("?by=citations"),
    at("?by=readiness"),
    at("?as=table"),
    at("?mine=1&next=all"),
    at("/figures"),
    at("/summary"),
    at("/findings"),
    at("/findings?line=1.3&cited=no"),
    at("/lines"),
    at("/lines?state=gap"),
    at("/lines/1.3"),
    at("/lines/10.3"),
    at("/lines/1.3?edit=finding"),
    at("/lines/1.3?cite=finding"),
    at("/lines/1.3?withdraw=finding"),
    at("/themes/1"),
    at("/judgements/1"),
    at("/comparisons/line/1.3"),
    at("/evidence"),
    at("/evidence?q=nothing-of-that-name"),
    at("/evidence?q=performance&kind=minutes&read=no"),
    at("/findings/finding/suggestions"),
    "/search",
    "/search?q=strategy+group",
    "/search?q=strategy&what=passages",
    "/search?q=nothing-of-that-name",
    at("/evidence/upload"),
    at("/evidence/naming"),
    at("/evidence/evidence"),
    at("/evidence/evidence/text"),
    at("/evidence/evidence/text?line=1.3&find=the"),
    at("/lines/1.3?panel=linked"),
    at("/evidence/evidence/appraisal"),
    at("/evidence/evidence/return"),
    at("/evidence/evidence/transcript"),
    at("/evidence/new"),
    at("/evidence/new?kind=consultation"),
  ],
  "lead: asking and briefing": [
    at("/fieldwork/visit/notes"),
    at("/fieldwork/visit/evidence"),
    at("/areas"),
    at("/areas?state=orphaned&line=1"),
    at("/lines/1.3?plan=area"),
    at("/lines/1.3?answer=area"),
    at("/lines/1.3?close=area"),
    at("/lines/7.4?reopen=area"),
    at("/requests"),
    at("/requests?show=withdrawn"),
    at("/requests/new"),
    at("/requests/import"),
    at("/requests/1"),
    at("/requests/2"),
    at("/requests/drafts/draft"),
    at("/briefing"),
    at("/briefing/present"),
    at("/briefing/decks/opening?slide=20"),
    at("/briefing/decks/feedback?slide=9&film=all"),
    at("/briefing/decks/interim/changes"),
    at("/briefing/decks/interim/left-out"),
    at("/briefing/decks/opening/agenda"),
    at("/briefing/decks/opening/settings"),
    at("/briefing/decks/opening/withdrawal"),
    at("/briefing/templates"),
    at("/briefing/import"),
    at("/briefing/changes"),
    at("/activity"),
    at("/activity?kind=rating"),
    at("/edition"),
    at("/through/cqc-local-authority-2023"),
    at("/findings/finding/history"),
    at("/team"),
    at("/moderation"),
    at("/moderation/1"),
    at("/moderation/8"),
    at("/comments"),
    at("/checks"),
    at("/checks/contradictory"),
    at("/triangulation"),
    at("/claims"),
    at("/ageing"),
    at("/snapshots"),
    at("/snapshots/compare"),
    at("/exports"),
    at("/stage"),
    at("/settings"),
    at("/publication"),
    at("/pack"),
    at("/hold"),
  ],
  reviewer: [
    at(),
    at("/lines/1.3"),
    at("/themes/10"),
    at("/briefing"),
    at("/moderation"),
    at("/moderation/3"),
    at("/moderation/8"),
    at("/stage"),
  ],
  manager: [
    at("/summary"),
    at(),
    at("?by=rating"),
    at("/self-assessment"),
    at("/self-assessment?evidence=no"),
    at("/self-assessment/1.3"),
    at("/gaps?show=all"),
    at("/gaps/new"),
    at("/improvements"),
    at("/improvements/new"),
    at("/interviewees"),
    at("/interviewees/new"),
    at("/renewals"),
    at("/submission?gaps=yes&actions=yes"),
    at("/submissions"),
    at("/submissions/1"),
    at("/rehearsal"),
    at("/snapshots"),
    at("/snapshots/compare"),
    at("/exports"),
  ],
  officer: [
    at("/fieldwork/visit/learning"),
    at(),
    "/search?q=minutes",
    at("/evidence"),
    at("/evidence/upload"),
    at("/evidence/naming"),
    at("/evidence/evidence"),
    at("/evidence/evidence?edit=details"),
    at("/evidence/evidence/revision"),
    at("/evidence/evidence/redaction"),
    at("/requests"),
    at("/requests?show=closed"),
    at("/requests/1"),
    at("/requests/4"),
    at("/requests/5"),
    at("/requests/5?way=not-held"),
    at("/requests/5?way=part-of"),
    at("/requests/5/handover"),
    "/account",
    "/account/mail",
    at("/activity"),
    at("/team"),
  ],
  admin: ["/admin", "/admin/server", "/admin/people", "/help/install", "/help/threat-model"],
} satisfies Record<string, string[]>;

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

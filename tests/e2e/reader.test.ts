/** A passage becomes a cited finding in three actions: from the workspace, from the text, and from a page as it looks. */
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Locator, Page } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";

import { deskFor } from "#app/desk.server.ts";
import { findPerson } from "#app/models/accounts/users.server.ts";
import { addEvidence } from "#app/models/evidence/arrivals.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { readTexts } from "#app/server/reading.ts";
import { launch, watch } from "#tests/support/browser.ts";
import { pdfPages } from "#tests/support/pages.ts";
import { CODE, demoServer, PASSWORD } from "#tests/support/server.ts";

const server = demoServer();
const at = (path = "") => `/inspections/${CODE}${path}`;
let browser: Browser;
let evidence = "";

const pages = [
  ["Strategy group minutes, page one"],
  [
    "Item 7. Membership",
    "The group discussed inviting tenants to sit as",
    "members, and will come back to it in October.",
  ],
];

beforeAll(async () => {
  browser = await launch();
  const { services } = server;
  const officer = deskFor(services, await findPerson(deskFor(services, null), "officer@demo.test"));
  async function* bytes() {
    yield pdfPages(pages);
  }
  const arrival = await officer.storage.receive(bytes(), Infinity);
  const draft = { title: "Strategy group, September", kind: "minutes", voice: null, asAt: null } as const;
  evidence = await addEvidence(officer, await findInspection(officer, CODE), draft, { name: "minutes.pdf", arrival });
  await readTexts(services);
});
afterAll(() => browser.close());

async function open(path: string, width = 1280): Promise<Page> {
  const context = await browser.newContext({ baseURL: server.origin, viewport: { width, height: 900 } });
  const page = await context.newPage();
  await page.goto("/sign-in");
  await page.getByLabel("E-mail address").fill("lead@demo.test");
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL("**/inspections");
  await page.goto(path, { waitUntil: "networkidle" });
  return page;
}

/** Draws the mouse over these words, as a person would. */
async function mark(within: Locator, words: string): Promise<void> {
  const place = await within.evaluate((root, wanted) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
      const from = node.data.indexOf(wanted);
      if (from < 0) continue;
      node.parentElement?.scrollIntoView({ block: "center" });
      const range = document.createRange();
      range.setStart(node, from);
      range.setEnd(node, from + wanted.length);
      const rects = [...range.getClientRects()];
      const [first, last] = [rects[0]!, rects.at(-1)!];
      return {
        from: [first.left + 1, first.top + first.height / 2] as const,
        to: [last.right - 0.5, last.top + last.height / 2] as const,
      };
    }
    throw new Error(`“${wanted}” is not on the page.`);
  }, words);
  const { mouse } = within.page();
  await mouse.move(...place.from);
  await mouse.down();
  await mouse.move(...place.to, { steps: 6 });
  await mouse.up();
}

async function accessible(page: Page): Promise<void> {
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
}

const box = (page: Page) => page.getByRole("dialog", { name: "Link passage to" });

test("open a line, mark a passage, press 1: it is linked, and one press takes it back", async () => {
  const page = await open(at("/lines/1.3"));
  const seen = watch(page);
  const words = "oversees the annual plan and reads every service review report";
  await mark(page.locator("#evidence .linker"), words);
  await box(page).getByRole("button").filter({ hasText: "1.3" }).first().waitFor();
  await page.keyboard.press("1");
  const status = page.locator(".linked-status");
  await expect.poll(() => status.innerText()).toMatch(/^Linked to [SWA]\d+ of \d+\.\d+\./);
  expect(await box(page).count()).toBe(0);
  // The focus is back in the document, and the passage is marked there and stands at its finding.
  expect(await page.evaluate(() => document.activeElement?.className)).toBe("linker");
  await page.locator("#evidence mark", { hasText: words }).waitFor();
  const [, ref = ""] = / of (\d+\.\d+)/.exec(await status.innerText()) ?? [];
  if (ref === "1.3") await page.locator(".cite-quote", { hasText: words }).waitFor();
  await status.getByRole("button", { name: /^Undo/ }).click();
  await expect.poll(() => status.innerText()).toMatch(/^Undone\./);
  await expect.poll(() => page.locator("#evidence mark", { hasText: words }).count()).toBe(0);
  seen.check();
  await page.context().close();
});

test("another finding is found by typing, Escape leaves everything as it was, and + makes a new finding", async () => {
  const page = await open(at(`/evidence/${evidence}/text?line=1.3`));
  const seen = watch(page);
  const words = "inviting tenants to sit as";
  await mark(page.locator(".linker"), words);
  await box(page).waitFor();
  await page.keyboard.press("Escape");
  await expect.poll(() => box(page).count()).toBe(0);
  await mark(page.locator(".linker"), words);
  await box(page).getByLabel("Find a line or finding").fill("2.1");
  await box(page).locator(".link-text", { hasText: "2.1" }).first().waitFor();
  await box(page).getByRole("button", { name: "New finding" }).click();
  await box(page).getByLabel("What it shows").fill("Tenants are to be asked to join");
  await box(page).getByRole("button", { name: "Add weakness" }).click();
  await expect.poll(() => page.locator(".linked-status").innerText()).toMatch(/^Linked to W\d+ of 1\.3\./);
  await page.locator(".passage", { hasText: "Tenants are to be asked to join" }).waitFor();
  await page.goto(at("/lines/1.3"));
  const finding = page.locator("li.finding", { hasText: "Tenants are to be asked to join" });
  expect(await finding.innerText()).toContain("page 2");
  await finding.getByRole("link", { name: "Strategy group, September" }).click();
  await page.locator("mark", { hasText: words }).waitFor();
  seen.check();
  await page.context().close();
});

test("a page as it looks has text that can be marked, over two lines too", async () => {
  const page = await open(at(`/evidence/${evidence}/pages?part=1&line=1.3`));
  const seen = watch(page);
  await page.locator(".textLayer span", { hasText: "inviting tenants" }).waitFor();
  await expect
    .poll(() => page.locator(".pdf-page canvas").evaluate((canvas: HTMLCanvasElement) => canvas.width))
    .toBeGreaterThan(300);
  await page.evaluate(() => {
    const spans = [...document.querySelectorAll(".textLayer span")];
    const [first, second] = ["inviting tenants", "come back to it"].map(
      (words) => spans.find((span) => span.textContent?.includes(words))!.firstChild as Text,
    );
    document.getSelection()?.setBaseAndExtent(first!, first!.data.indexOf("inviting"), second!, "members".length);
  });
  await box(page).waitFor();
  // Marked without a mouse: the next step is the box.
  await page.locator(".linker").focus();
  await page.keyboard.press("Tab");
  await box(page).locator("kbd", { hasText: "1" }).waitFor();
  await accessible(page);
  await page.keyboard.press("1");
  await expect.poll(() => page.locator(".linked-status").innerText()).toMatch(/^Linked to /);
  await page.locator(".passage-quote", { hasText: "inviting tenants to sit as members" }).waitFor();
  await expect.poll(() => page.locator(".pdf-mark").count()).toBeGreaterThan(1);
  await page.getByRole("link", { name: "Text", exact: true }).click();
  await page.locator("mark", { hasText: "inviting tenants to sit as" }).waitFor();
  seen.check();
  await page.context().close();
});

test("on a phone the box stands at the foot of the window, and the page holds", async () => {
  const page = await open(at(`/evidence/${evidence}/pages?part=1&find=item`), 390);
  await page.locator(".pdf-mark.m-found").first().waitFor();
  await accessible(page);
  await page.getByRole("link", { name: "Text", exact: true }).click();
  await page.locator(".sheet mark", { hasText: "Item" }).first().waitFor();
  await mark(page.locator(".linker"), "tenants to sit");
  await box(page).locator("kbd", { hasText: "1" }).waitFor();
  const place = await box(page).boundingBox();
  expect(Math.round((place?.y ?? 0) + (place?.height ?? 0))).toBe(900);
  await accessible(page);
  await page.context().close();
});

test("R marks what is read and opens what is not, while the document has the focus", async () => {
  const page = await open(at(`/evidence/${evidence}/text`));
  await page.getByLabel("Find", { exact: true }).fill("r");
  expect(page.url()).toContain(evidence);
  await page.locator(".linker").focus();
  await page.keyboard.press("r");
  await page.waitForURL((url) => !url.href.includes(evidence));
  expect(page.url()).toMatch(/\/evidence\/[0-9a-f-]{36}\/text/);
  await page.context().close();
});

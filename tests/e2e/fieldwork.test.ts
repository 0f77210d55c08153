/** An interview on a phone with the network cut in between: notes, evidence, a cited finding, a closed area, words taken back. */
import { strFromU8, unzipSync } from "fflate";
import type { Browser, BrowserContext, Page } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";

import { launch } from "#tests/support/browser.ts";
import { CODE, demoServer, PASSWORD } from "#tests/support/server.ts";

const server = demoServer();
let browser: Browser;
beforeAll(async () => void (browser = await launch()));
afterAll(() => browser.close());

const at = (path = "") => `/inspections/${CODE}${path}`;
const SAID = "Nobody follows up absences from the group.";
const words = /follows up absences/i;

async function signIn(page: Page): Promise<void> {
  await page.getByLabel("E-mail address").fill("lead@demo.test");
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
}

const notesOf = (page: Page) => page.locator("field-notes textarea");
const kept = (page: Page) => page.evaluate(() => Object.values(localStorage).join());
const says = (page: Page) => expect.poll(() => page.locator(".notes-status").innerText(), { timeout: 15_000 });

/** The notes page of the first meeting, on a phone. */
async function openNotes(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.goto(at("/fieldwork"));
  await signIn(page);
  await page.getByRole("link", { name: "Interview: Accountable officer", exact: true }).click();
  await page.getByRole("link", { name: "Notes" }).click();
  await page.getByRole("heading", { level: 1, name: "Notes: Accountable officer" }).waitFor();
  return page;
}

/** Types online, offline, closes the tab, comes back, lets the session end: every letter arrives once. */
async function takeNotes(context: BrowserContext): Promise<Page> {
  const page = await openNotes(context);
  const address = page.url();
  await notesOf(page).nth(0).pressSequentially("They meet monthly. ");
  await says(page).toBe("All notes are saved");
  await context.setOffline(true);
  await notesOf(page).nth(0).pressSequentially(`${SAID} So it has been for years.`);
  await notesOf(page).nth(1).pressSequentially("A joint plan");
  await says(page).toBe("Kept on this phone: no connection");
  await page.close();
  await context.setOffline(false);
  const again = await context.newPage();
  await again.goto(address);
  await says(again).toBe("All notes are saved");
  expect(await kept(again)).toBe("");

  const cookies = await context.cookies();
  await context.clearCookies();
  await notesOf(again).nth(1).pressSequentially(" since May");
  await says(again).toMatch("Kept on this phone: sign in to send it");
  expect(cookies.length).toBeGreaterThan(0);
  await again.locator(".notes-status a").click();
  await signIn(again);
  await again.waitForURL(/notes$/);
  await says(again).toBe("All notes are saved");
  await again.reload();
  expect(await notesOf(again).nth(0).inputValue()).toBe(`They meet monthly. ${SAID} So it has been for years.`);
  expect(await notesOf(again).nth(1).inputValue()).toBe("A joint plan since May");
  return again;
}

async function makeFinding(page: Page): Promise<void> {
  await page
    .getByRole("link", { name: /^Make a finding/ })
    .first()
    .click();
  await page.getByLabel(SAID).check();
  await page.getByLabel("A potential weakness").check();
  await page.getByLabel(/^With their role/).check();
  await page.getByLabel("How they agreed").fill("Spoken, at the start");
  await page.getByRole("button", { name: "Make the finding" }).click();
  await page.waitForURL(/\/lines\/1\.3#/);
  const weakness = page.locator("li.finding:target");
  expect(await weakness.innerText()).toMatch(/Interview: accountable officer[\s\S]*follows up absences/);
}

async function closeArea(page: Page): Promise<void> {
  const area = page.locator("li.finding", { hasText: "How effective the Core Strategy Group is" });
  await area.getByRole("link", { name: /^Close this/ }).click();
  await page.getByLabel("It is a weakness").check();
  await page
    .getByLabel("The words of the strength or weakness, or why there is none")
    .fill("The group is not effective");
  expect(await page.getByLabel(/^E\d+ Interview: accountable officer/).isChecked()).toBe(true);
  await page.getByRole("button", { name: /^Close A\d/ }).click();
  await expect.poll(() => area.innerText(), { timeout: 10_000 }).toMatch(/Became a weakness/);
}

/** All that a file of the briefing holds, as text. */
async function deck(page: Page, format: string): Promise<string> {
  const bytes = await (await page.request.get(at(`/briefing.${format}`))).body();
  if (format !== "pptx") return bytes.toString();
  return Object.values(unzipSync(bytes))
    .map((part) => strFromU8(part))
    .join("\n");
}

const decks = (page: Page) => Promise.all(["md", "html", "pptx"].map((format) => deck(page, format)));

async function takeBack(page: Page): Promise<void> {
  await page
    .getByRole("link", { name: /^Interview: accountable officer/ })
    .first()
    .click();
  await page.waitForURL(/evidence\/[0-9a-f-]{36}/);
  const [, id] = /evidence\/([0-9a-f-]{36})/.exec(page.url()) ?? [];
  await page.goto(at(`/evidence/${id}`));
  await page.getByRole("link", { name: "How the words may be used" }).click();
  await page.getByText("They take their words back").click();
  await page.getByLabel("Why are they taken back?").fill("Asked by telephone");
  await page.getByRole("button", { name: "Take the words out everywhere" }).click();
  await page.getByText("Taken back on").waitFor();
}

test("an interview on a phone becomes evidence, finding and closed area; taken back, its words are nowhere", async () => {
  const context = await browser.newContext({ baseURL: server.origin, viewport: { width: 390, height: 844 } });
  const page = await takeNotes(context);
  await makeFinding(page);
  await closeArea(page);
  for (const text of (await decks(page)).slice(0, 1)) expect(text).toMatch(words);
  await takeBack(page);
  const listed = await page.locator("main table").innerText();
  expect(listed).toMatch(/PowerPoint/);
  expect(listed).toMatch(/Markdown/);
  for (const text of await decks(page)) expect(text).not.toMatch(words);
  await page.goto(at("/lines/1.3"));
  expect(await page.locator("main").innerText()).not.toMatch(words);
  await context.close();
}, 60_000);

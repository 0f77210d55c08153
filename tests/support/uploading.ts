/** The page for uploads in a real browser: small files, a slow line, and what the page says of each file. */
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, BrowserContext, Page } from "playwright";
import { expect } from "vitest";

import { CODE, PASSWORD, type Server } from "./server.ts";

export const UPLOAD = `/inspections/${CODE}/evidence/upload`;

type How = { javaScriptEnabled?: boolean; width?: number };

/** A window of its own in which `account` has come to `path`, with all scripts begun. */
export async function openAs(
  browser: Browser,
  { origin }: Server,
  account: string,
  path = UPLOAD,
  { width = 1280, ...how }: How = {},
): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({ baseURL: origin, viewport: { width, height: 900 }, ...how });
  const page = await context.newPage();
  await page.goto(`/sign-in?next=${encodeURIComponent(path)}`);
  await page.getByLabel("E-mail address").fill(`${account}@demo.test`);
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL(`**${path}`, { waitUntil: "networkidle" });
  return { context, page };
}

type SmallFile = { name: string; mimeType: string; buffer: Buffer };

let made = 0;
/** No two of them are alike, so that none is already here. */
export const text = (name: string, words = "Minutes of the meeting."): SmallFile => ({
  name,
  mimeType: "text/plain",
  buffer: Buffer.from(`${words} ${++made}`),
});
export const large = (name: string, megabytes: number): SmallFile =>
  text(name, "What was noted. ".repeat(megabytes * 65_536));

export const choose = (page: Page, ...files: SmallFile[]) => page.setInputFiles("#file", files);
export const row = (page: Page, name: string) => page.locator(".naming tbody tr", { hasText: name });
export const there = (page: Page, name: string) => row(page, name).getByText("Uploaded", { exact: true }).waitFor();
export const add = (page: Page) => page.getByRole("button", { name: /^Add/ }).last().click();

/** The page of what was added. */
export const added = (page: Page, title: string) => page.getByRole("heading", { level: 1, name: title }).waitFor();

/** How many hundredths of a file have gone, as the page shows it. */
export const shown = async (page: Page, name: string): Promise<number> =>
  Number(await row(page, name).getByRole("progressbar").getAttribute("value"));

/** So slow a line that there is time to do something, in bytes a second; it can be cut. */
export async function slow(page: Page, rate: number): Promise<{ cut(is: boolean): Promise<unknown> }> {
  const network = await page.context().newCDPSession(page);
  const line = { latency: 5, downloadThroughput: 5e6, uploadThroughput: rate };
  const cut = (offline: boolean) => network.send("Network.emulateNetworkConditions", { ...line, offline });
  await network.send("Network.enable");
  await cut(false);
  return { cut };
}

export async function checkAxe(page: Page): Promise<void> {
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
}

/** Lets a file be dropped or pasted, as the page meets it. */
export const bring = (page: Page, how: "drop" | "paste", file: { name: string; type: string; base64: string }) =>
  page.evaluate(
    ([kind, { name, type, base64 }]) => {
      const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
      const data = new DataTransfer();
      data.items.add(new File([bytes], name, { type }));
      const event =
        kind === "drop"
          ? new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true })
          : new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true });
      document.querySelector("main")?.dispatchEvent(event);
    },
    [how, file] as const,
  );

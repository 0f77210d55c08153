/** A real browser: the one that is named, one that is installed, or the one that a package of the registry carries. */
import { existsSync } from "node:fs";
import { type Browser, chromium, type Page } from "playwright";
import { expect } from "vitest";

const quiet = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export async function launch(): Promise<Browser> {
  const installed = [process.env.CHROMIUM_PATH, chromium.executablePath(), "/usr/bin/chromium"].find(
    (path) => path && existsSync(path),
  );
  if (installed) return chromium.launch({ executablePath: installed, args: quiet });
  const { default: carried } = await import("@sparticuz/chromium");
  // Without its own switches: they put everything in one process, which ends with the first context that closes.
  return chromium.launch({ executablePath: await carried.executablePath(), args: quiet });
}

/** Fails the test if the page logs an error or breaks the content security policy. */
export function watch(page: Page): { check(): void } {
  const faults: string[] = [];
  page.on("console", (message) => {
    // A refused form (422) and a conflict (409) are answers that the tests ask for.
    if (message.type() === "error" && !/status of 4(09|22)/.test(message.text())) faults.push(message.text());
  });
  page.on("pageerror", (error) => faults.push(String(error)));
  return { check: () => expect(faults).toEqual([]) };
}

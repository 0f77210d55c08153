/** A press in the moment between a page's script starting and its first work is not lost. */
import { expect, test } from "vitest";

import { signIn } from "#tests/support/accessible.ts";
import { launch, watch } from "#tests/support/browser.ts";
import { CODE, demoServer } from "#tests/support/server.ts";

const server = demoServer();

test("a link that is pressed before the page's script has done anything leads where it says", async () => {
  const browser = await launch();
  const page = await (await browser.newContext({ baseURL: server.origin })).newPage();
  await signIn(page, "lead");
  const seen = watch(page);
  // React puts its work off by a message to itself. Held back, the moment in which it has begun and done nothing lasts.
  await page.addInitScript(() => {
    const { postMessage } = MessagePort.prototype;
    MessagePort.prototype.postMessage = function (this: MessagePort, ...words: [unknown]) {
      document.documentElement.dataset.begun = "";
      setTimeout(() => postMessage.apply(this, words), 1500);
    };
  });
  await page.goto(`/inspections/${CODE}/lines/1.3`);
  await page.locator("html[data-begun]").waitFor();
  await page.locator('main a[href*="?"]:visible').first().click();
  await page.waitForURL(/\/lines\/1\.3\?/);
  await page.getByRole("heading", { level: 1 }).waitFor();
  seen.check();
  expect(await page.locator("main").count()).toBe(1);
  await browser.close();
});

/** Pages at the narrowest width, with the largest text and the widest spacing. */
import { expect, test } from "vitest";

import { at } from "#tests/support/accessible-pages.ts";
import { signIn } from "#tests/support/accessible.ts";
import { launch } from "#tests/support/browser.ts";
import { demoServer } from "#tests/support/server.ts";

const server = demoServer();

test("a page holds at 320 px, with text at 200 % and with wide spacing", async () => {
  const browser = await launch();
  const context = await browser.newContext({ baseURL: server.origin, viewport: { width: 320, height: 800 } });
  const page = await context.newPage();
  await signIn(page, "lead");
  for (const path of [at(), at("/lines"), at("/lines/1.3"), at("/evidence"), at("/briefing"), at("/themes/1")]) {
    for (const style of [
      "",
      "html { font-size: 200% !important }",
      "* { letter-spacing: .12em; word-spacing: .16em; line-height: 1.5 !important }",
    ]) {
      await page.goto(path);
      // Through the document's own sheets, since the policy forbids inline styles.
      await page.evaluate((css) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(css);
        document.adoptedStyleSheets = [sheet];
      }, style);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect({ path, style, over: Math.max(0, over) }).toEqual({ path, style, over: 0 });
    }
  }
  await browser.close();
});

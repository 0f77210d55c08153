import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { anyBriefing, anyText, briefingOf, finding, line, wholeBriefing } from "../../../tests/fixtures/briefing.ts";
import { compose } from "./compose.ts";
import { script } from "./html-script.ts";
import { documentStyle, slideStyle } from "./html-style.ts";
import { hashes, renderHtml } from "./render-html.ts";
import { html, slideHtml } from "./slide-html.ts";

vi.setConfig({ testTimeout: 60_000 });

const sha256 = (text: string) => createHash("sha256").update(text).digest("base64");
const page = renderHtml(compose(wholeBriefing()));

test("lets in its own style and script, and nothing else", () => {
  expect(hashes).toEqual({ style: sha256(slideStyle + documentStyle), script: sha256(script) });
  expect(page).toContain(`<style>${slideStyle}${documentStyle}</style>`);
  expect(page).toContain(`<script type="module">${script}</script>`);
  expect(page).toContain("default-src 'none'");
  expect(page).not.toMatch(/https?:|src=|style="| on\w+="/);
});

test("is in British English, with one h1 and a heading for each slide", () => {
  expect(page).toContain('<html lang="en-GB">');
  expect(page.match(/<h1 /g)).toHaveLength(1);
  expect(page.match(/<section class="slide /g)).toHaveLength(12);
  expect(page.match(/<h[12] class="slide-title"/g)).toHaveLength(12);
  expect(page).toContain('<h3><span class="slide-sign" aria-hidden="true">+</span>Potential strengths</h3>');
  expect(page).toContain('<th scope="row">E1</th>');
});

test("names each id once, and every link leads somewhere", () => {
  const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const links = [...page.matchAll(/ href="#([^"]+)"/g)].map(([, id]) => id);
  expect(links).toContain("E1");
  expect(links.filter((id) => !ids.includes(id))).toEqual([]);
});

test("keeps notes off paper, and gives each slide a page of its own", () => {
  expect(page).toContain("<summary>Speaker notes for slide 7</summary><ul><li>Rating: Good.");
  const print = documentStyle.slice(documentStyle.indexOf("@media print"));
  expect(print).toMatch(/\.contents,\.notes\{display:none\}/);
  expect(documentStyle).toContain("@page{size:13.333in 7.5in;margin:0}");
});

test("escapes everything", () => {
  const text = `<img src=x onerror=alert(1)> & "quoted" 'so' </script>`;
  const deck = compose(
    briefingOf([line("1.1", text, { areas: [finding(text, { note: text })] })], {
      title: text,
      kind: text,
      council: text,
    }),
  );
  expect(renderHtml(deck)).not.toMatch(/<img|<\/script>[^\n]*<\/script>/);
  fc.assert(
    fc.property(anyText, (hostile) => {
      expect(html(hostile)).toMatch(/^(?:[^&<>"']|&(?:amp|lt|gt|quot|#39);)*$/);
    }),
  );
});

test("closes what it opens, whatever it is made from", () => {
  fc.assert(
    fc.property(anyBriefing, (briefing) => {
      const open: string[] = [];
      const body = renderHtml(compose(briefing)).replace(/<(style|script)[^>]*>[^]*?<\/\1>/g, "");
      for (const [, close, name] of body.matchAll(/<(\/?)([a-z][a-z0-9]*)[^>]*>/g)) {
        if (close) expect(open.pop()).toBe(name);
        else if (name !== "meta") open.push(name!);
      }
      expect(open).toEqual([]);
    }),
    { numRuns: 8 },
  );
});

test("leaves ids and links out of a slide that stands in a page more than once", () => {
  const slide = compose(wholeBriefing()).slides[6]!;
  const alone = slideHtml(slide, { number: 7, footer: "Sample" });
  expect(alone).not.toMatch(/ id=|<a /);
  expect(alone).toContain("<small>[E1] [E2]</small>");
  expect(alone).toContain('<h2 class="slide-title">Core strategy group</h2>');
});

/** A deck as one web page that needs nothing else: no network, no script to be read, and one slide a page in print. */
import type { Deck, Slide } from "./deck.ts";
import { documentStyle, slideStyle } from "./html-style.ts";
import { script } from "./html-script.ts";
import { html, slideHtml } from "./slide-html.ts";
import type { DeckStyle } from "./theme-style.ts";

const style = slideStyle + documentStyle;

/** SHA-256 of the style and the script above: the page's own policy lets nothing else in. Held by a test. */
export const hashes = {
  style: "gGLmUpjMrD2AJwuXNdrTVZ0kwoHAp/flnHU6kqPsJx8=",
  script: "JOrOoKxG1YkVQ2YZ6uiACCdVkmTUq1gdyBQ1ni5cTrE=",
};

const ownStyle: DeckStyle = { text: style, hash: hashes.style, pictures: false };

const policyOf = ({ hash, pictures }: DeckStyle): string =>
  [
    "default-src 'none'",
    `style-src 'sha256-${hash}'`,
    `script-src 'sha256-${hashes.script}'`,
    ...(pictures ? ["img-src data:"] : []),
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");

/** Pure: the same deck gives the same text. The style of a template comes from theme-style.ts. */
export function renderHtml(deck: Deck, look: DeckStyle = ownStyle): string {
  const { meta, slides } = deck;
  const name = html(`${meta.title} – ${meta.kind}`);
  return [
    `<!doctype html>\n<html lang="${meta.lang}">\n<head>\n<meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="${policyOf(look)}">`,
    `<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>${name}</title>`,
    `<style>${look.text}</style>\n</head>\n<body>`,
    contents(slides),
    `<main>\n${slides.map((slide, n) => leaf(slide, n, meta)).join("\n")}\n</main>`,
    `<script type="module">${script}</script>\n</body>\n</html>\n`,
  ].join("\n");
}

const idOf = (n: number): string => `slide-${n + 1}`;

function leaf(slide: Slide, n: number, { footer, watermark }: Deck["meta"]): string {
  const frame = { number: n + 1, footer, watermark, id: idOf(n), level: n === 0 ? 1 : 2 } as const;
  return `<div class="leaf">${slideHtml(slide, frame)}${notes(slide, n + 1)}</div>`;
}

function notes({ notes: lines }: Slide, number: number): string {
  if (lines.length === 0) return "";
  const list = lines.map((line) => `<li>${html(line)}</li>`).join("");
  return `<details class="notes"><summary>Speaker notes for slide ${number}</summary><ul>${list}</ul></details>`;
}

/** A link to each slide, under the name of its section. */
function contents(slides: Slide[]): string {
  const lines = slides.map((slide, n) => {
    const first = slide.section !== slides[n - 1]?.section;
    const heading = first ? `${n > 0 ? "</ol>" : ""}<h2>${html(slide.section)}</h2><ol>` : "";
    return `${heading}<li><b>${n + 1}</b><a href="#${idOf(n)}">${html(slide.title)}</a></li>`;
  });
  return `<nav class="contents" aria-label="Slides"><details><summary>Contents</summary>${lines.join("")}</ol></details></nav>`;
}

/** A deck to present: one slide at a time over the whole screen, or, without script, one under another; and for print. */
import { inHours } from "./agenda.ts";
import type { Deck } from "./deck.ts";
import { html, slideHtml } from "./slide-html.ts";

export type Presenting = {
  deck: Deck;
  /** Of the stylesheets, in order. */
  styles: string[];
  script: string;
  nonce: string;
  /** Where Close leads. */
  back: string;
  /** The class of a template's look, which one of the stylesheets tells; absent for our own. */
  look?: string | undefined;
  /** Planned, for the timer. */
  minutes: number;
};

const button = (name: string, words: string, key = ""): string =>
  `<button type="button" data-do="${name}">${words}${key && ` <kbd aria-hidden="true">${key}</kbd>`}</button>`;

const controls = (back: string, count: number): string =>
  `<nav class="present-bar" aria-label="Presentation"><p class="present-place"><span data-place>1</span> of ${count}</p>` +
  `<div class="present-keys" hidden>${button("back", "Back", "←")}${button("on", "Next", "→")}` +
  `${button("notes", "Notes window", "N")}${button("black", "Blank screen", "B")}${button("full", "Full screen", "F")}` +
  `${button("print", "Print", "P")}${button("keys", "Turn letter keys off")}</div>` +
  `<a href="${html(back)}" data-close>Close <kbd aria-hidden="true">Esc</kbd></a></nav>`;

const speaker = (minutes: number): string =>
  '<section class="present-speaker" aria-label="For the speaker" hidden><div class="present-clock">' +
  `<p><b data-timer>0:00</b> of about ${inHours(minutes)}</p><p>Now <b data-now></b></p>` +
  `${button("pause", "Pause the timer")}${button("reset", "Start the timer again")}</div>` +
  '<div class="present-next" aria-hidden="true"></div><h2>Notes</h2><ul class="present-notes" aria-live="polite"></ul></section>';

/** Pure: a page of its own, which needs the two files that it names and no more. */
export function renderPresent({ deck, styles, script, nonce, back, look, minutes }: Presenting): string {
  const { meta, slides } = deck;
  const leaves = slides.map((slide, n) => {
    const { footer, watermark } = meta;
    const frame = { number: n + 1, footer, watermark, look, id: `slide-${n + 1}`, level: 2 } as const;
    const notes = slide.notes.map((line) => `<li>${html(line)}</li>`).join("");
    return `<div class="leaf">${slideHtml(slide, frame)}${notes && `<ul class="leaf-notes" hidden>${notes}</ul>`}</div>`;
  });
  return [
    `<!doctype html>\n<html lang="${meta.lang}">\n<head>\n<meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${html(`${meta.kind} – ${meta.title} – Throughline`)}</title>`,
    '<link rel="icon" href="/icon.svg" type="image/svg+xml">',
    ...styles.map((href) => `<link rel="stylesheet" href="${html(href)}">`),
    `<script type="module" src="${html(script)}" nonce="${html(nonce)}"></script>\n</head>`,
    `<body class="present">\n<main id="main">\n<h1 class="present-title">${html(meta.kind)}</h1>\n${leaves.join("\n")}\n</main>`,
    controls(back, slides.length),
    speaker(minutes),
    "</body>\n</html>\n",
  ].join("\n");
}

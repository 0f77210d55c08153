/** What makes the file of each format. Each is loaded by the first file of its kind: the libraries of some are large. */
import { strToU8 } from "fflate";

import type { Briefing } from "./briefing.ts";
import type { Deck } from "./deck.ts";
import type { DeckFormat } from "./formats.ts";
import type { Fonts } from "./pdf-font.ts";
import { renderHtml } from "./render-html.ts";
import { styleOf } from "./theme-style.ts";
import { writeBriefing } from "./write-markdown.ts";

type Renderer = (briefing: Briefing, deck: Deck, fonts: Fonts) => Uint8Array | Promise<Uint8Array>;

const renderers = {
  pptx: async (_, deck) => (await import("./render-pptx.ts")).renderPptx(deck),
  pdf: async (_, deck, fonts) => (await import("./render-pdf.ts")).renderPdf(deck, fonts),
  docx: async (briefing, deck) => (await import("./render-docx.ts")).renderDocx(briefing, deck),
  html: async (_, deck) => strToU8(renderHtml(deck, deck.theme && (await styleOf(deck.theme)))),
  md: (briefing) => strToU8(writeBriefing(briefing)),
} satisfies Record<DeckFormat, Renderer>;

/** Pure: the same briefing, deck and fonts give the same bytes. `fonts` are for formats that embed some. */
export async function render(format: DeckFormat, briefing: Briefing, deck: Deck, fonts: Fonts): Promise<Uint8Array> {
  return renderers[format](briefing, deck, fonts);
}

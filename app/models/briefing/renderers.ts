/** What makes the file of each format. Apart from their names, since the libraries of some are large. */
import { strToU8 } from "fflate";

import type { Briefing } from "./briefing.ts";
import type { Deck } from "./deck.ts";
import type { DeckFormat } from "./formats.ts";
import type { Fonts } from "./pdf-font.ts";
import { renderDocx } from "./render-docx.ts";
import { renderHtml } from "./render-html.ts";
import { renderPdf } from "./render-pdf.ts";
import { renderPptx } from "./render-pptx.ts";
import { styleOf } from "./theme-style.ts";
import { writeBriefing } from "./write-markdown.ts";

type Renderer = (briefing: Briefing, deck: Deck, fonts: Fonts) => Uint8Array | Promise<Uint8Array>;

const renderers = {
  pptx: (_, deck) => renderPptx(deck),
  pdf: (_, deck, fonts) => renderPdf(deck, fonts),
  docx: (briefing, deck) => renderDocx(briefing, deck),
  html: async (_, deck) => strToU8(renderHtml(deck, deck.theme && (await styleOf(deck.theme)))),
  md: (briefing) => strToU8(writeBriefing(briefing)),
} satisfies Record<DeckFormat, Renderer>;

/** Pure: the same briefing, deck and fonts give the same bytes. `fonts` are for formats that embed some. */
export async function render(format: DeckFormat, briefing: Briefing, deck: Deck, fonts: Fonts): Promise<Uint8Array> {
  return renderers[format](briefing, deck, fonts);
}

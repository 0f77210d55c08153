/** The formats a briefing deck comes in: a new one is one more line here. */
import { strToU8 } from "fflate";
import type { Briefing } from "./briefing.ts";
import type { Deck } from "./deck.ts";
import { renderHtml } from "./render-html.ts";
import { renderPptx } from "./render-pptx.ts";
import { writeBriefing } from "./write-markdown.ts";

export type DeckFormat = "pptx" | "html" | "md";

type Format = {
  /** As people call it. */
  title: string;
  mediaType: string;
  /** Pure: the same briefing and deck give the same bytes. */
  render(briefing: Briefing, deck: Deck): Uint8Array;
};

export const formats = {
  pptx: {
    title: "PowerPoint",
    mediaType: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    render: (_, deck) => renderPptx(deck),
  },
  html: {
    title: "Web page",
    mediaType: "text/html; charset=utf-8",
    render: (_, deck) => strToU8(renderHtml(deck)),
  },
  md: {
    title: "Markdown",
    mediaType: "text/markdown; charset=utf-8",
    render: (briefing) => strToU8(writeBriefing(briefing)),
  },
} satisfies Record<DeckFormat, Format>;

export const deckFormats = Object.keys(formats) as DeckFormat[];

export function render(format: DeckFormat, briefing: Briefing, deck: Deck): Uint8Array {
  return formats[format].render(briefing, deck);
}

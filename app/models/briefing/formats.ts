/** The formats a briefing deck comes in, as people call them: a new one is one more line here, and one in renderers.ts. */

export type DeckFormat = "pptx" | "pdf" | "docx" | "html" | "md";

type Format = {
  /** As people call it. */
  title: string;
  mediaType: string;
};

const office = "application/vnd.openxmlformats-officedocument";

export const formats = {
  pptx: { title: "PowerPoint", mediaType: `${office}.presentationml.presentation` },
  pdf: { title: "PDF", mediaType: "application/pdf" },
  docx: { title: "Word report", mediaType: `${office}.wordprocessingml.document` },
  html: { title: "Web page", mediaType: "text/html; charset=utf-8" },
  md: { title: "Markdown", mediaType: "text/markdown; charset=utf-8" },
} satisfies Record<DeckFormat, Format>;

export const deckFormats = Object.keys(formats) as DeckFormat[];

/** A deck as a PDF that can be read by ear and searched by eye: a page a slide, tagged, with bookmarks. Same deck, same bytes. */
import type { Deck, Slide } from "./deck.ts";
import { page } from "./page.ts";
import { bytesOf, documentOf } from "./pdf-document.ts";
import type { Fonts } from "./pdf-font.ts";
import { penOf, type Document, type Place } from "./pdf-pen.ts";
import { drawSlide } from "./pdf-slide.ts";
import { ownTheme } from "./theme.ts";

const pagesAtOnce = 8;

/** Speaker's notes are left out: a PDF is what others are given. */
export async function renderPdf(deck: Deck, fonts: Fonts): Promise<Uint8Array> {
  const { meta, slides } = deck;
  const { asOf } = meta;
  const title = `${meta.title} – ${meta.kind}`;
  const doc = documentOf({ title, subject: `${meta.kind}, ${meta.council}`, asOf });
  const pen = penOf(doc, fonts);
  const theme = deck.theme ?? ownTheme;
  const titles = evidenceTitles(slides);
  const root = doc.struct("Document", { title: meta.title });
  doc.addStructure(root);
  let part: Place | null = null;
  let bookmark: PDFKit.PDFOutline | null = null;
  for (const [n, slide] of slides.entries()) {
    // A long deck takes a second or more: others are served meanwhile.
    if (n % pagesAtOnce === 0) await new Promise((resolve) => setTimeout(resolve));
    doc.addPage({ size: [page.width, page.height], margin: 0 });
    if (!part || !bookmark || slides[n - 1]?.section !== slide.section) {
      part?.end();
      part = pen.place(root, "Part", { title: slide.section });
      bookmark = doc.outline.addItem(slide.section, whole);
    }
    bookmark.addItem(slide.title, whole);
    const at = pen.place(part, "Sect", { title: slide.title });
    drawSlide(slide, at, {
      pen,
      theme,
      footer: meta.footer,
      watermark: meta.watermark ?? "",
      number: n + 1,
      cited: (label) => titles.get(label) ?? null,
    });
    at.end();
  }
  part?.end();
  root.end();
  return bytesOf(doc);
}

/** A bookmark shows its page whole. */
const whole = { fit: true } as Parameters<Document["outline"]["addItem"]>[1];

/** By evidence number, the title in its row. */
function evidenceTitles(slides: Slide[]): Map<string, string> {
  return new Map(
    slides.flatMap((slide) =>
      slide.kind === "table" && slide.role === "evidence"
        ? slide.rows.map(({ cells }) => [cells[0]!.text, cells[1]!.text] as const)
        : [],
    ),
  );
}

/** Decks as other people and other programs would write them, made of one list of slides. */
import type { Briefing } from "#app/models/briefing/briefing.ts";
import type { Framework } from "#app/models/frameworks/framework.ts";
import { pptxOf } from "./office.ts";
import { zipOf } from "./zip.ts";

export type Paragraph = { text: string; heading: boolean };
export type ForeignSlide = { theme: string; line: string; paragraphs: Paragraph[]; hidden?: boolean };

export const kinds = ["strengths", "weaknesses", "areas"] as const;
const headings = { strengths: "Potential strengths", weaknesses: "Potential weaknesses", areas: "Areas to explore" };

/** The briefing as its founding deck was laid out: strengths and weaknesses on one slide, areas on the next. */
export function slidesOf(
  { judgements }: Briefing,
  names: Record<(typeof kinds)[number], string> = headings,
): ForeignSlide[] {
  const slides: ForeignSlide[] = [];
  for (const theme of judgements.flatMap(({ themes }) => themes)) {
    for (const line of theme.lines) {
      const part = (key: (typeof kinds)[number]): Paragraph[] =>
        line[key].length
          ? [{ text: names[key], heading: true }, ...line[key].map(({ text }) => ({ text, heading: false }))]
          : [];
      for (const paragraphs of [[...part("strengths"), ...part("weaknesses")], part("areas")]) {
        if (paragraphs.length) slides.push({ theme: theme.title, line: line.title, paragraphs });
      }
    }
  }
  return slides;
}

/** What a deck should be read as: "1.1 strengths text". */
export const truthOf = ({ judgements }: Briefing): string[] =>
  judgements
    .flatMap(({ themes }) => themes.flatMap((theme) => theme.lines))
    .flatMap((line) => kinds.flatMap((key) => line[key].map(({ text }) => `${line.ref} ${key} ${text}`)))
    .sort();

const xml = (text: string) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
const run = (text: string) => `<a:r><a:t>${xml(text)}</a:t></a:r>`;
const drawn = ({ text, heading }: Paragraph) => `<a:p>${heading ? "" : '<a:pPr lvl="1"/>'}${run(text)}</a:p>`;
const body = (inside: string) => `<p:txBody><a:bodyPr/><a:lstStyle/>${inside}</p:txBody>`;

const shape = (placeholder: string, at: string, inside: string) =>
  `<p:sp><p:nvSpPr><p:cNvPr id="2" name="x"/><p:cNvSpPr/><p:nvPr>${placeholder}</p:nvPr></p:nvSpPr><p:spPr>${at}</p:spPr>${body(inside)}</p:sp>`;

const at = (x: number, y: number, width: number, height: number) =>
  `<a:xfrm><a:off x="${x}" y="${y}"/><a:ext cx="${width}" cy="${height}"/></a:xfrm>`;

const attributes = ({ hidden }: ForeignSlide) => (hidden ? { attributes: 'show="0"' } : {});

/** Titles and lists in placeholders; the line end between theme and line is lost. */
export const gluedPptx = (slides: ForeignSlide[]): Buffer =>
  pptxOf(
    slides.map((slide) => ({
      tree:
        shape('<p:ph type="title"/>', "", `<a:p>${run(`${slide.theme}${slide.line}`)}</a:p>`) +
        shape('<p:ph idx="1"/>', "", slide.paragraphs.map(drawn).join("")),
      ...attributes(slide),
    })),
  );

/** A table of these rows, over the width of the slide. */
const table = (rows: string[], columns: number) =>
  `<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="3" name="t"/><p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr>` +
  at(500_000, 1_500_000, 9_000_000, 4_000_000).replace(/a:xfrm/g, "p:xfrm") +
  `<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table"><a:tbl><a:tblPr/><a:tblGrid>` +
  `${`<a:gridCol w="${Math.round(9_000_000 / columns)}"/>`.repeat(columns)}</a:tblGrid>${rows.join("")}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>`;
const tableRow = (cells: string[]) => `<a:tr h="400000">${cells.join("")}</a:tr>`;
const tableCell = (lines: string[], merged = "") => {
  const paragraphs = lines.length ? lines.map((text) => `<a:p>${run(text)}</a:p>`).join("") : "<a:p/>";
  return `<a:tc ${merged}>${body(paragraphs).replace(/p:txBody/g, "a:txBody")}<a:tcPr/></a:tc>`;
};

const groupsOf = ({ paragraphs }: ForeignSlide): Paragraph[][] => {
  const groups: Paragraph[][] = [];
  for (const one of paragraphs) {
    if (one.heading) groups.push([]);
    groups.at(-1)?.push(one);
  }
  return groups;
};

/** Text boxes side by side, the right one first in the file, marks typed, the title the largest writing. */
export const boxesPptx = (slides: ForeignSlide[]): Buffer =>
  pptxOf(
    slides.map((slide) => {
      const boxes = groupsOf(slide).map((group, n) => {
        const lines = group.map(
          ({ text, heading }) =>
            `<a:p><a:r><a:rPr sz="1600"/><a:t>${xml(heading ? text : `• ${text}`)}</a:t></a:r></a:p>`,
        );
        return shape("", at(500_000 + n * 5_000_000, 1_500_000, 4_500_000, 4_000_000), lines.join(""));
      });
      const title = `<a:p><a:r><a:rPr sz="3200"/><a:t>${xml(slide.theme)}</a:t></a:r><a:br/><a:r><a:rPr sz="3200"/><a:t>${xml(slide.line)}</a:t></a:r></a:p>`;
      return {
        tree: boxes.reverse().join("") + shape("", at(500_000, 300_000, 9_000_000, 900_000), title),
        ...attributes(slide),
      };
    }),
  );

/** Each section a column of a table. */
export const tablesPptx = (slides: ForeignSlide[]): Buffer =>
  pptxOf(
    slides.map((slide) => {
      const groups = groupsOf(slide);
      const rows = [
        groups.map(([first]) => [first!.text]),
        groups.map(([, ...rest]) => rest.map(({ text }) => text)),
      ].map((cells) => tableRow(cells.map((lines) => tableCell(lines))));
      return {
        tree:
          shape('<p:ph type="title"/>', "", `<a:p>${run(`${slide.theme}: ${slide.line}`)}</a:p>`) +
          table(rows, groups.length),
        ...attributes(slide),
      };
    }),
  );

const [over, down] = ['hMerge="1"', 'vMerge="1"'];

/** Each line of enquiry a row of a table, under two rows of heads: the theme reaches over its rows, cells hold lists. */
export function rowsPptx({ judgements }: Briefing, perSlide = 4): Buffer {
  const heads = [
    [
      tableCell(["Theme"], 'rowSpan="2"'),
      tableCell(["Line of enquiry"], 'rowSpan="2"'),
      tableCell(["What we found"], 'gridSpan="3"'),
      ...[over, over].map((merged) => tableCell([], merged)),
    ],
    [
      ...[down, down].map((merged) => tableCell([], merged)),
      ...["Strengths", "Weaknesses", "Areas"].map((text) => tableCell([text])),
    ],
  ].map(tableRow);
  const numbered = (list: { text: string }[]) =>
    list.map(({ text }, n) => (list.length > 1 ? `${n + 1}. ${text}` : text));
  const pages = judgements.flatMap(({ themes }) =>
    themes.flatMap((theme) =>
      Array.from({ length: Math.ceil(theme.lines.length / perSlide) }, (_, page) =>
        theme.lines
          .slice(page * perSlide, (page + 1) * perSlide)
          .map((line, n, { length }) =>
            tableRow([
              n ? tableCell([], down) : tableCell([theme.title], length > 1 ? `rowSpan="${length}"` : ""),
              tableCell([line.title]),
              ...kinds.map((key) => tableCell(line[key].length ? numbered(line[key]) : ["None identified"])),
            ]),
          ),
      ),
    ),
  );
  const title = shape('<p:ph type="title"/>', "", `<a:p>${run("Findings")}</a:p>`);
  return pptxOf(pages.map((rows) => ({ tree: title + table([...heads, ...rows], 5) })));
}

const odfNames = ["office", "text", "table", "drawing", "presentation", "style"]
  .map((name) => `xmlns:${name === "drawing" ? "draw" : name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(" ");

export function foreignOdp(slides: ForeignSlide[]): Buffer {
  const pages = slides.map(({ theme, line, paragraphs, hidden }) => {
    const list = paragraphs
      .map(({ text, heading }) =>
        heading
          ? `<text:list><text:list-item><text:p>${xml(text)}</text:p></text:list-item></text:list>`
          : `<text:list><text:list-item><text:list><text:list-item><text:p>${xml(text)}</text:p></text:list-item></text:list></text:list-item></text:list>`,
      )
      .join("");
    const style = hidden ? ' draw:style-name="gone"' : "";
    return `<draw:page${style}><draw:frame presentation:class="title"><draw:text-box><text:p>${xml(theme)}<text:line-break/>${xml(line)}</text:p></draw:text-box></draw:frame><draw:frame presentation:class="outline"><draw:text-box>${list}</draw:text-box></draw:frame></draw:page>`;
  });
  const hidden =
    '<style:style style:name="gone" style:family="drawing-page"><style:drawing-page-properties presentation:visibility="hidden"/></style:style>';
  return zipOf([
    { name: "mimetype", data: "application/vnd.oasis.opendocument.presentation", method: 0 },
    {
      name: "content.xml",
      data: `<?xml version="1.0"?><office:document-content ${odfNames}><office:automatic-styles>${hidden}</office:automatic-styles><office:body><office:presentation>${pages.join("")}</office:presentation></office:body></office:document-content>`,
    },
  ]);
}

/** As a page for sharing slides prints it: numbered, and wrapped at fifty letters. */
export function transcript(slides: ForeignSlide[]): string {
  const wrapped = (text: string) => {
    const lines = [""];
    for (const word of text.split(" ")) {
      if (`${lines.at(-1)} ${word}`.length > 50) lines.push(word);
      else lines[lines.length - 1] = `${lines.at(-1)} ${word}`.trim();
    }
    return `  • ${lines.join("\n    ")}`;
  };
  return slides
    .map(({ theme, line, paragraphs }, n) =>
      [n + 1, `${theme}${line}`, ...paragraphs.map(({ text }) => wrapped(text)), ""].join("\n"),
    )
    .join("\n");
}

/** Pasted out of an outline: titles at the margin, the rest set in. */
export const pastedOutline = (slides: ForeignSlide[]): string =>
  slides
    .flatMap(({ theme, line, paragraphs }) => [
      `${theme} ${line}`,
      ...paragraphs.map(({ text, heading }) => `${heading ? "\t" : "\t\t"}${text}`),
    ])
    .join("\n");

/** The founding deck names its themes and lines as the framework does, or by another of its names. */
export const withAliases = (slides: ForeignSlide[], { judgements }: Framework): ForeignSlide[] => {
  const themes = judgements.flatMap((judgement) => judgement.themes);
  return slides.map((slide) => ({
    ...slide,
    theme: themes.find(({ title }) => title === slide.theme)?.aliases[0] ?? slide.theme,
  }));
};

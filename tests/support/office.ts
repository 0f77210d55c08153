/** Small office files made of the XML that a test is about. */
import { type Part, zipOf } from "./zip.ts";

const office = "http://schemas.openxmlformats.org";
const relationships = `${office}/officeDocument/2006/relationships`;
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

type Relations = Record<string, readonly [type: string, target: string, mode?: string]>;

/** Relations by id: type, target, and "External" for a link. */
export const relations = (list: Relations): string =>
  `${declaration}<Relationships xmlns="${office}/package/2006/relationships">${Object.entries(list)
    .map(([id, [type, target, mode]]) => {
      const outside = mode ? ` TargetMode="${mode}"` : "";
      return `<Relationship Id="${id}" Type="${relationships}/${type}" Target="${target}"${outside}/>`;
    })
    .join("")}</Relationships>`;

const mains = {
  docx: ["word/document.xml", "wordprocessingml.document"],
  pptx: ["ppt/presentation.xml", "presentationml.presentation"],
  xlsx: ["xl/workbook.xml", "spreadsheetml.sheet"],
} as const;

/** The parts that every office package has, before those of its own. */
export function officeParts(kind: keyof typeof mains): Part[] {
  const [main, type] = mains[kind];
  const types =
    `${declaration}<Types xmlns="${office}/package/2006/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    `<Override PartName="/${main}" ContentType="application/vnd.openxmlformats-officedocument.${type}.main+xml"/></Types>`;
  return [
    { name: "[Content_Types].xml", data: types },
    { name: "_rels/.rels", data: relations({ rId1: ["officeDocument", main] }) },
  ];
}

const names =
  `xmlns:w="${office}/wordprocessingml/2006/main" xmlns:mc="${office}/markup-compatibility/2006" ` +
  `xmlns:wp="${office}/drawingml/2006/wordprocessingDrawing" xmlns:a="${office}/drawingml/2006/main" ` +
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml" ' +
  `xmlns:p="${office}/presentationml/2006/main" xmlns:dgm="${office}/drawingml/2006/diagram" ` +
  `xmlns:r="${relationships}"`;

/** A part of a Word file or a presentation: "w:document" round this XML. */
export const rooted = (root: string, inside: string, attributes = ""): string =>
  `${declaration}<${root} ${names} ${attributes}>${inside}</${root}>`;

type Word = { more?: readonly Part[]; doctype?: string; method?: number; relations?: Relations };

/** A Word file whose body is this XML. */
export const docxOf = (
  body: string,
  { more = [], doctype = "", method = 8, relations: list = {} }: Word = {},
): Buffer => {
  const document = rooted("w:document", `<w:body>${body}</w:body>`).replace("?>", `?>${doctype}`);
  return zipOf([
    ...officeParts("docx"),
    { name: "word/document.xml", data: document, method },
    { name: "word/_rels/document.xml.rels", data: relations(list) },
    ...more,
  ]);
};

/** A paragraph of a Word file; `properties` is what stands in its w:pPr. */
export const paragraph = (text: string, properties = ""): string =>
  `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;

export const heading = (level: number, text: string): string => paragraph(text, `<w:outlineLvl w:val="${level - 1}"/>`);

/** A presentation of these slides, shown in the order of their numbers in `order`. */
export function pptxOf(
  slides: readonly { tree: string; attributes?: string; notes?: string; relations?: Relations }[],
  { order = slides.map((_, n) => n), more = [] as readonly Part[] } = {},
): Buffer {
  const ids = order.map((n) => `<p:sldId id="${256 + n}" r:id="s${n}"/>`).join("");
  const tree = (inside: string) => `<p:cSld><p:spTree>${inside}</p:spTree></p:cSld>`;
  return zipOf([
    ...officeParts("pptx"),
    { name: "ppt/presentation.xml", data: rooted("p:presentation", `<p:sldIdLst>${ids}</p:sldIdLst>`) },
    {
      name: "ppt/_rels/presentation.xml.rels",
      data: relations(Object.fromEntries(slides.map((_, n) => [`s${n}`, ["slide", `slides/slide${n}.xml`]]))),
    },
    ...slides.flatMap((slide, n): Part[] => [
      { name: `ppt/slides/slide${n}.xml`, data: rooted("p:sld", tree(slide.tree), slide.attributes) },
      {
        name: `ppt/slides/_rels/slide${n}.xml.rels`,
        data: relations({
          ...slide.relations,
          ...(slide.notes && { n1: ["notesSlide", `/ppt/notesSlides/notes${n}.xml`] }),
        }),
      },
      ...(slide.notes ? [{ name: `ppt/notesSlides/notes${n}.xml`, data: rooted("p:notes", tree(slide.notes)) }] : []),
    ]),
    ...more,
  ]);
}

/** A shape with a line for each text; `use` is its placeholder's type. */
export const shape = (use: string, lines: readonly string[], attributes = ""): string =>
  `<p:sp><p:nvSpPr><p:cNvPr id="2" name="x" ${attributes}/><p:cNvSpPr/><p:nvPr><p:ph type="${use}"/></p:nvPr></p:nvSpPr>` +
  `<p:txBody>${lines.map((line) => `<a:p><a:r><a:t>${line}</a:t></a:r></a:p>`).join("")}</p:txBody></p:sp>`;

const X = `xmlns="${office}/spreadsheetml/2006/main" xmlns:r="${relationships}"`;

type Sheet = { name: string; rows: string; state?: string; before?: string; comments?: string };

/** A workbook of these sheets; `formats` are the codes of styles 0, 1, 2 …; `strings` those that all cells share. */
export function xlsxOf(
  sheets: readonly Sheet[],
  {
    formats = ["General"] as readonly string[],
    strings = [] as readonly string[],
    more = [] as readonly Part[],
    properties = "",
  } = {},
): Buffer {
  const list = sheets
    .map(({ name, state = "visible" }, n) => `<sheet name="${name}" sheetId="${n + 1}" state="${state}" r:id="s${n}"/>`)
    .join("");
  const codes = formats.map((code, n) => `<numFmt numFmtId="${200 + n}" formatCode="${code}"/>`).join("");
  const styles = formats.map((_, n) => `<xf numFmtId="${200 + n}"/>`).join("");
  return zipOf([
    ...officeParts("xlsx"),
    { name: "xl/workbook.xml", data: `<workbook ${X}>${properties}<sheets>${list}</sheets></workbook>` },
    {
      name: "xl/_rels/workbook.xml.rels",
      data: relations({
        ...Object.fromEntries(sheets.map((_, n) => [`s${n}`, ["worksheet", `worksheets/sheet${n}.xml`] as const])),
        st: ["styles", "styles.xml"],
        ss: ["sharedStrings", "sharedStrings.xml"],
      }),
    },
    {
      name: "xl/styles.xml",
      data: `<styleSheet ${X}><numFmts>${codes}</numFmts><cellXfs>${styles}</cellXfs></styleSheet>`,
    },
    { name: "xl/sharedStrings.xml", data: `<sst ${X}>${strings.map((each) => `<si>${each}</si>`).join("")}</sst>` },
    ...sheets.flatMap(({ rows, before = "", comments }, n): Part[] => [
      {
        name: `xl/worksheets/sheet${n}.xml`,
        data: `<worksheet ${X}>${before}<sheetData>${rows}</sheetData></worksheet>`,
      },
      ...(comments
        ? [
            {
              name: `xl/worksheets/_rels/sheet${n}.xml.rels`,
              data: relations({ c1: ["comments", `../comments${n}.xml`] }),
            },
            { name: `xl/comments${n}.xml`, data: `<comments ${X}>${comments}</comments>` },
          ]
        : []),
    ]),
    ...more,
  ]);
}

const ODF = "urn:oasis:names:tc:opendocument:xmlns";
const odfNames = ["office", "text", "table", "style", "presentation"]
  .map((name) => `xmlns:${name}="${ODF}:${name}:1.0"`)
  .concat(
    `xmlns:draw="${ODF}:drawing:1.0"`,
    `xmlns:svg="${ODF}:svg-compatible:1.0"`,
    'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  )
  .join(" ");

/** An OpenDocument file: its automatic styles and its body. */
export function odfOf(
  kind: "text" | "spreadsheet" | "presentation",
  body: string,
  { styles = "", page = "", manifest = "" } = {},
): Buffer {
  const content =
    `<office:document-content ${odfNames}><office:automatic-styles>${styles}</office:automatic-styles>` +
    `<office:body><office:${kind}>${body}</office:${kind}></office:body></office:document-content>`;
  return zipOf([
    { name: "mimetype", data: `application/vnd.oasis.opendocument.${kind}`, method: 0 },
    { name: "content.xml", data: content },
    { name: "styles.xml", data: `<office:document-styles ${odfNames}>${page}</office:document-styles>` },
    { name: "META-INF/manifest.xml", data: `<manifest>${manifest}</manifest>` },
  ]);
}

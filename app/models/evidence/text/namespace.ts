/**
 * The namespaces of office documents under one short name each, so that a reader knows an element whatever prefix its
 * writer chose, and whether it is of the transitional or the strict kind.
 */
const office = "http://schemas.openxmlformats.org";
const strict = "http://purl.oclc.org/ooxml";
const open = "urn:oasis:names:tc:opendocument:xmlns";

const uris: Record<string, readonly string[]> = {
  w: [`${office}/wordprocessingml/2006/main`, `${strict}/wordprocessingml/main`],
  a: [`${office}/drawingml/2006/main`, `${strict}/drawingml/main`],
  p: [`${office}/presentationml/2006/main`, `${strict}/presentationml/main`],
  x: [`${office}/spreadsheetml/2006/main`, `${strict}/spreadsheetml/main`],
  r: [`${office}/officeDocument/2006/relationships`, `${strict}/officeDocument/relationships`],
  m: [`${office}/officeDocument/2006/math`, `${strict}/officeDocument/math`],
  wp: [`${office}/drawingml/2006/wordprocessingDrawing`, `${strict}/drawingml/wordprocessingDrawing`],
  dgm: [`${office}/drawingml/2006/diagram`, `${strict}/drawingml/diagram`],
  mc: [`${office}/markup-compatibility/2006`],
  rel: [`${office}/package/2006/relationships`],
  ct: [`${office}/package/2006/content-types`],
  v: ["urn:schemas-microsoft-com:vml"],
  office: [`${open}:office:1.0`],
  text: [`${open}:text:1.0`],
  table: [`${open}:table:1.0`],
  draw: [`${open}:drawing:1.0`],
  style: [`${open}:style:1.0`],
  presentation: [`${open}:presentation:1.0`],
  svg: [`${open}:svg-compatible:1.0`],
  dc: ["http://purl.org/dc/elements/1.1/"],
  xlink: ["http://www.w3.org/1999/xlink"],
  xml: ["http://www.w3.org/XML/1998/namespace"],
};

const shortNames = new Map(Object.entries(uris).flatMap(([short, all]) => all.map((uri) => [uri, short] as const)));

/** The short name of a namespace; "?" for one that no reader asks for. */
export const shortNamespace = (uri: string): string => shortNames.get(uri) ?? "?";

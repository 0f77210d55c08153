/** How the cells of a workbook show their numbers. */
import { builtInFormat } from "./number-format.ts";
import { childOf, type Element, elementsOf } from "./xml.ts";

/** The format code of each cell style, by its number. */
export function readCellFormats(root: Element | null): string[] {
  const own = new Map<number, string>();
  for (const { attributes } of within(root, "x:numFmts")) {
    own.set(Number(attributes.numFmtId), attributes.formatCode ?? "General");
  }
  return within(root, "x:cellXfs").map(({ attributes }) => {
    const id = Number(attributes.numFmtId ?? 0);
    return own.get(id) ?? builtInFormat(id);
  });
}

const within = (root: Element | null, name: string): Element[] => {
  const list = childOf(root ?? undefined, name);
  return list ? elementsOf(list) : [];
};

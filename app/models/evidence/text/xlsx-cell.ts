/** The text of a workbook's cells, as they show it: never the formula behind it. */
import { formatNumber } from "./number-format.ts";
import { childOf, type Element, elementsOf, textOf } from "./xml.ts";

/** What a cell's number or its style number stands for. */
export type Book = {
  strings: readonly string[];
  formats: readonly string[];
  epoch1904: boolean;
};

/** Characters that XML cannot hold are written as _x000B_: ECMA-376 22.9.2.19. */
const unescaped = (text: string): string =>
  text.replace(/_x([0-9A-F]{4})_/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));

/** The text of a string with its runs, without the pronunciation that may stand beside it. */
export const richText = (element: Element): string =>
  unescaped(
    elementsOf(element)
      .map((child) => {
        if (child.name === "x:t") return textOf(child);
        const run = child.name === "x:r" ? childOf(child, "x:t") : undefined;
        return run ? textOf(run) : "";
      })
      .join(""),
  );

export function cellText(cell: Element, book: Book): string {
  const inline = childOf(cell, "x:is");
  if (inline) return richText(inline);
  const element = childOf(cell, "x:v");
  const value = element ? textOf(element) : "";
  switch (cell.attributes.t ?? "n") {
    case "s":
      return book.strings[Number(value)] ?? "";
    case "b":
      return value === "1" ? "TRUE" : value === "0" ? "FALSE" : "";
    case "n":
      return value.trim() && Number.isFinite(Number(value))
        ? formatNumber(Number(value), book.formats[Number(cell.attributes.s ?? 0)] ?? "General", book.epoch1904)
        : "";
    case "d":
      return value.replace(/T00:00(:00(\.0+)?)?Z?$/, "").replace("T", " ");
    default:
      return unescaped(value);
  }
}

/** Whether a cell holds a formula whose result was never kept, so that nothing can be shown for it. */
export function isUnworked(cell: Element): boolean {
  const value = childOf(cell, "x:v");
  return childOf(cell, "x:f") !== undefined && (!value || textOf(value) === "");
}

/** Text that every format can hold: no characters illegal in XML, one space for any run of white space. */
import { legal } from "#app/models/evidence/office-xml.ts";

/** Never empty: a text of nothing printable says so. */
export function printable(text: string): string {
  return legal(text.replace(/[\t\n\v\f\r\u0085\u2028\u2029 ]+/g, " ")).trim() || "(no text)";
}

/** The same value with every text in it printable. */
export function printableIn<T>(value: T): T;
export function printableIn(value: unknown): unknown {
  if (typeof value === "string") return printable(value);
  if (Array.isArray(value)) return value.map((each) => printableIn(each));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, printableIn(each)]));
}

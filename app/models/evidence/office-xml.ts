/** What every Office Open XML file that is written here is made of: escaped text, relationships, parts in a zip. */
import { strToU8, type Zippable, zipSync } from "fflate";

// Controls, halves of surrogate pairs and non-characters: XML 1.0, 2.2.
const illegal =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufdd0-\ufdef\ufffe\uffff]|\p{Surrogate}/gu;

/** The text without what XML cannot hold. */
export function legal(text: string): string {
  return text.replace(illegal, "");
}

export const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Text and attribute values alike; what XML cannot hold is left out. */
export function xml(text: string): string {
  return legal(text).replace(/[&<>"]/g, (character) => entities[character]!);
}

export type Relationship = { id: string; type: string; target: string };

export const relationship = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

export function relationships(list: Relationship[]): string {
  const lines = list.map(({ id, type, target }) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`);
  return `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${lines.join("")}</Relationships>`;
}

/** The parts as one file: the same parts give the same bytes, which tell nothing of when or where they were made. */
export function zipParts(parts: ReadonlyMap<string, string | Uint8Array>): Uint8Array {
  const first = "[Content_Types].xml";
  const zip: Zippable = {};
  for (const name of [first, ...[...parts.keys()].filter((each) => each !== first).sort()]) {
    const part = parts.get(name)!;
    zip[name] = typeof part === "string" ? strToU8(part) : part;
  }
  // The earliest time that a zip can hold.
  return zipSync(zip, { level: 6, mtime: new Date(1980, 0, 1), os: 0 });
}

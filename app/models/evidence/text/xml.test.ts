import { expect, test } from "vitest";

import { Unreadable } from "./extraction.ts";
import { eachElement, findAll, readXml, textOf } from "./xml.ts";

const bytes = (xml: string) => new TextEncoder().encode(xml);

const W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

function refusal(xml: string): string {
  try {
    eachElement(bytes(xml), ["w:p"], () => undefined);
  } catch (error) {
    if (error instanceof Unreadable) return error.status;
    throw error;
  }
  return "read";
}

test("an element is known by its namespace, whatever its prefix", () => {
  const strict = "http://purl.oclc.org/ooxml/wordprocessingml/main";
  for (const xml of [
    `<w:p xmlns:w="${W}" w:id="1"><w:t>x</w:t></w:p>`,
    `<q:p xmlns:q="${W}" q:id="1"><q:t>x</q:t></q:p>`,
    `<p xmlns="${W}" xmlns:y="${W}" y:id="1"><t>x</t></p>`,
    `<w:p xmlns:w="${strict}" w:id="1"><t xmlns="${W}">x</t></w:p>`,
  ]) {
    const root = readXml(bytes(xml));
    expect(root.name).toBe("w:p");
    expect(root.attributes["w:id"]).toBe("1");
    expect(findAll(root, "w:t").map(textOf)).toEqual(["x"]);
  }
  expect(readXml(bytes('<w:p xmlns:w="urn:other"/>')).name).toBe("?:p");
});

test("outermost elements are visited with their path, and reading stops when told", () => {
  const seen: string[] = [];
  const xml = `<a xmlns:w="${W}"><b k="1"><w:p>1<w:p>2</w:p></w:p></b><w:p>3</w:p><w:p>4</w:p></a>`;
  eachElement(bytes(xml), ["w:p"], (element, path) => {
    seen.push(`${path.map(({ name, attributes }) => name + (attributes.k ?? "")).join("/")}: ${textOf(element)}`);
    return seen.length === 2 ? "stop" : undefined;
  });
  expect(seen).toEqual(["a/b1: 12", "a: 3"]);
});

test("UTF-16 is read where a mark says so", () => {
  const xml = '<?xml version="1.0" encoding="UTF-16"?><a>£ ü</a>';
  const wide = new Uint8Array([
    0xff,
    0xfe,
    ...[...xml].flatMap((sign) => [sign.charCodeAt(0) & 255, sign.charCodeAt(0) >> 8]),
  ]);
  expect(textOf(readXml(wide))).toBe("£ ü");
});

test.each([
  ["a document type", "<!DOCTYPE a><a/>", "corrupt"],
  ["an entity", '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>', "corrupt"],
  ["an unknown entity", "<a>&x;</a>", "corrupt"],
  ["not closed", "<a>", "corrupt"],
  ["closed twice", "<a></a></a>", "corrupt"],
  ["no XML", "text", "corrupt"],
  ["257 deep", "<a>".repeat(257) + "</a>".repeat(257), "corrupt"],
  ["1,001 attributes", `<a ${Array.from({ length: 1001 }, (_, n) => `a${n}=""`).join(" ")}/>`, "too-large"],
  ["201 prefixes", `<a ${Array.from({ length: 201 }, (_, n) => `xmlns:a${n}="u"`).join(" ")}/>`, "too-large"],
])("refused: %s", (_, xml, status) => {
  expect(refusal(xml)).toBe(status);
});

test("256 deep is read", () => {
  expect(refusal("<a>".repeat(256) + "</a>".repeat(256))).toBe("read");
});

test("names that mean something to JavaScript are names", () => {
  const root = readXml(bytes('<__proto__ constructor="1" __proto__="2"><toString/></__proto__>'));
  expect(root.name).toBe("__proto__");
  expect(root.attributes.constructor).toBe("1");
  expect(({} as Record<string, unknown>)["2"]).toBeUndefined();
});

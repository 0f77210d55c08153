import { expect, test } from "vitest";

import { zipOf, type Part } from "#tests/support/zip.ts";

import { Unreadable } from "./extraction.ts";
import { inflate } from "./inflate.server.ts";
import { openZip } from "./zip.ts";

const open = (parts: readonly Part[], around = {}) => openZip(zipOf(parts, around), inflate);

/** How opening and reading all parts fails. */
function failure(parts: readonly Part[], around = {}): string {
  try {
    const zip = open(parts, around);
    for (const name of zip.names) zip.read(name);
  } catch (error) {
    if (error instanceof Unreadable) return `${error.status}: ${error.why}`;
    throw error;
  }
  return "read";
}

const MB = 1024 * 1024;

test("parts are read as they were written, packed or not", () => {
  const zip = open([
    { name: "a.xml", data: "<a/>" },
    { name: "folder/é.xml", data: "£8.1 million", method: 0 },
    { name: "empty", data: "" },
  ]);
  expect(zip.names).toEqual(["a.xml", "folder/é.xml", "empty"]);
  expect(zip.has("b.xml")).toBe(false);
  expect(new TextDecoder().decode(zip.read("a.xml"))).toBe("<a/>");
  expect(new TextDecoder().decode(zip.read("folder/é.xml"))).toBe("£8.1 million");
  expect(zip.read("empty")).toHaveLength(0);
  expect(() => zip.read("b.xml")).toThrow(Unreadable);
});

test.each<[string, Part[], string]>([
  ["a part twice", [part("a"), part("a")], "corrupt: The package is damaged: two of its parts have the same name."],
  ["in capitals", [part("a"), part("A")], "corrupt: The package is damaged: two of its parts have the same name."],
  [
    "composed otherwise",
    [part("é"), part("e\u0301")],
    "corrupt: The package is damaged: two of its parts have the same name.",
  ],
  ["climbs", [part("x/../../a")], "corrupt: The package is damaged: a part has a name that leads outside it."],
  ["from the root", [part("/a")], "corrupt: The package is damaged: a part has a name that leads outside it."],
  ["a drive", [part("c:a")], "corrupt: The package is damaged: a part has a name that leads outside it."],
  ["a backslash", [part("a\\b")], "corrupt: The package is damaged: a part has a name that leads outside it."],
  ["a nought", [part("a\0b")], "corrupt: The package is damaged: a part has a name that leads outside it."],
  ["no name", [part("")], "corrupt: The package is damaged: a part has a name that leads outside it."],
  ["a link", [part("a", { mode: 0xa1ff })], "corrupt: The package is damaged: a part is a link to another place."],
  ["encrypted", [part("a", { flags: 1 })], "encrypted: Its parts are encrypted."],
  ["strongly encrypted", [part("a", { flags: 0x41 })], "encrypted: Its parts are encrypted."],
  [
    "another method",
    [part("a", { method: 9 })],
    "corrupt: The package is damaged: it is packed in a way that is not read.",
  ],
  [
    "two names",
    [part("a", { localName: "b" })],
    "corrupt: The package is damaged: a part says two different things about itself.",
  ],
  ["not where it says", [part("a", { at: 3 })], "corrupt: The package is damaged: a part is not where it says."],
  [
    "the same bytes",
    [part("a"), part("a2", { localName: "a2" }), part("a2b", { at: 0 })],
    "corrupt: The package is damaged: a part says two different things about itself.",
  ],
  [
    "a wrong check sum",
    [part("a", { crc: 1 })],
    "corrupt: The package is damaged: a part does not match its check sum.",
  ],
  ["ZIP64", [part("a", { size: 0xffffffff })], "too-large: It is a ZIP64 package."],
  ["65 MB", [part("a", { size: 65 * MB })], "too-large: A part of it unpacks to more than 64 MB."],
  ["over 200 times", [part("a", { size: MB + 1 })], "too-large: A part of it unpacks to over 200 times its size."],
  [
    "says less than it is",
    [part("a", { data: "x".repeat(100), size: 50 })],
    "too-large: A part of it unpacks to more than it says.",
  ],
  [
    "says more than it is",
    [part("a", { data: "x".repeat(100), size: 101 })],
    "corrupt: The package is damaged: a part is not as long as it says.",
  ],
  [
    "cut data",
    [part("a", { data: Buffer.from([0xff, 0xff]), packed: true })],
    "corrupt: The package is damaged: a part is cut.",
  ],
])("refused: %s", (_, parts, said) => {
  expect(failure(parts)).toBe(said);
});

function part(name: string, more: Partial<Part> = {}): Part {
  return { name, data: "x", ...more };
}

test("a thousand small lies do not add up to more than 256 MB", () => {
  const lie = { size: 60 * MB, data: Buffer.alloc(400_000), packed: true };
  expect(failure(["a", "b", "c", "d", "e"].map((name) => part(name, lie)))).toBe(
    "too-large: Its parts unpack to more than 256 MB.",
  );
});

test("5,000 parts are read and 5,001 are not", () => {
  const parts = Array.from({ length: 5_001 }, (_, n) => part(`p${n}`));
  expect(failure(parts.slice(1))).toBe("read");
  expect(failure(parts)).toBe("too-large: It holds more than 5,000 parts.");
});

test("nothing may stand before the package or behind it", () => {
  expect(failure([part("a")], { before: "%PDF-1.7" })).toMatch(/^corrupt/);
  expect(failure([part("a")], { after: "more" })).toMatch(/^corrupt/);
});

test("a package cut anywhere is refused", () => {
  const whole = zipOf([part("a"), part("b", { data: "text ".repeat(50) })]);
  for (let length = 0; length < whole.length; length++) {
    expect(() => openZip(whole.subarray(0, length), inflate)).toThrow(Unreadable);
  }
});

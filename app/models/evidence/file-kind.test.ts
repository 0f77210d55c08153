import { expect, test } from "vitest";

import { cleanFileName, mediaTypeOf, titleFromName, whyNotFile } from "./file-kind.ts";

const bytes = (...parts: (string | number[])[]) =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === "string" ? [...part].map((c) => c.charCodeAt(0)) : part)));

const zip = bytes("PK", [3, 4, 20, 0]);
const ole = bytes([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);

test.each([
  ["plan.pdf", bytes("%PDF-1.7"), "application/pdf"],
  ["scan.PDF", bytes("scanner says\n%PDF-1.4"), "application/pdf"],
  ["plan.docx", zip, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"],
  ["costs.xls", ole, "application/vnd.ms-excel"],
  ["mail.eml", bytes("From: someone"), "message/rfc822"],
  ["notes.txt", bytes("A note"), "text/plain"],
  ["unicode.csv", bytes([0xff, 0xfe], "a\0,\0b\0"), "text/csv"],
  ["photo.JPG", bytes([0xff, 0xd8, 0xff, 0xe0, 0, 16]), "image/jpeg"],
  ["page.htm", bytes("<!doctype html>"), "text/html"],
  ["PKI policy.txt", bytes("PKI and MZ"), "text/plain"],
  ["locked.docx", ole, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"],
  ["empty.pdf", bytes(), "application/pdf"],
])("%s is taken as what its name and its first bytes agree on", (name, head, type) => {
  expect(mediaTypeOf(name, head)).toBe(type);
  expect(whyNotFile(name, head.length, head)).toBeNull();
});

test.each([
  ["picture.svg", bytes("<svg>")],
  ["program.exe", bytes("MZ")],
  ["plan.pdf.exe", bytes("MZ")],
  ["no ending", bytes("text")],
  [".pdf ", bytes("%PDF-")],
])("%s is refused for its type", (name, head) => {
  expect(whyNotFile(name, head.length, head)).toMatch(/must be a PDF, Word, Excel/);
});

test.each([
  ["plan.pdf", bytes("PK", [3, 4])],
  ["plan.pdf", bytes("MZ\x90\n%PDF-1.7")],
  ["plan.pdf", bytes("<script>/*\n%PDF-1.7")],
  ["plan.docx", bytes("%PDF-1.7")],
  ["notes.txt", bytes("MZ\x90\0")],
  ["notes.txt", bytes("\x7fELF")],
  ["notes.csv", bytes("%PDF-1.7")],
  ["notes.md", bytes("a\0b")],
  ["photo.png", bytes([0xff, 0xd8, 0xff])],
])("%s is refused where it holds something else", (name, head) => {
  expect(mediaTypeOf(name, head)).toBeNull();
  expect(whyNotFile(name, head.length, head)).toMatch(/does not hold what its name says/);
});

test.each([
  [
    "macro.DOCM",
    /“macro.DOCM” is made to hold macros. Save it as a document without macros \(.docx, .xlsx or .pptx\), and/,
  ],
  ["photo.heic", /Save it as JPG, and choose that/],
  ["all.zip", /Unpack it, and choose the files in it\.$/],
])("%s is refused with what to do", (name, words) => {
  expect(whyNotFile(name, 8, zip)).toMatch(words);
});

test.each([
  ["C:\\Users\\me\\Minutes.pdf", "Minutes.pdf"],
  ["../../etc/passwd.txt", "passwd.txt"],
  ["invoice\u202Efdp.exe", "invoicefdp.exe"],
  ["a\u0000b\r\nc\u200B.txt", "abc.txt"],
  ["\uFEFF  plan.pdf  ", "plan.pdf"],
  ["cafe\u0301.txt", "caf\u00e9.txt"],
  ["", "Unnamed file"],
  ["folder/", "Unnamed file"],
])("%j is shown as %j", (raw, shown) => {
  expect(cleanFileName(raw)).toBe(shown);
});

test("a long name is shortened and keeps its ending", () => {
  const name = cleanFileName(`${"x".repeat(400)}.docx`);
  expect(name).toHaveLength(180);
  expect(name.endsWith("x.docx")).toBe(true);
});

test.each([
  ["Strategy_group-minutes.pdf", "Strategy group minutes"],
  ["Plan 2.0.docx", "Plan 2.0"],
  [".txt", ".txt"],
])("%s gives the title %s", (name, title) => {
  expect(titleFromName(name)).toBe(title);
});

import { burn } from "@kenjiuno/msgreader/lib/Burner.js";
import { expect, test } from "vitest";

import { docxOf, paragraph } from "#tests/support/office.ts";
import { readAs, typeOf, unitsOf } from "#tests/support/read.ts";

const base64 = (bytes: Buffer) => bytes.toString("base64").replace(/.{76}/g, "$&\r\n");

type Part = { type: string; name?: string; body: string | Buffer };

/** A message with these parts, the first of them its text. */
function mail(subject: string, parts: readonly Part[]): string {
  // Mail in mail needs boundaries of its own.
  const boundary = `b${subject.length}x${parts.length}`;
  return [
    "From: =?utf-8?b?Sm9zw6k=?= <jose@example.org>",
    "To: Jo Bloggs <jo@example.org>, inspection@example.org",
    `Subject: ${subject}`,
    "Date: Mon, 15 Oct 2018 09:30:00 +0100",
    "MIME-Version: 1.0",
    'Content-Type: multipart/mixed; boundary="' + boundary + '"',
    "",
    ...parts.flatMap(({ type, name, body }) => [
      `--${boundary}`,
      `Content-Type: ${type}`,
      ...(name ? [`Content-Disposition: attachment; filename="${name}"`] : []),
      "Content-Transfer-Encoding: base64",
      "",
      base64(Buffer.from(body)),
    ]),
    `--${boundary}--`,
    "",
  ].join("\r\n");
}

test("a message says who wrote to whom and when; what came with it is read under its name", async () => {
  const file = mail("=?utf-8?q?Co-production_=E2=80=93_cost?=", [
    { type: "text/plain; charset=utf-8", body: "Cost £1.8m – 25%.\r\n\r\nRegards" },
    { type: typeOf.docx, name: "../../minutes.docx", body: docxOf(paragraph("Agreed.")) },
    { type: "application/octet-stream", name: "tool.exe", body: "MZ" },
    { type: typeOf.pdf, name: "broken.pdf", body: "%PDF-1.7 broken" },
    { type: "text/html", name: "page.html", body: "<h1>Page</h1><p>Text</p>" },
  ]);
  const read = await readAs("eml", file);
  expect(unitsOf(read)).toEqual([
    [
      "message",
      "From: José <jose@example.org>\nTo: Jo Bloggs <jo@example.org>, inspection@example.org\n" +
        "Date: Mon, 15 Oct 2018 09:30:00 +0100\nSubject: Co-production – cost\n" +
        "Attachments: minutes.docx, tool.exe, broken.pdf, page.html\n\nCost £1.8m – 25%.\n\nRegards",
    ],
    ["minutes.docx", "Agreed."],
    ["page.html, Section 1: Page", "Page\nText"],
  ]);
  expect(read.units.map(({ kind }) => kind)).toEqual(["message", "attachment", "attachment"]);
  expect(read.warnings).toEqual([
    "“tool.exe”, which came with it, was not read.",
    "“broken.pdf”, which came with it, could not be read. It is damaged, or is no PDF.",
  ]);
});

test("mail in mail is read twice down and no further", async () => {
  const text = (body: string): Part => ({ type: "text/plain", body });
  const nest = (inner: string | Buffer, subject: string) =>
    mail(subject, [text(subject), { type: "message/rfc822", name: `${subject}.eml`, body: inner }]);
  const read = await readAs("eml", nest(nest(nest(mail("four", [text("four")]), "three"), "two"), "one"));
  expect(read.units.map(({ label }) => label)).toEqual(["message", "one.eml, message", "one.eml, two.eml, message"]);
  expect(read.warnings).toEqual(["“one.eml”: “two.eml”: “three.eml” is mail in mail in mail, and was not read."]);
});

test("a message in HTML is read as it is seen", async () => {
  const file =
    'From: a@b.c\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>Seen</p><p style="display:none">hidden</p><script>x</script>';
  expect(unitsOf(await readAs("eml", file))).toEqual([["message", "From: a@b.c\n\nSeen"]]);
});

test("what is no mail says so", async () => {
  expect(await readAs("eml", "just words")).toMatchObject({ status: "corrupt" });
  expect(await readAs("msg", "just words")).toMatchObject({ status: "corrupt" });
  expect(
    await readAs("msg", Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(2000)])),
  ).toMatchObject({
    status: "corrupt",
  });
});

/** An Outlook message made of these properties, by their number and type. */
function outlook(properties: Record<string, string>): Buffer {
  const wide = (text: string) => Buffer.from(text, "utf16le");
  const children = Object.entries(properties).map(([tag, text]) => ({
    name: `__substg1.0_${tag}`,
    type: 2,
    length: wide(text).length,
    binaryProvider: () => new Uint8Array(wide(text)),
  }));
  const header = { name: "__properties_version1.0", type: 2, length: 32, binaryProvider: () => new Uint8Array(32) };
  const streams = [...children, header];
  const root = { name: "Root Entry", type: 5, length: 0, children: streams.map((_, n) => n + 1) };
  return Buffer.from(burn([root, ...streams]));
}

test("a message as Outlook keeps it", async () => {
  const file = outlook({
    "0037001F": "Budget",
    "0C1A001F": "Jo Bloggs",
    "0C1F001F": "jo@example.org",
    "1000001F": "The budget is £6.3 million.\r\n\r\nRegards",
  });
  const read = await readAs("msg", file);
  expect(unitsOf(read)).toEqual([
    ["message", "From: Jo Bloggs <jo@example.org>\nSubject: Budget\n\nThe budget is £6.3 million.\n\nRegards"],
  ]);
});

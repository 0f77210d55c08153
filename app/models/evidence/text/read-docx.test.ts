import { burn } from "@kenjiuno/msgreader/lib/Burner.js";
import { expect, test } from "vitest";

import { docxOf, heading, paragraph, rooted } from "#tests/support/office.ts";
import { readAs, unitsOf } from "#tests/support/read.ts";

const read = (body: string, word = {}) => readAs("docx", docxOf(body, word));
const run = (text: string, properties = "") =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;

test("sections are called by their number and headings, whatever makes them headings", async () => {
  const styles = rooted(
    "w:styles",
    '<w:style w:styleId="H1"><w:name w:val="heading 1"/></w:style>' +
      '<w:style w:styleId="Own"><w:name w:val="Council heading"/><w:basedOn w:val="H1"/></w:style>' +
      '<w:style w:styleId="Sub"><w:name w:val="Sub"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>',
  );
  const body =
    paragraph("Report of the Director") +
    paragraph("Governance", '<w:pStyle w:val="Own"/>') +
    paragraph("The board meets monthly.") +
    paragraph("Roles", '<w:pStyle w:val="Sub"/>') +
    paragraph("The chair reports &amp; the members ask.") +
    heading(1, "Money") +
    paragraph("£8.1 million, of which 25% is spent.");
  const read = await readAs(
    "docx",
    docxOf(body, { more: [{ name: "word/styles.xml", data: styles }], relations: { s: ["styles", "styles.xml"] } }),
  );
  expect(read.status).toBe("ok");
  expect(unitsOf(read)).toEqual([
    ["Opening", "Report of the Director"],
    ["Section 1: Governance", "Governance\nThe board meets monthly."],
    ["Section 2: Governance › Roles", "Roles\nThe chair reports & the members ask."],
    ["Section 3: Money", "Money\n£8.1 million, of which 25% is spent."],
  ]);
});

test("without headings it is one unit, or one for each page that the file remembers", async () => {
  expect(unitsOf(await read(paragraph("One") + paragraph("Two")))).toEqual([["Whole document", "One\nTwo"]]);
  const rendered = "<w:p><w:r><w:lastRenderedPageBreak/><w:t>Two</w:t></w:r></w:p>";
  const typed = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>';
  expect(unitsOf(await read(paragraph("One") + typed + rendered + paragraph("Three")))).toEqual([
    ["About page 1", "One\nTwo"],
    ["About page 2", "Three"],
  ]);
  expect(unitsOf(await read(paragraph("One") + typed + heading(1, "Money") + paragraph("Two")))).toEqual([
    ["Opening", "One"],
    ["Section 1: Money (about page 2)", "Money\nTwo"],
  ]);
});

test("hidden text, deletions, what was moved away and field codes are never content", async () => {
  const styles = rooted(
    "w:styles",
    '<w:style w:styleId="Secret"><w:name w:val="Secret"/><w:rPr><w:vanish/></w:rPr></w:style>' +
      '<w:style w:styleId="Under"><w:name w:val="Under"/><w:basedOn w:val="Secret"/></w:style>',
  );
  const body =
    `<w:p>${run("Seen")}${run("hidden1", "<w:vanish/>")}${run(" and shown", '<w:vanish w:val="0"/>')}` +
    `${run("hidden2", '<w:rStyle w:val="Under"/>')}` +
    `<w:del>${run("deleted1").replaceAll("w:t", "w:delText")}${run("deleted2")}</w:del>` +
    `<w:ins>${run(" with an addition")}</w:ins><w:moveFrom>${run("moved")}</w:moveFrom>` +
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>code1</w:instrText></w:r>' +
    `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(" 42")}</w:p>` +
    paragraph("hidden3", '<w:pStyle w:val="Under"/>') +
    `<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>${paragraph("deleted3")}</w:tc></w:tr>` +
    `<w:tr><w:trPr><w:hidden/></w:trPr><w:tc>${paragraph("hidden4")}</w:tc></w:tr></w:tbl>`;
  const more = [
    { name: "word/styles.xml", data: styles },
    { name: "word/vbaProject.bin", data: "Sub AutoOpen() macro1" },
  ];
  const found = await read(body, { more, relations: { s: ["styles", "styles.xml"] } });
  expect(unitsOf(found)).toEqual([["Whole document", "Seen and shown with an addition 42"]]);
  expect(found.warnings).toEqual(["It holds macros. They were not run and are not shown."]);
});

test("a text box is read once, content controls are read, pictures say their words", async () => {
  const box = (text: string) => `<w:txbxContent>${paragraph(text)}</w:txbxContent>`;
  const body =
    `<w:p>${run("Anchor")}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline>` +
    `<wp:docPr id="1" name="x" descr="A chart of visits"/><wps:txbx>${box("In the box")}</wps:txbx></wp:inline></w:drawing>` +
    `</mc:Choice><mc:Fallback><w:pict><v:textbox>${box("In the box")}</v:textbox></w:pict></mc:Fallback>` +
    "</mc:AlternateContent></w:r></w:p>" +
    `<w:sdt><w:sdtPr/><w:sdtContent>${paragraph("Controlled")}</w:sdtContent></w:sdt>` +
    `<w:p><w:sdt><w:sdtContent>${run("inline")}</w:sdtContent></w:sdt><w:hyperlink>${run(" link")}</w:hyperlink></w:p>` +
    '<w:p><w:r><w:drawing><wp:inline><wp:docPr descr="unseen" hidden="1"/></wp:inline></w:drawing></w:r></w:p>';
  expect(unitsOf(await read(body))).toEqual([
    ["Whole document", "Anchor [Image: A chart of visits]\nIn the box\nControlled\ninline link"],
  ]);
});

test("a table is a line for each row; a frame of one cell is no table", async () => {
  const cell = (...texts: string[]) => `<w:tc>${texts.map((text) => paragraph(text)).join("")}</w:tc>`;
  const nested = `<w:tc><w:tbl><w:tr>${cell("a")}${cell("b")}</w:tr></w:tbl>${paragraph("")}</w:tc>`;
  const body =
    `<w:tbl><w:tr>${cell("Year")}${cell("Spend")}${cell("")}</w:tr><w:tr>${cell("2018/19")}${cell("£8.1m", "(25%)")}</w:tr></w:tbl>` +
    `<w:tbl><w:tr>${cell("One", "Two")}</w:tr></w:tbl><w:tbl><w:tr>${nested}${cell("c")}</w:tr></w:tbl>`;
  expect(unitsOf(await read(body))).toEqual([
    ["Whole document", "Year | Spend\n2018/19 | £8.1m (25%)\nOne\nTwo\na | b | c"],
  ]);
});

test("footnotes stand at the foot of their section; comments, headers and footers say what they are", async () => {
  const note = (id: number, text: string, type = "") =>
    `<w:footnote w:id="${id}" ${type}>${paragraph(text)}</w:footnote>`;
  const reference = '<w:p><w:r><w:t>Claim</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>';
  const more = [
    {
      name: "word/footnotes.xml",
      data: rooted("w:footnotes", note(0, "line", 'w:type="separator"') + note(2, "Source: survey")),
    },
    {
      name: "word/comments.xml",
      data: rooted("w:comments", `<w:comment w:author="Jo">${paragraph("Is this so?")}</w:comment>`),
    },
    { name: "word/header1.xml", data: rooted("w:hdr", paragraph("OFFICIAL")) },
    { name: "word/header2.xml", data: rooted("w:hdr", paragraph("OFFICIAL")) },
  ];
  const relations = {
    f: ["footnotes", "footnotes.xml"],
    c: ["comments", "comments.xml"],
    h1: ["header", "header1.xml"],
    h2: ["header", "header2.xml"],
    x: ["hyperlink", "http://127.0.0.1:9/", "External"],
  };
  const found = await read(heading(1, "A") + reference + heading(1, "B") + paragraph("End"), { more, relations });
  expect(unitsOf(found)).toEqual([
    ["Section 1: A", "A\nClaim\nFootnote 1: Source: survey"],
    ["Section 2: B", "B\nEnd"],
    ["Comments", "Jo: Is this so?"],
    ["Headers and footers", "OFFICIAL"],
  ]);
});

const streamOf = (name: string) => ({ name, type: 2, length: 9, binaryProvider: () => new Uint8Array(9) });

test("a file that is no Word document says what it is", async () => {
  expect(await readAs("docx", "PK no zip")).toMatchObject({ status: "corrupt", units: [] });
  expect(await readAs("pptx", docxOf(paragraph("x")))).toMatchObject({
    status: "corrupt",
    warnings: ["It is named as a PowerPoint presentation but holds a Word document."],
  });
  const compound = (name: string) =>
    Buffer.from(burn([{ name: "Root Entry", type: 5, length: 0, children: [1] }, streamOf(name)]));
  expect(await readAs("docx", compound("EncryptedPackage"))).toMatchObject({ status: "encrypted" });
  expect(await readAs("docx", compound("WordDocument"))).toMatchObject({ status: "corrupt" });
  expect(await readAs("docx", docxOf(""))).toEqual({ status: "no-text", units: [], warnings: [] });
  expect(await readAs("docx", "")).toEqual({ status: "no-text", units: [], warnings: ["The file is empty."] });
});

import { expect, test } from "vitest";

import { odfOf } from "#tests/support/office.ts";
import { readAs, unitsOf } from "#tests/support/read.ts";

const p = (text: string, attributes = "") => `<text:p ${attributes}>${text}</text:p>`;
const h = (level: number, text: string) => `<text:h text:outline-level="${level}">${text}</text:h>`;
const hides = (family: string, name: string, properties: string) =>
  `<style:style style:name="${name}" style:family="${family}">${properties}</style:style>`;
const hiddenText = '<style:text-properties text:display="none"/>';

test("text: sections, rows, notes, comments, white space as it is meant", async () => {
  const body =
    p("Report") +
    h(1, "Governance") +
    p('The   board<text:s text:c="2"/>meets<text:line-break/>monthly<text:tab/>here.') +
    h(2, "Roles") +
    p(
      "Claim<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Source: survey</text:p></text:note-body></text:note>",
    ) +
    p("Text<office:annotation><dc:creator>Jo</dc:creator><text:p>Is this so?</text:p></office:annotation>") +
    `<table:table><table:table-row><table:table-cell>${p("Year")}</table:table-cell><table:table-cell>${p("£8.1m")}</table:table-cell></table:table-row></table:table>` +
    p("<draw:frame><draw:text-box><text:p>Boxed</text:p></draw:text-box><svg:desc>A chart</svg:desc></draw:frame>");
  const page = `<style:header>${p("OFFICIAL")}</style:header>`;
  expect(unitsOf(await readAs("odt", odfOf("text", body, { page })))).toEqual([
    ["Opening", "Report"],
    ["Section 1: Governance", "Governance\nThe board  meets\nmonthly\there."],
    [
      "Section 2: Governance › Roles",
      "Roles\nClaim\nText\nYear | £8.1m\n [Image: A chart]\nBoxed\nNote 1: Source: survey",
    ],
    ["Comments", "Jo: Is this so?"],
    ["Headers and footers", "OFFICIAL"],
  ]);
});

test("text: what is hidden or deleted is never content", async () => {
  const styles = hides("text", "T", hiddenText) + hides("paragraph", "P", hiddenText);
  const body =
    `<text:tracked-changes><text:changed-region><text:deletion>${p("deleted")}</text:deletion></text:changed-region></text:tracked-changes>` +
    p('Seen<text:span text:style-name="T">hidden1</text:span>') +
    p("hidden2", 'text:style-name="P"') +
    `<text:section text:display="none">${p("hidden3")}</text:section>` +
    p('<text:hidden-text text:string-value="hidden4">hidden4</text:hidden-text>') +
    p('hidden5<text:hidden-paragraph text:is-hidden="true"/>');
  expect(unitsOf(await readAs("odt", odfOf("text", body, { styles })))).toEqual([["Whole document", "Seen"]]);
});

const cell = (text: string, attributes = "") => `<table:table-cell ${attributes}>${text && p(text)}</table:table-cell>`;
const row = (cells: string, attributes = "") => `<table:table-row ${attributes}>${cells}</table:table-row>`;
const sheet = (name: string, inside: string, style = "") =>
  `<table:table table:name="${name}" table:style-name="${style}">${inside}</table:table>`;

test("spreadsheet: figures as shown, dates to be searched, what is repeated or hidden", async () => {
  const styles = hides("table", "S", '<style:table-properties table:display="false"/>');
  const body =
    sheet(
      "Budget",
      '<table:table-column table:number-columns-repeated="3"/><table:table-column table:visibility="collapse"/>' +
        row(cell("Line") + cell("Spend") + "<table:covered-table-cell/>" + cell("secret1")) +
        row(cell("Services") + cell("£8,100,000", 'office:value-type="currency" office:value="8100000"')) +
        row(cell("As at") + cell("31/10/18", 'office:value-type="date" office:date-value="2018-10-31"')) +
        row(cell("x", 'table:number-columns-repeated="2"'), 'table:number-rows-repeated="2"') +
        row(cell("secret2"), 'table:visibility="collapse"') +
        row(cell("", 'table:number-columns-repeated="16384"'), 'table:number-rows-repeated="1048570"'),
    ) + sheet("Notes", row(cell("634k")), "S");
  const read = await readAs("ods", odfOf("spreadsheet", body, { styles }));
  expect(unitsOf(read)).toEqual([
    ["sheet Budget", "Line | Spend\nServices | £8,100,000\nAs at | 2018-10-31\nx | x\nx | x"],
    ["sheet Notes (hidden)", "634k"],
  ]);
  expect(read.warnings).toEqual(["Hidden rows or columns of sheet “Budget” were left out."]);
});

test("spreadsheet: one cell said to stand everywhere fills no memory", async () => {
  const everywhere = row(
    cell("long ".repeat(2000), 'table:number-columns-repeated="16384"'),
    'table:number-rows-repeated="1048576"',
  );
  const read = await readAs("ods", odfOf("spreadsheet", sheet("S", everywhere)));
  expect(read.status).toBe("ok");
  expect(read.warnings).toEqual(["Only the first 5,000,000 characters were read."]);
});

test("presentation: slides with notes, hidden ones marked, prompts left out", async () => {
  const frame = (use: string, text: string, more = "") =>
    `<draw:frame presentation:class="${use}" ${more}><draw:text-box>${p(text)}</draw:text-box></draw:frame>`;
  const styles = hides("drawing-page", "D", '<style:drawing-page-properties presentation:visibility="hidden"/>');
  const body =
    `<draw:page>${frame("outline", "£1.8m removed")}${frame("title", "Money")}${frame("outline", "Click to add", 'presentation:placeholder="true"')}` +
    `<draw:g><draw:custom-shape>${p("Grouped")}</draw:custom-shape></draw:g>` +
    `<presentation:notes>${frame("notes", "Say this")}${frame("page-number", "1")}</presentation:notes></draw:page>` +
    `<draw:page draw:style-name="D">${frame("title", "Spare")}</draw:page>`;
  expect(unitsOf(await readAs("odp", odfOf("presentation", body, { styles })))).toEqual([
    ["slide 1", "Money\n£1.8m removed\nGrouped\n\nNotes: Say this"],
    ["slide 2 (hidden)", "Spare"],
  ]);
});

test("locked files and files of another kind say so", async () => {
  const manifest = "<file-entry><encryption-data/></file-entry>";
  expect(await readAs("odt", odfOf("text", "", { manifest }))).toMatchObject({ status: "encrypted" });
  expect(await readAs("ods", odfOf("text", p("x")))).toMatchObject({
    status: "corrupt",
    warnings: ["It is not an OpenDocument spreadsheet."],
  });
});

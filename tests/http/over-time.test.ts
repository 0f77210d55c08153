/** Snapshots, files to take away and the list of inspections, as each side asks for them. */
import { beforeAll, expect, test } from "vitest";

import { takeDailySnapshots } from "#app/models/readiness/snapshots.server.ts";
import { deskFor } from "#app/desk.server.ts";
import { readAs, unitsOf } from "#tests/support/read.ts";
import { type Client, CODE, demoServer } from "#tests/support/server.ts";
import { statementsOf } from "#tests/support/statements.ts";

const server = demoServer();
const at = (path = "") => `/inspections/${CODE}${path}`;
let now = Date.now() + 3_600_000;
const clients: Record<string, Client> = {};

beforeAll(async () => {
  server.services.now = () => new Date(now);
  for (const account of ["lead", "inspector", "reviewer", "officer", "manager", "officer-b"]) {
    clients[account] = await server.signedIn(account);
  }
});

const status = async (account: string, path: string) => (await clients[account]!.get(path)).status;

const plain = (page: string) => page.replace(/nonce="[^"]*"/g, "").replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "id");

test("the month of the demonstration is drawn, with its table and its file", async () => {
  const page = await clients.lead!.page(at("/snapshots"));
  expect(page.match(/class="burn-mark"/g)!.length).toBeGreaterThan(40);
  expect(page).not.toMatch(/<svg[^>]* style=/);
  const file = await clients.lead!.page(at("/snapshots.csv"));
  const rows = file.trim().split("\r\n").slice(1);
  expect(rows.length).toBeGreaterThan(20);
  expect(page.match(/<th scope="row">/g)!.length).toBe(rows.length + 1);
});

test("figures are kept by hand on each side, by those who may, and neither side is shown the other's", async () => {
  for (const [account, label] of [
    ["inspector", "Zanzibar"],
    ["manager", "Xanadu"],
  ] as const) {
    now += 60_000;
    const kept = await clients[account]!.post(at("/snapshots"), { label });
    expect([kept.status, kept.headers.get("Location")]).toEqual([302, at("/snapshots?taken=yes")]);
  }
  expect((await clients.officer!.post(at("/snapshots"), { label: "" })).status).toBe(404);
  expect((await clients["officer-b"]!.get(at("/snapshots"))).status).toBe(404);
  const long = await clients.lead!.post(at("/snapshots"), { label: "x".repeat(90) });
  expect([long.status, await long.text()]).toEqual([422, expect.stringContaining("It has 90.")]);

  const [inside, outside] = [await clients.lead!.page(at("/snapshots")), await clients.officer!.page(at("/snapshots"))];
  expect([/Zanzibar/.test(inside), /Xanadu/.test(inside)]).toEqual([true, false]);
  expect([/Zanzibar/.test(outside), /Xanadu/.test(outside)]).toEqual([false, true]);
  const idOf = (page: string, label: string) => new RegExp(`<option value="([^"]+)"[^>]*>${label}`).exec(page)?.[1];
  for (const path of ["/snapshots/compare", "/snapshots/compare.csv"]) {
    expect(await status("officer", at(`${path}?from=${idOf(inside, "Zanzibar")}`))).toBe(404);
    expect(await status("lead", at(`${path}?from=${idOf(outside, "Xanadu")}`))).toBe(404);
    expect(await status("lead", at(`${path}?from=nothing`))).toBe(404);
  }
  for (const name of ["lead", "inspector"])
    expect(await clients[name]!.page(at("/activity"))).not.toContain("Council manager</b> kept");
});

test("inspectors' work, their snapshots and a day's job change nothing that the council is shown", async () => {
  const paths = [
    "/snapshots",
    "/snapshots.data",
    "/snapshots.csv",
    "/snapshots/compare",
    "/snapshots/compare.csv",
    "/exports",
  ];
  const views = async () => {
    const all: string[] = [];
    for (const path of [...paths.map((one) => at(one)), "/inspections", "/inspections.csv"]) {
      for (const name of ["officer", "manager"]) all.push(plain(await (await clients[name]!.get(path)).text()));
    }
    return all;
  };
  const job = () => takeDailySnapshots(deskFor(server.services, null));
  await job();
  const before = await views();
  expect((await clients.lead!.post(at("/snapshots"), { label: "Zanzibar again" })).status).toBe(302);
  const add = { kind: "strength", text: "A Zanzibar strength" };
  expect((await clients.lead!.post(at("/lines/1.1/findings"), add)).status).toBe(302);
  const stopped = now;
  now += 24 * 3_600_000;
  const taken = await job();
  now = stopped;
  expect(taken).toBe(1);
  expect(await views()).toEqual(before);
});

test("what moved is named with who did what", async () => {
  const page = await clients.lead!.page(at("/snapshots"));
  const [, first = ""] = [...page.matchAll(/<option value="([^"]+)"/g)].at(-1) ?? [];
  const compared = await clients.reviewer!.page(at(`/snapshots/compare?from=${first}&to=now`));
  expect(compared).toMatch(/Evidence gap(<!-- -->)?, then <b>ready to brief/);
  expect(compared).toMatch(/Lead inspector.*linked/s);
});

test("the workbook holds, sheet by sheet, the very cells of the tables, text as text", async () => {
  const formula = { kind: "weakness", text: '=HYPERLINK("http://x.test","Zanzibar")' };
  expect((await clients.lead!.post(at("/lines/1.2/findings"), formula)).status).toBe(302);
  const json = (await (await clients.reviewer!.get(at("/workbook.json"))).json()) as {
    tables: { title: string; header: string[]; rows: (string | number | null)[][] }[];
  };
  const answer = await clients.reviewer!.get(at("/workbook.xlsx"));
  expect(answer.headers.get("Content-Disposition")).toContain(`${CODE}.xlsx`);
  const read = await readAs("xlsx", new Uint8Array(await answer.arrayBuffer()));
  expect(read.status).toBe("ok");
  const sheets = unitsOf(read);
  for (const name of ["Findings", "Citations", "Ratings", "Requests", "Team"]) {
    const { header, rows } = json.tables.find(({ title }) => title === name)!;
    const words = sheets
      .filter(([label]) => label.includes(name))
      .map(([, text]) => text)
      .join("\n");
    expect(words).toContain(header.join(" | "));
    for (const row of rows.slice(0, 40)) {
      for (const cell of row) {
        if (typeof cell !== "string" || /^\d{4}-/.test(cell)) continue;
        expect(words).toContain(cell.replace(/\s+/g, " "));
      }
    }
  }
  expect(sheets.map(([, text]) => text).join("\n")).toContain(formula.text);
});

test("each side takes away its own tables, and that it did is on record", async () => {
  const titles = async (account: string) => {
    const body = (await (await clients[account]!.get(at("/workbook.json"))).json()) as { tables: { name: string }[] };
    return body.tables.map(({ name }) => name);
  };
  const [inside, outside] = [await titles("inspector"), await titles("officer")];
  expect(inside).toEqual(expect.arrayContaining(["findings", "citations", "ratings", "checks", "comments"]));
  expect(inside).not.toContain("gaps");
  expect(outside).toEqual(expect.arrayContaining(["evidence", "requests", "self-assessment", "gaps", "snapshots"]));
  for (const name of ["lines", "findings", "citations", "ratings", "areas", "checks", "claims", "comments"]) {
    expect(outside).not.toContain(name);
  }
  const text = await (await clients.manager!.get(at("/workbook.json"))).text();
  expect(text).not.toMatch(/Zanzibar|Lead inspector rated/);
  for (const path of ["/citations.csv", "/ratings.csv", "/comments.csv"]) {
    expect([await status("lead", at(path)), await status("manager", at(path))]).toEqual([200, 404]);
  }
  expect(await clients.lead!.page(at("/activity"))).toContain("exported a table, or all of them");
});

test.each(["reviewer", "manager"])("the summary is one tagged page, for the %s", async (who) => {
  const bytes = Buffer.from(await (await clients[who]!.get(at("/summary.pdf"))).arrayBuffer()).toString("latin1");
  expect(bytes.slice(0, 5)).toBe("%PDF-");
  expect(bytes.match(/\/Type \/Page\b/g)).toHaveLength(1);
  expect(bytes).toContain("/MarkInfo");
});

test("the council's summary is made of its own side alone", async () => {
  const whole = await clients.manager!.page(at("/summary"));
  const page = whole.slice(whole.indexOf("<main"));
  expect(page).toContain("Lines assessed");
  expect(page).not.toMatch(/Moderation|Raters|Potential|findings|cited/);
});

test("the list of inspections is narrowed and taken away, and costs no more for more of them", async () => {
  const { lead } = clients;
  expect(await lead!.page("/inspections?q=adult+social")).not.toContain(at());
  expect(await lead!.page("/inspections?council=Nowhere")).toContain("No inspection is like that");
  const rows = (await lead!.page("/inspections.csv?stage=Draft&sort=title")).trim().split("\r\n");
  expect(rows).toHaveLength(3);
  const book = await readAs("xlsx", new Uint8Array(await (await lead!.get("/inspections.xlsx")).arrayBuffer()));
  expect(unitsOf(book)[0]?.[1]).toContain(CODE);
  const costs = async () => (await statementsOf(async () => void (await lead!.page("/inspections")))).length;
  const before = await costs();
  for (const code of ["one", "two", "three"]) {
    const draft = { code, title: `Number ${code}`, kind: "Briefing", date: "2027-01-04", council: "Another council" };
    const [, framework = ""] =
      /<select[^>]*name="framework"[\s\S]*?<option value="([^"]+)"/.exec(await lead!.page("/inspections/new")) ?? [];
    const answer = await lead!.post("/inspections/new", { ...draft, framework });
    expect(answer.status).toBe(302);
  }
  expect(await lead!.page("/inspections")).toContain("Find in titles and councils");
  expect(await costs()).toBe(before);
});

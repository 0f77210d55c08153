/** The home can be trusted: each figure is what the database holds, opens those records, and costs what it shows. */
import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";

import { type Client, CODE, demoServer } from "#tests/support/server.ts";
import { statementsOf } from "#tests/support/statements.ts";

const server = demoServer();
const home = `/inspections/${CODE}`;
let lead: Client;
beforeAll(async () => void (lead = await server.signedIn("lead")));

const select = <T>(query: ReturnType<typeof sql>) => server.services.store.read.all<T>(query) as unknown as T[];

type Counted = { ref: string; findings: number; claims: number; cited: number; open: number };

/** Counted from the records, not from the counters that the pages read. */
const lines = () =>
  select<Counted>(sql`select l.ref,
    (select count(*) from finding f where f.line = l.id and f.withdrawn_at is null) findings,
    (select count(*) from finding f where f.line = l.id and f.withdrawn_at is null and f.kind <> 'area') claims,
    (select count(*) from finding f where f.line = l.id and f.withdrawn_at is null and f.kind <> 'area'
      and exists (select 1 from citation c where c.finding = f.id and c.withdrawn_at is null)) cited,
    (select count(*) from request_line x join request r on r.id = x.request
      where x.line = l.id and r.number is not null and r.state in ('sent', 'returned')) open
    from line l join inspection i on i.id = l.inspection where i.code = ${CODE} and l.withdrawn_at is null
    order by l.position`);

function stateOf({ findings, claims, cited, open }: Counted): string {
  if (findings > 0 && claims === cited) return "ready";
  return open > 0 ? "waiting" : findings > 0 ? "gap" : "not-started";
}

const all = (page: string, pattern: RegExp) => [...page.matchAll(pattern)].map((found) => found.slice(1));
const address = (text: string) => text.replaceAll("&amp;", "&");
const refsOn = (page: string) => all(page, /<td class="lines-ref">([\d.]+)<\/td>/g).map(([ref]) => ref);

/** The ids of all findings of a list, page after page. */
async function listed(path: string): Promise<string[]> {
  const ids: string[] = [];
  for (let next: string | undefined = path; next;) {
    const page: string = await lead.page(next);
    ids.push(...all(page, /<th scope="row"><a[^>]*#([\w-]+)"/g).map(([id = ""]) => id));
    next = all(page, /<a[^>]*rel="next"[^>]*href="([^"]+)"|<a[^>]*href="([^"]+)"[^>]*rel="next"/g)
      .flat()
      .filter(Boolean)
      .map((one) => address(one ?? ""))[0];
  }
  return ids;
}

test("the states of lines are those that the records give, and each opens exactly its lines", async () => {
  const page = await lead.page(home);
  const expected = new Map<string, Counted[]>();
  for (const line of lines()) expected.set(stateOf(line), [...(expected.get(stateOf(line)) ?? []), line]);
  const shown = all(page, /<a[^>]*href="([^"]*\/lines\?state=([\w-]+))"[^>]*><b>(\d+)<\/b>/g);
  expect(Object.fromEntries(shown.map(([, state, count]) => [state, Number(count)]))).toEqual(
    Object.fromEntries([...expected].map(([state, some]) => [state, some.length])),
  );
  for (const [path = "", state = ""] of shown) {
    expect(refsOn(await lead.page(path))).toEqual(expected.get(state)?.map(({ ref }) => ref));
  }
  // The sentence says the same, and leads to the same.
  expect(page).toContain(`${expected.get("ready")?.length} of ${lines().length} lines`);
});

test("cited and citable are those of the records, and each opens exactly its findings", async () => {
  const page = await lead.page(home);
  const claims = select<{ id: string; cited: number }>(sql`select f.id,
    exists (select 1 from citation c where c.finding = f.id and c.withdrawn_at is null) cited
    from finding f join inspection i on i.id = f.inspection
    where i.code = ${CODE} and f.kind <> 'area' and f.withdrawn_at is null`);
  const cited = claims.filter((one) => one.cited === 1);
  const [[first = "", some] = []] = all(page, /href="([^"]*findings\?kind=claims&amp;cited=yes)"[^>]*><b>(\d+)<\/b>/g);
  const [[second = "", many] = []] = all(page, /href="([^"]*findings\?kind=claims)"[^>]*>(\d+)</g);
  expect([Number(some), Number(many)]).toEqual([cited.length, claims.length]);
  const ids = (of: { id: string }[]) => of.map(({ id }) => id).sort();
  expect((await listed(address(first))).sort()).toEqual(ids(cited));
  expect((await listed(second)).sort()).toEqual(ids(claims));
});

test("every tile and every row of the table say what the records of the line say", async () => {
  const map = await lead.page(home);
  const table = await lead.page(`${home}?as=table`);
  for (const { ref, findings, claims, cited } of lines()) {
    const path = `${home}/lines/${ref}`;
    const [[tile = ""] = []] = all(map, new RegExp(`<a class="tile[^>]*href="${path}"[^>]*>(.*?)</a>`, "g"));
    const words = tile.replace(/<[^>]*>/g, "").replace(/<!-- -->/g, "");
    expect(words).toMatch(claims ? `${cited} of ${claims} finding` : findings ? "nothing to cite" : "no findings");
    if (claims)
      expect(table).toMatch(new RegExp(`findings\\?line=${ref}&amp;kind=claims"[^>]*>${cited} of ${claims}<`));
  }
  const [[path = "", count] = []] = all(table, /href="([^"]*findings\?line=4\.1&amp;kind=strength)"[^>]*>(\d+)</g);
  expect(await listed(address(path))).toHaveLength(Number(count));
});

const words = ["none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
const figure = (typed = "") => (words.includes(typed) ? words.indexOf(typed) : Number(typed));

test("each thing to do is counted as its page lists it, and has one action", async () => {
  const page = await lead.page(`${home}?next=all`);
  const [, list = ""] = /<ol class="tasks">([\s\S]*?)<\/ol>/.exec(page) ?? [];
  const items = list.split("</li>").slice(0, -1);
  const tasks = items.map((item) => {
    expect(item.match(/class="btn /g)).toHaveLength(1);
    const [[path = "", title = ""] = []] = all(item, /class="task-title"><a[^>]*href="([^"]+)"[^>]*>([^<]+)</g);
    return { path: address(path), title };
  });
  const of = async (verb: string, count: (path: string) => Promise<number>) => {
    const some = tasks.filter(({ title }) => title.startsWith(verb));
    for (const { path, title } of some)
      expect([title, await count(path)]).toEqual([title, figure(title.split(" ")[1])]);
    return some.length;
  };
  const gaps = lines().filter((line) => stateOf(line) === "gap");
  expect(await of("Cite ", async (path) => (await listed(path)).length)).toBe(gaps.length);
  expect(await of("Settle ", async (path) => refsOn(await lead.page(path)).length)).toBe(1);
  const [{ open = 0 } = {}] = select<{ open: number }>(sql`select count(*) open from finding f
    join inspection i on i.id = f.inspection left join enquiry e on e.finding = f.id
    where i.code = ${CODE} and f.kind = 'area' and f.withdrawn_at is null and coalesce(e.state, 'open') = 'open'`);
  expect(await of("Plan ", async () => open)).toBe(1);
  const [{ late = 0 } = {}] = select<{ late: number }>(sql`select count(*) late from request r
    join inspection i on i.id = r.inspection where i.code = ${CODE} and r.state = 'sent' and r.due < date('now')`);
  expect(tasks.filter(({ title }) => title.startsWith("Chase R-"))).toHaveLength(late);
  const opened = await Promise.all(tasks.map(async ({ path }) => (await lead.get(path)).status));
  expect(new Set(opened)).toEqual(new Set([200]));
});

test("each figure's definition is one click away, and those of the council's side see none of it", async () => {
  const page = await lead.page(`${home}/figures`);
  const places = all(await lead.page(home), /\/figures#([\w-]+)"/g).map(([place]) => place);
  for (const place of ["ready", "cited", ...places]) expect(page).toContain(`id="${place}"`);
  expect(page).toContain("every strength and weakness on it is cited");
  const officer = await server.signedIn("officer");
  for (const path of ["/figures", "/findings", "/findings.csv", "/lines.csv"]) {
    expect((await officer.get(home + path)).status).toBe(404);
  }
});

test("leads are given to ticked lines and taken back; what cannot be taken comes back still ticked", async () => {
  const fields = new FormData();
  for (const ref of ["1.1", "1.2"]) fields.append("ref", ref);
  const wrong = await lead.post(`${home}/lines/assignment?sort=-areas`, fields);
  expect(wrong.status).toBe(422);
  const again = await wrong.text();
  expect(all(again, /id="pick-([\d.]+)"[^>]*checked/g).flat()).toEqual(expect.arrayContaining(["1.1", "1.2"]));
  const [[person = ""] = []] = all(again, /<option value="([^"]+)">Partner inspector</g);
  fields.append("lead", person);
  const done = await lead.post(`${home}/lines/assignment?sort=-areas`, fields);
  const next = done.headers.get("Location") ?? "";
  expect(next).toContain("sort=-areas");
  const page = await lead.page(next);
  expect(page).toContain("Partner inspector now leads 2 lines");
  const [[undo = ""] = []] = all(page, /action="([^"]*assignment\/[^"]*\/undo[^"]*)"/g);
  expect((await lead.post(address(undo), {})).status).toBe(302);
  const csv = await lead.page(`${home}/lines.csv?sort=ref`);
  expect(csv.split("\r\n")[1]).toMatch(/^1\.1,.*,Lead inspector$/);
});

type Connection = { prepare(text: string): { all(...values: null[]): { detail: string }[] } };

const asked = (path: string) => statementsOf(() => lead.page(path));

/** Findings, evidence and citations a hundred times over, with the counters that go with them. */
const grow = () =>
  server.services.store.write((db) => {
    const triggers = db.all<{ name: string }>(
      sql`select name from sqlite_master where type = 'trigger' and tbl_name in ('finding', 'evidence', 'citation')`,
    ) as unknown as { name: string }[];
    for (const { name } of triggers) db.run(sql.raw(`drop trigger ${name}`));
    for (const [table, changes] of [
      ["evidence", { id: "id || '-' || n", number: "number + n * 100000" }],
      ["finding", { id: "id || '-' || n", position: "position + n * 1000", key: "null" }],
      ["citation", { id: "id || '-' || n", finding: "finding || '-' || n", evidence: "evidence || '-' || n" }],
    ] as [string, Record<string, string>][]) {
      const columns = (db.all(sql.raw(`pragma table_info(${table})`)) as unknown as { name: string }[]).map(
        ({ name }) => name,
      );
      const values = columns.map((name) => changes[name] ?? `"${name}"`).join(", ");
      const names = columns.map((name) => `"${name}"`).join(", ");
      db.run(
        sql.raw(`with recursive times(n) as (select 1 union all select n + 1 from times where n < 99)
          insert into ${table} (${names}) select ${values} from ${table}, times`),
      );
    }
    const counters = ["strengths", "weaknesses", "areas", "cited_strengths", "cited_weaknesses", "open_areas"];
    db.run(sql.raw(`update line set ${counters.map((name) => `${name} = ${name} * 100`).join(", ")}`));
    return Promise.resolve();
  });

test("the home asks the same of the database with a hundred times the findings and evidence, and scans none of them", async () => {
  // What is read once and kept, such as the framework, is no part of it.
  await lead.page(home);
  const before = await asked(home);
  expect(before.length).toBeGreaterThan(8);
  expect(before.length).toBeLessThan(30);
  await grow();
  const after = await asked(home);
  expect(after).toEqual(before);
  const { $client } = server.services.store.read as unknown as { $client: Connection };
  const plans = [...new Set(after)].flatMap((text) =>
    $client.prepare(`explain query plan ${text}`).all(...Array<null>(text.split("?").length - 1).fill(null)),
  );
  // By their ids, one at a time, and no other way: not by line or inspection, and never from one end to the other.
  const growing = /(?:SCAN|INDEX) (?:finding|evidence|citation|passage|unit)\w*/;
  expect(plans.map(({ detail }) => detail).filter((detail) => growing.test(detail))).toEqual([]);
  expect(await lead.page(home)).toContain("26,300");
}, 60_000);

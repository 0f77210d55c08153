/** Requests at the doors: a hostile list is read whole and names every fault, and the council learns what was sent alone. */
import { expect, test } from "vitest";

import { request } from "#db/schema/requests.ts";

import { type Client, CODE, demoServer } from "#tests/support/server.ts";

const server = demoServer();
const at = (path = "") => `/inspections/${CODE}${path}`;

const counted = () => server.services.store.read.$count(request);

const send = async (client: Client, bytes: string | Uint8Array, name = "list.csv") => {
  const form = new FormData();
  form.set("file", new File([bytes as BlobPart], name, { type: "text/csv" }));
  const answer = await client.post(at("/requests/import"), form);
  return { status: answer.status, page: await answer.text() };
};

/** What went wrong with a row, by its number. */
const faultsIn = (page: string) =>
  new Map(
    [...page.matchAll(/<th scope="row">(\d+)<\/th><td[^>]*>.*?<\/td><td[^>]*><ul>(.*?)<\/ul>/gs)].map(
      ([, row, list = ""]) => [
        Number(row),
        list
          .replaceAll("</li>", " ")
          .replace(/<[^>]+>/g, "")
          .trim(),
      ],
    ),
  );

const faulty: [row: string, fault: RegExp][] = [
  ["A,Send item %,1.3,31/02/2099,", /Due: “31\/02\/2099” is no date/],
  ["A,Send item %,1.3,12/31/2099,", /Due: “12\/31\/2099” is no date/],
  ["A,Send item %,1.3,01/01/2001,", /Due: “01\/01\/2001” has passed/],
  ["A,Send item %,77.7,,", /Lines: There is no line “77.7”/],
  ['"=HYPERLINK(""http://evil.example"",""A"")",Send item %,,,', /Title: It begins with “=”/],
  ["A,@SUM(%),,,", /Request: It begins with “@”/],
  [",Send item %,,,", /Title: Enter a title/],
  ["A,,,,", /Request: Enter what you ask for/],
  [`${"A".repeat(121)},Send item %,,,`, /Title: The title must be 120 characters or fewer/],
  ["A,Send the first thing,,,", /Request: Row 2 asks for the same/],
];

test("a list of 60 rows in a Windows encoding names each fault by its row, and keeps nothing until it is confirmed", async () => {
  const lead = await server.signedIn("lead");
  const good = ["First,Send the first thing,1.3,11/12/2099,", "Café,Send the £ figures for the café – all,4.6,,Équipe"];
  const bad = Array.from({ length: 58 }, (_, n) => faulty[n % faulty.length]!);
  const rows = [...good, ...bad.map(([row], n) => row.replace("%", `number ${n}`))];
  const text = ["Title,Request,Lines,Due,Person or team", ...rows].join("\r\n");
  const windows = Uint8Array.from(text, (sign) => (sign === "–" ? 0x96 : sign.charCodeAt(0)));
  const before = await counted();

  const { status, page } = await send(lead, windows);
  expect(status).toBe(200);
  const faults = faultsIn(page);
  expect(faults.size).toBe(58);
  bad.forEach(([, fault], n) => expect(faults.get(n + 4)).toMatch(fault));
  expect(page).toContain("Send the £ figures for the café – all");
  expect(page).not.toMatch(/<a [^>]*evil/);
  expect(await counted()).toBe(before);

  const confirmed = new FormData();
  for (const [name, value] of Object.entries({ confirm: "1", text, send: "yes" })) confirmed.set(name, value);
  expect((await lead.post(at("/requests/import"), confirmed)).status).toBe(422);
  confirmed.append("row", "2");
  confirmed.append("row", "3");
  const done = await lead.post(at("/requests/import"), confirmed);
  expect([done.status, done.headers.get("Location")]).toEqual([302, at("/requests?done=imported-1-1")]);
  expect(await counted()).toBe(before + 2);
  expect((await lead.post(at("/requests/import"), confirmed)).status).toBe(422);
  expect(await counted()).toBe(before + 2);
  expect((await (await lead.get(at("/requests.csv"))).text()).match(/Café/g)).toHaveLength(1);
});

test("what is no list says so", async () => {
  const lead = await server.signedIn("lead");
  for (const [bytes, name] of [
    [new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0, 0]), "list.xlsx"],
    ["", "empty.csv"],
    ["Name,Colour\nA,red\n", "other.csv"],
    [`Title,Request\n${"A,B\n".repeat(501)}`, "long.csv"],
    ["x".repeat(250_000), "large.csv"],
  ] as const) {
    const { status, page } = await send(lead, bytes, name);
    expect({ name, status }).toEqual({ name, status: 422 });
    expect(page).toContain("There is a problem");
  }
});

test("drafting, checking and giving up are nothing to the council; sending is what the request says", async () => {
  const lead = await server.signedIn("lead");
  const officer = await server.signedIn("officer");
  const view = async () => {
    const pages = ["/requests", "/requests.data", "/requests.csv", "/activity", "/requests/5", "/evidence"];
    return Promise.all(
      pages.map(async (path) =>
        // The id of each answer is its own.
        (await officer.page(at(path)))
          .replace(/nonce="[^"]*"/g, "")
          .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "id"),
      ),
    );
  };
  await view();
  const before = await view();
  const line = await lead.page(at("/lines/1.3"));
  const [, area = ""] = /areas\/([0-9a-f-]{36})\/request/.exec(line) ?? [];
  const raised = await lead.post(at(`/areas/${area}/request`), {});
  const draft = raised.headers.get("Location") ?? "";
  expect(draft).toMatch(/requests\/drafts\/[0-9a-f-]{36}$/);
  expect(await lead.page(draft)).toContain("will read exactly this");
  const words = { title: "Zanzibar", text: "Send the Zanzibar file", due: "2099-12-11", lines: "1.3", version: "1" };
  expect((await lead.post(draft, { ...words, text: "A Zanzibar thought" })).status).toBe(302);
  expect((await lead.post(draft, { ...words, due: "2099-02-31" })).status).toBe(422);
  expect((await lead.post(draft, words)).status).toBe(409);
  expect(await view()).toEqual(before);
  expect((await officer.get(draft)).status).toBe(404);

  const sent = await lead.post(`${draft}/dispatch`, { ...words, version: "2" });
  const place = (sent.headers.get("Location") ?? "").replace(/\?.*/, "");
  expect(place).toMatch(/requests\/\d+$/);
  const shown = await Promise.all([officer.page(place), officer.page(`${place}.data`)]);
  // A page that runs scripts lists the files of the product, by their names.
  const said = shown.join("").replace(/<script[^>]*>(?:(?!<\/script>)[^])*__remixRouteModules[^]*?<\/script>/g, "");
  expect(said).toContain("Send the Zanzibar file");
  expect(said).not.toMatch(/thought|origins|Raised from|burden/);
  expect(await officer.page(at("/activity"))).not.toMatch(/thought|drafted/);
  for (const form of ["acceptance", "return", "withdrawal", "reminder"]) {
    expect((await officer.post(`${place}/${form}`, { version: "1", reason: "x" })).status).toBe(404);
  }
});

/** The reader without scripts: text, find, a passage typed and linked, and nothing of that for the council. */
import { beforeAll, expect, test } from "vitest";

import { deskFor } from "#app/desk.server.ts";
import { findPerson } from "#app/models/accounts/users.server.ts";
import { addEvidence } from "#app/models/evidence/arrivals.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { readTexts } from "#app/server/reading.ts";
import { pdfPages } from "#tests/support/pages.ts";
import { type Client, CODE, demoServer } from "#tests/support/server.ts";

const server = demoServer();
const at = (path = "") => `/inspections/${CODE}${path}`;

const pages = [
  ["Minutes of the strategy group", "Item 6. Performance report"],
  [
    "Item 7. Membership",
    "The group discussed inviting tenants to sit as members,",
    "and will come back to it in October.",
  ],
];

let lead: Client;
let officer: Client;
let evidence = "";

beforeAll(async () => {
  const { services } = server;
  const person = deskFor(services, await findPerson(deskFor(services, null), "officer@demo.test"));
  async function* bytes() {
    yield pdfPages(pages);
  }
  const arrival = await person.storage.receive(bytes(), Infinity);
  const draft = { title: "Strategy group, September", kind: "minutes", voice: null, asAt: null } as const;
  evidence = await addEvidence(person, await findInspection(person, CODE), draft, { name: "minutes.pdf", arrival });
  await readTexts(services);
  [lead, officer] = [await server.signedIn("lead"), await server.signedIn("officer")];
}, 60_000);

const own = (path = "") => at(`/evidence/${evidence}${path}`);
const data = async (client: Client, path: string) => (await client.get(path.replace(/^([^?]+)/, "$1.data"))).text();

test("every page of a document can be read as text, and words are found in it place by place", async () => {
  const page = await lead.page(own("/text"));
  for (const line of pages.flat()) expect(page).toContain(line);
  const found = await lead.page(own("/text?find=item"));
  expect(found).toContain("1 of 2");
  expect(found.match(/<mark class="m-found/g)).toHaveLength(2);
  expect(await lead.page(own("/text?find=item&hit=2"))).toContain("2 of 2");
  expect(await lead.page(own("/text?find=nothing+of+the+kind"))).toContain("Not found");
  for (const odd of [
    "part=99",
    "file=none",
    "part=1&at=999999999",
    "hit=0&find=item",
    "find=%00%22%3Cscript%3E",
    "line=99.9",
  ]) {
    expect([200, 404]).toContain((await lead.get(own(`/text?${odd}`))).status);
  }
});

test("as pages, a document shows one page at a time and its text with it; what is no picture is read as text", async () => {
  const page = await lead.page(own("/pages?part=1"));
  expect(page).toContain("Item 7. Membership");
  expect(page).not.toContain("Item 6. Performance report");
  const list = await lead.page(at("/evidence?q=benchmarking"));
  const [, text = ""] = /evidence\/([0-9a-f-]{36})"/.exec(list) ?? [];
  const answer = await lead.get(at(`/evidence/${text}/pages`));
  expect([answer.status, answer.headers.get("Location")]).toEqual([
    302,
    expect.stringContaining(`/evidence/${text}/text`),
  ]);
});

test("a typed passage is linked where it stands; a slip comes back with what was typed", async () => {
  const form = await lead.page(own("/text?line=1.3"));
  const [, finding = ""] = /<option value="([0-9a-f-]{36})"[^>]*>W2\b/.exec(form) ?? [];
  const fields = {
    line: "1.3",
    locator: "2",
    quote: "the group discussed",
    last: "as members",
    target: finding,
    text: "",
  };
  const slip = await lead.post(own("/citations?line=1.3&part=1"), { ...fields, last: "as chickens" });
  expect(slip.status).toBe(422);
  const answered = await slip.text();
  expect(answered).toContain("These words were not found on page 2. Check the spelling, or choose another page.");
  expect(answered).toContain('value="as chickens"');
  const made = await lead.post(own("/citations?line=1.3"), fields);
  expect(made.status).toBe(302);
  const back = made.headers.get("Location") ?? "";
  const page = await lead.page(back.replace(/#.*/, ""));
  expect(page).toContain("The group discussed inviting tenants to sit as members");
  expect(page.replaceAll("<!-- -->", "")).toMatch(/Linked to[\s\S]{1,200}W2 of 1\.3/);
  const [, citation = ""] = /#c-([0-9a-f-]+)$/.exec(back) ?? [];
  expect(page).toContain(`id="c-${citation}"`);
  // The finding shows it, and leads back to it.
  const line = await lead.page(at("/lines/1.3"));
  expect(line).toContain(`#c-${citation}`);
  expect(line).toContain("page 2");
  const [, undo = ""] = /action="([^"]*\/undo\/\d+)"/.exec(page) ?? [];
  const undone = await lead.post(undo, { next: own("/text") });
  expect([undone.status, undone.headers.get("Location")]).toEqual([302, own("/text")]);
  expect(await lead.page(at("/lines/1.3"))).not.toContain(`#c-${citation}`);
  const elsewhere = await lead.post(undo, { next: "https://elsewhere.test/" });
  expect(elsewhere.headers.get("Location") ?? "").not.toContain("elsewhere");
});

test("likely findings are told to those who write findings, and to nobody else", async () => {
  const path = own("/citations?words=tenants+members&line=1.3");
  expect(await data(lead, path)).toContain("likely");
  for (const name of ["officer", "manager", "officer-b", "admin", "reviewer"] as const) {
    const client = await server.signedIn(name);
    expect({ name, status: (await client.get(path)).status }).toEqual({ name, status: 404 });
    expect((await client.post(own("/citations"), { target: "new:strength", line: "1.3", quote: "Item" })).status).toBe(
      404,
    );
  }
});

test("the council reads its own text and learns nothing of what is cited from it", async () => {
  const quote = "and will come back to it in October";
  const link = { target: "new:area", line: "1.3", quote, locator: "2", text: "A Zanzibar area" };
  const before = [await officer.page(own("/text")), await data(officer, own("/text"))];
  expect((await lead.post(own("/citations"), link)).status).toBe(302);
  expect(await lead.page(own("/text"))).toContain("A Zanzibar area");
  const after = [await officer.page(own("/text")), await data(officer, own("/text"))];
  const plain = (text: string) =>
    text.replace(/nonce="[^"]*"/g, "").replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "id");
  expect(after.map(plain)).toEqual(before.map(plain));
  expect(after.join()).not.toMatch(/Zanzibar|Passages|Link a|Mark read|1\.3/);
});

/** Notes of a visit at the doors: without a script nothing is lost, and the council notices nothing of any of it. */
import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";

import { type Client, CODE, demoServer, hidden } from "#tests/support/server.ts";

const server = demoServer();
const at = (path = "") => `/inspections/${CODE}${path}`;

/** The first visit of the timetable, which is shared with the council. */
async function visitOf(client: Client): Promise<string> {
  const [, id = ""] = /fieldwork\/([0-9a-f-]{36})/.exec(await client.page(at("/fieldwork"))) ?? [];
  return at(`/fieldwork/${id}`);
}

const picture = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

test("a plain form keeps a note once, and the council's pages stay as they were", async () => {
  const [lead, officer] = [await server.signedIn("lead"), await server.signedIn("officer")];
  const visit = await visitOf(lead);
  const seen = async () => {
    const pages = [at(), at("/fieldwork"), at("/evidence"), at("/activity"), "/search?q=absences"];
    return Promise.all(pages.map((path) => officer.page(path)));
  };
  const bare = (pages: string[]) => pages.map((page) => page.replace(/nonce="[^"]*"/g, ""));
  const before = bare(await seen());

  const page = await lead.page(`${visit}/notes`);
  const fields = Object.fromEntries(
    ["id", "question", "version"].map((name) => [name, hidden(page, `${visit}/notes`, name)]),
  );
  const text = "Nobody follows up absences.\nHealth has missed four of six.";
  for (const again of [text, text, `${text} Really.`]) {
    expect((await lead.post(`${visit}/notes`, { ...fields, text: again })).status).toBe(302);
  }
  const noted = await lead.page(`${visit}/notes`);
  expect(noted.match(/Nobody follows up absences\./g)).toHaveLength(1);
  expect(noted).toContain("Really.");

  const photograph = new FormData();
  photograph.set("shows", "The notice board of the hostel");
  const missing = await lead.post(`${visit}/photograph`, photograph);
  expect(missing.status).toBe(422);
  expect(await missing.text()).toMatch(/Take or choose a photograph[\s\S]*The notice board of the hostel/);
  photograph.set("file", new File([picture], "photo.png", { type: "image/png" }));
  expect((await lead.post(`${visit}/photograph`, photograph)).status).toBe(302);
  expect(await lead.page(at("/evidence?q=notice+board"))).toContain("Photograph: The notice board of the hostel");

  const keep = { [`note-${fields.id}`]: "yes", attribution: "anonymous", given: "Spoken, at the start" };
  expect((await lead.post(`${visit}/evidence`, { [`note-${fields.id}`]: "yes" })).status).toBe(422);
  expect((await lead.post(`${visit}/evidence`, keep)).status).toBe(302);
  expect(await lead.page(at("/evidence?q=absences"))).toContain("Interview: accountable officer");
  const file = await lead.page(at("/evidence.csv?q=absences"));
  expect(file).toContain("Interview, anonymous");
  expect(file).not.toContain("accountable officer");

  expect(bare(await seen())).toEqual(before);
});

test("a script gets back what is kept; a stranger's id, a long note and an ended session are refused", async () => {
  const [lead, inspector] = [await server.signedIn("lead"), await server.signedIn("inspector")];
  const visit = await visitOf(lead);
  const address = `${visit}/notes/${randomUUID()}`;
  const sent = { question: "", text: "Beside the questions", version: "0", at: "2026-11-24T10:00:00.000Z" };
  const answer = await lead.post(address, sent);
  expect(await answer.json()).toMatchObject({ text: sent.text, version: 1, at: sent.at, time: "10:00am" });
  expect((await inspector.post(address, { ...sent, text: "Mine now" })).status).toBe(404);
  expect((await lead.post(address, { ...sent, text: "x".repeat(20_001) })).status).toBe(422);
  const nobody = await server.client().post(address, sent);
  expect([nobody.status, nobody.headers.get("Location")]).toEqual([302, expect.stringContaining("/sign-in")]);
});

test("the learning log opens for the council alone", async () => {
  const [lead, officer, manager] = await Promise.all(["lead", "officer", "manager"].map((one) => server.signedIn(one)));
  const visit = await visitOf(officer!);
  const before = await lead!.page(at("/activity"));
  const typed = { text: "How absences are followed up", said: "", followUp: "" };
  expect((await officer!.post(`${visit}/learning`, typed)).status).toBe(302);
  expect(await manager!.page(`${visit}/learning`)).toContain(typed.text);
  expect((await lead!.get(`${visit}/learning`)).status).toBe(404);
  const bare = (page: string) => page.replace(/nonce="[^"]*"/g, "");
  expect(bare(await lead!.page(at("/activity")))).toBe(bare(before));
});

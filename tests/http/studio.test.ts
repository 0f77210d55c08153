/** Saved decks over HTTP: what each side may open, what plain forms do, and what a page weighs. */
import { expect, test } from "vitest";

import { CODE, demoServer, hidden } from "#tests/support/server.ts";
import { putAt } from "#tests/support/viewers.ts";

const server = demoServer();
const at = (path = "") => `/inspections/${CODE}/briefing${path}`;
const deck = (path = "") => at(`/decks${path}`);

test("a finding is left out by a plain form, what is out is told, and a change made on an older deck is shown", async () => {
  const lead = await server.signedIn("lead");
  const page = await lead.page(deck("/opening?slide=9"));
  expect(page.length).toBeLessThan(300_000);
  expect(page).toContain("<title>Slide 9, Opening briefing");
  const form = deck("/opening/findings?slide=9");
  const [, first] = /name="kept" id="in-([0-9a-f-]{36})"/.exec(page) ?? [];
  const version = hidden(page, form, "version");
  const body = { line: "1.1", kept: first ?? "", reason: "Said in the introduction", version };
  const sent = await lead.post(form, body);
  expect([sent.status, sent.headers.get("Location")]).toEqual([302, deck("/opening?slide=9")]);
  expect(await lead.page(deck("/opening/left-out"))).toContain("Said in the introduction");
  const stale = await lead.post(form, body);
  expect(stale.status).toBe(409);
  expect(await stale.text()).toContain("Someone else changed this deck");

  const notes = deck("/opening/notes?slide=9");
  const old = await lead.post(notes, { slide: "line-1.1", text: "My own words", version });
  expect(old.status).toBe(409);
  expect(await old.text()).toContain("My own words</textarea>");
  const agenda = await lead.post(deck("/opening/agenda"), {
    title: "Only item",
    minutes: "soon",
    breakMinutes: "5",
    version,
  });
  expect(agenda.status).toBe(422);
});

test("changes of findings are shown word by word, and accepted", async () => {
  const lead = await server.signedIn("lead");
  const page = await lead.page(deck("/interim/changes"));
  expect(page).toMatch(/<ins>|<del>/);
  const form = deck("/interim/changes");
  const version = /name="version" value="(\d+)"/.exec(page)?.[1] ?? "";
  expect((await lead.post(form, { version })).status).toBe(302);
  expect(await lead.page(form)).toContain("Every slide says what it said when someone last looked.");
});

test("the council opens only what is meant for it, once it is published, without what inspectors keep", async () => {
  const [lead, manager] = [await server.signedIn("lead"), await server.signedIn("manager")];
  const draft = await lead.page(deck("/feedback.html"));
  expect(draft).toContain("Draft – Leicester City Council");
  expect((await manager.get(deck("/feedback"))).status).toBe(404);
  expect((await manager.get(deck("/feedback.pptx"))).status).toBe(404);
  await putAt(server.services, "published");
  const list = await manager.page(at());
  expect(list).toContain(deck("/feedback"));
  expect(list).not.toMatch(/decks\/(opening|interim)/);
  const shown = await manager.page(deck("/feedback?slide=9"));
  expect(shown).not.toMatch(/Before you export|Save notes|Left out|Draft/);
  expect(await manager.page(deck("/feedback.html"))).not.toContain("Draft –");
  for (const path of ["/opening", "/opening.pptx", "/interim/present", "/feedback/changes", "/feedback/settings"]) {
    expect((await manager.get(deck(path))).status, path).toBe(404);
  }
  const sent = await manager.post(deck("/feedback/notes?slide=1"), { slide: "cover", text: "Ours", version: "1" });
  expect(sent.status).toBe(404);
  await putAt(server.services, "draft");
});

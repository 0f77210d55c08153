import { strFromU8, unzipSync } from "fflate";
import { Readable } from "node:stream";
import { expect, test } from "vitest";

import type { Desk } from "#app/platform/desk.ts";
import { Invalid, NotFound } from "#app/platform/failure.ts";
import { freshInspection, inspectionOf } from "#tests/support/fresh.ts";
import { templateFile } from "#tests/support/template.ts";

import { setDeck } from "./deck-edits.server.ts";
import { addDeck, findSavedDeck } from "./decks.server.ts";
import { makeDeckFile } from "./exports.server.ts";
import { findLookRules } from "./looks.server.ts";
import { findStudio } from "./studio.server.ts";
import { addTemplate, listTemplates, withdrawTemplate } from "./templates.server.ts";

const arrive = async (desk: Desk, bytes: Uint8Array, name = "City look.pptx") => ({
  name,
  arrival: await desk.storage.receive(Readable.from([bytes]), Infinity),
});

test("a deck takes the look of a template until that is withdrawn; hostile files are refused and nothing of them is kept", async () => {
  const { lead, officer } = await freshInspection();
  const of = await inspectionOf(lead);
  const id = await addTemplate(lead, of, { name: "", file: await arrive(lead, templateFile()) });
  const slug = await addDeck(lead, of, { audience: "opening", title: "", copyOf: "" });
  await setDeck(lead, of, slug, { title: "Opening", forCouncil: false, rule: "all", template: id, version: 1 });
  const themeNow = async () => {
    const { bytes } = await makeDeckFile(lead, of, "pptx", await findSavedDeck(lead, of, slug));
    return strFromU8(unzipSync(bytes)["ppt/theme/theme1.xml"]!);
  };
  expect(await themeNow()).toContain('typeface="Georgia"');
  expect(await listTemplates(lead, of)).toMatchObject([{ name: "City look", decks: ["Opening"] }]);
  const theirs = await inspectionOf(officer);
  const published = { ...theirs, stage: "published" } as const;
  expect(await findLookRules(lead, of, id)).toContain(`.look-${id}`);
  // The deck is for inspectors, so that its look is none of the council's.
  for (const at of [theirs, published]) await expect(findLookRules(officer, at, id)).rejects.toBeInstanceOf(NotFound);
  await setDeck(lead, of, slug, { title: "Opening", forCouncil: true, rule: "all", template: id, version: 2 });
  await expect(findLookRules(officer, theirs, id)).rejects.toBeInstanceOf(NotFound);
  expect(await findLookRules(officer, published, id)).toContain(`.look-${id}`);
  expect((await findStudio(lead, of, slug, 1)).slide.html).toContain(`class="slide slide--cover look-${id}"`);
  await withdrawTemplate(lead, of, id);
  await expect(findLookRules(lead, of, id)).rejects.toBeInstanceOf(NotFound);
  expect((await findStudio(lead, of, slug, 1)).slide.html).not.toContain("look-");
  expect(await themeNow()).not.toContain("Georgia");

  for (const hostile of [
    templateFile({ bomb: true }),
    templateFile({ theme: null }),
    new TextEncoder().encode("PK no"),
  ]) {
    const file = await arrive(lead, hostile);
    await expect(addTemplate(lead, of, { name: "", file })).rejects.toBeInstanceOf(Invalid);
    expect(await lead.storage.size(file.arrival.sha256)).toBeNull();
  }
  await expect((async () => listTemplates(officer, theirs))()).rejects.toBeInstanceOf(NotFound);
});

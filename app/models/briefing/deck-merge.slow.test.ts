import { readFileSync } from "node:fs";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, test } from "vitest";

import { finding } from "#db/schema/findings.ts";

import { addFinding, editFinding, listFindings } from "#app/models/findings/findings.server.ts";
import type { Inspection } from "#app/models/inspections/inspections.server.ts";
import { findLine } from "#app/models/inspections/lines.server.ts";
import type { Desk } from "#app/platform/desk.ts";
import { freshInspection, inspectionOf } from "#tests/support/fresh.ts";

import { bringDeck, decideOn, findReview } from "./deck-imports.server.ts";
import { takeDeck } from "./deck-taking.server.ts";
import { makeDeckFile } from "./exports.server.ts";

const texts = {
  menu: "Menus change with each feast",
  words: "Letters come in six languages",
  staff: "Staff are drawn from the area",
  who: "No one asks who is missing",
} as const;
type Name = keyof typeof texts;
const names = Object.keys(texts) as Name[];
/** The ids that the files of LibreOffice were made with. */
const idOf = (name: Name) => `00000000-0000-4000-8000-00000000000${names.indexOf(name)}`;

/** Four findings on one line, with their ids. */
async function ours() {
  const { lead, world } = await freshInspection();
  const inspection = await inspectionOf(lead);
  const line = await findLine(lead, inspection, "8.3");
  for (const name of names) {
    const kind = name === "who" ? "weakness" : "strength";
    const id = await addFinding(lead, inspection, line.id, { kind, text: texts[name] });
    await world.services.store.write((db) =>
      db
        .update(finding)
        .set({ id: idOf(name) })
        .where(eq(finding.id, id)),
    );
  }
  const read = async () => (await listFindings(lead, inspection, line.id)).map(({ text }) => text);
  return { lead, inspection, read };
}

const fixture = (name: string) => readFileSync(join(import.meta.dirname, "../../../tests/fixtures/decks", name));

type Edit = { change: [string, string][]; remove: string; after: string; add: string };

/** The same edit in any of the formats: each holds a paragraph's words in one piece. */
function edited(bytes: Uint8Array, { change, remove, after, add }: Edit, shape: RegExp): Uint8Array {
  const paragraphs = (text: string) =>
    text.replace(shape, (paragraph) => {
      if (paragraph.includes(remove)) return "";
      const now = change.reduce((all, [from, to]) => all.replace(from, to), paragraph);
      return paragraph.includes(after) ? now + paragraph.replace(after, add) : now;
    });
  if (bytes[0] !== 0x50) return strToU8(paragraphs(strFromU8(bytes)));
  const parts = unzipSync(bytes);
  for (const name of Object.keys(parts)) {
    if (/slides\/slide\d+\.xml$|^content\.xml$/.test(name)) parts[name] = strToU8(paragraphs(strFromU8(parts[name]!)));
  }
  return zipSync(parts);
}

const drawn = /<a:p>(?:(?!<a:p>)[\s\S])*?<\/a:p>/g;
const routes = {
  Markdown: { file: "deck.md", shape: /^- .*\n/gm, of: (desk: Desk, at: Inspection) => exported(desk, at, "md") },
  PowerPoint: { file: "deck.pptx", shape: drawn, of: (desk: Desk, at: Inspection) => exported(desk, at, "pptx") },
  // soffice --headless --convert-to odp deck.pptx, and that to pptx again.
  "an OpenDocument presentation by LibreOffice": {
    file: "libreoffice.odp",
    shape: /<text:p[ >](?:(?!<text:p[ >])[\s\S])*?<\/text:p>/g,
    of: () => fixture("libreoffice.odp"),
  },
  "PowerPoint by LibreOffice": { file: "libreoffice.pptx", shape: drawn, of: () => fixture("libreoffice.pptx") },
};

const exported = async (desk: Desk, of: Inspection, format: "md" | "pptx") =>
  (await makeDeckFile(desk, of, format)).bytes;

async function* once(bytes: Uint8Array) {
  yield bytes;
}

async function bring(desk: Desk, of: Inspection, bytes: Uint8Array, name: string) {
  const arrival = await desk.storage.receive(once(bytes), Infinity);
  return findReview(desk, of, await bringDeck(desk, of, { file: { name, arrival } }));
}

describe.each(Object.entries(routes))("%s", (_, { file, shape, of }) => {
  test("comes back without a change", async () => {
    const { lead, inspection, read } = await ours();
    const review = await bring(lead, inspection, await of(lead, inspection), file);
    expect(review.points.filter(({ status }) => status.is !== "known")).toEqual([]);
    expect(names.map(idOf).every((id) => [...review.items.values()].some((item) => item.finding === id))).toBe(true);
    expect([review.gone, review.warnings]).toEqual([[], []]);
    const before = await read();
    expect(await takeDeck(lead, inspection, review.id, review.version)).toEqual({ added: 0, changed: 0, withdrawn: 0 });
    expect(await read()).toEqual(before);
    expect((await inspectionOf(lead)).version).toBe(inspection.version);
  });

  test("is merged finding by finding after edits there and here, and what was taken is not taken again", async () => {
    const { lead, inspection, read } = await ours();
    const bytes = edited(
      await of(lead, inspection),
      {
        change: [
          [texts.menu, "Menus change with each feast and fast"],
          [texts.words, "Letters come in nine languages"],
        ],
        remove: texts.staff,
        after: texts.who,
        add: "Nobody keeps a list of translators",
      },
      shape,
    );
    const here = { text: "Letters come in seven languages", note: "", recognised: false, version: 1 };
    await editFinding(lead, inspection, idOf("words"), here);
    const review = await bring(lead, inspection, bytes, file);
    const changed = (name: Name) =>
      review.points.find(({ status }) => status.is === "changed" && status.finding === idOf(name));
    expect(changed("menu")).toMatchObject({ take: true, status: { base: texts.menu, both: false } });
    expect(changed("words")).toMatchObject({ take: false, status: { base: texts.words, now: here.text, both: true } });
    expect(review.gone.map(({ finding: id }) => id)).toEqual([idOf("staff")]);
    expect(review.points.filter(({ status }) => status.is === "new").map(({ text }) => text)).toEqual([
      "Nobody keeps a list of translators",
    ]);
    const words = { [changed("words")!.id]: { take: true, text: "Letters come in ten languages" } };
    await decideOn(lead, inspection, review.id, { chosen: words, version: 1 });
    expect(await takeDeck(lead, inspection, review.id, 2)).toEqual({ added: 1, changed: 2, withdrawn: 0 });
    const after = await read();
    expect(after).toEqual(
      expect.arrayContaining([
        "Menus change with each feast and fast",
        "Letters come in ten languages",
        texts.staff,
        "Nobody keeps a list of translators",
      ]),
    );
    const again = await bring(lead, inspection, bytes, file);
    expect(again.again).toBe(true);
    expect(again.points.filter(({ take }) => take)).toEqual([]);
    await takeDeck(lead, inspection, again.id, again.version);
    expect(await read()).toEqual(after);
  });
});

test("notes and sources that were changed in a file are told, since they are not brought in", async () => {
  const { lead, inspection } = await ours();
  await editFinding(lead, inspection, idOf("menu"), { text: texts.menu, note: "Ask", recognised: false, version: 1 });
  const text = strFromU8(await exported(lead, inspection, "md")).replace("Note: Ask", "Note: Ask the cook");
  const review = await bring(lead, inspection, strToU8(text), "deck.md");
  expect(review.warnings.map(({ code }) => code)).toEqual(["sources-changed"]);
  const parts = unzipSync(await exported(lead, inspection, "pptx"));
  const [name] = Object.entries(parts).find(
    ([part, bytes]) => part.startsWith("ppt/notesSlides/n") && strFromU8(bytes).includes("note: Ask"),
  )!;
  const said = { ...parts, [name]: strToU8(strFromU8(parts[name]!).replace("note: Ask", "note: Ask the cook")) };
  const drawnReview = await bring(lead, inspection, zipSync(said), "deck.pptx");
  expect(drawnReview.warnings.map(({ code }) => code)).toEqual(["notes-changed"]);
});

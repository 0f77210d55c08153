import { expect, test } from "vitest";

import { briefingOf, finding, line } from "#tests/fixtures/briefing.ts";

import { choices } from "./choices.ts";
import { compose } from "./compose.ts";
import { marked } from "./marked.ts";
import type { Mark } from "./story.ts";

const source = { id: "e", number: 9, title: "Interview, chair" };
const became = (id: string, mark: Mark, before: string | null) => ({
  ...{ id, mark, before, ref: "1.1", text: `Now ${id}`, reason: mark === "withdrawn" ? "Not borne out" : null },
  evidence: mark === "confirmed" ? [source] : [],
});
const told = [
  became("f1", "confirmed", "Now f1"),
  became("f2", "changed", "Then f2"),
  became("f3", "new", null),
  became("f4", "open", "Now f4"),
  became("gone", "withdrawn", "Then it stood"),
];
const strengths = ["f1", "f2", "f3", "f4"].map((id) => finding(`Now ${id}`, { id }));
const briefing = briefingOf([line("1.1", "Commitment", { strengths })], {});
const telling = choices.parse({ show: { sources: true, numbers: false, ratings: true, marks: true } });

const said = (deck: ReturnType<typeof compose>) =>
  deck.slides.flatMap((slide) =>
    slide.kind === "findings"
      ? slide.rows.flat().flatMap(({ section }) => section.items.map(({ lead, text }) => `${lead}|${text}`))
      : slide.kind === "list"
        ? slide.items.map(({ lead, text }) => `${lead}|${text}`)
        : [],
  );

test("a deck that tells what became of each point says it before its words, and what was withdrawn on a slide of its own", () => {
  const deck = compose(marked(briefing, { told }, { inside: true }), { choices: telling });
  expect(said(deck)).toEqual(
    expect.arrayContaining([
      "Confirmed|Now f1",
      "Changed|Now f2",
      "New|Now f3",
      "|Now f4",
      "1.1|Then it stood (Not borne out)",
    ]),
  );
  const notes = deck.slides.flatMap((slide) => slide.notes).join("\n");
  expect(notes).toContain("S1 rests since then on: Interview, chair");
  expect(notes).toContain("S2 said at the opening: “Then f2”");
});

test("the council is told what became of what it reads, and nothing of earlier words or of what was withdrawn", () => {
  const deck = compose(marked(briefing, { told }, { inside: false }), { choices: telling });
  expect(said(deck)).toContain("Changed|Now f2");
  expect(JSON.stringify(deck)).not.toMatch(/Then|Not borne out|Interview, chair/);
});

test("a deck that does not tell is what it was", () => {
  const plain = choices.parse({});
  expect(compose(marked(briefing, { told }, { inside: true }), { choices: plain })).toEqual(
    compose(briefing, { choices: plain }),
  );
});

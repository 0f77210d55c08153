import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

import { sample } from "#tests/support/fresh.ts";
import * as foreign from "#tests/support/foreign.ts";
import { kindFacts } from "#app/models/findings/finding.ts";
import { pptxOf } from "#tests/support/office.ts";

import { readDeckBytes } from "./deck-bytes.server.ts";
import { readDeck } from "./read-deck.ts";

const { briefing, framework } = await sample();
const slides = foreign.slidesOf(briefing);
const truth = foreign.truthOf(briefing);

function read(bytes: Buffer | string) {
  const found = readDeckBytes(Buffer.from(bytes));
  if ("why" in found) throw new Error(found.why);
  return readDeck(found.source, framework);
}

const told = ({ points }: ReturnType<typeof read>) =>
  points.map(({ ref, kind, text }) => `${ref} ${kindFacts(kind).key} ${text}`).sort();

const others = foreign.slidesOf(briefing, {
  strengths: "Emerging strengths:",
  weaknesses: "Areas for improvement",
  areas: "Issues to be followed up",
});
const hiddenSlide = {
  ...slides[0]!,
  paragraphs: [...slides[0]!.paragraphs, { text: "Not for you", heading: false }],
  hidden: true,
};

test.each([
  ["titles whose line end was lost", () => foreign.gluedPptx(foreign.withAliases(slides, framework))],
  ["text boxes without placeholders", () => foreign.boxesPptx(slides)],
  ["tables", () => foreign.tablesPptx(slides)],
  ["tables with a line of enquiry in each row", () => foreign.rowsPptx(briefing)],
  ["renamed headings", () => foreign.gluedPptx(others)],
  ["a hidden slide", () => foreign.gluedPptx([hiddenSlide, ...slides])],
  ["an OpenDocument presentation", () => foreign.foreignOdp(slides)],
  ["a transcript", () => foreign.transcript(slides)],
  ["a pasted outline", () => foreign.pastedOutline(slides)],
])("the founding briefing is read whole from %s", (_, make) => {
  const deck = read(make());
  expect(told(deck)).toEqual(truth);
});

test("slides in another order give the same findings under the same lines", () => {
  const mixed = slides.map((slide, n) => ({ slide, n })).sort((a, b) => ((a.n * 37) % 101) - ((b.n * 37) % 101));
  expect(told(read(foreign.gluedPptx(mixed.map(({ slide }) => slide))))).toEqual(truth);
});

const title = (theme: string, line: string, paragraphs: foreign.Paragraph[]) => ({ theme, line, paragraphs });
const heading = (text: string) => ({ text, heading: true });
const point = (text: string) => ({ text, heading: false });

test("a heading that ran into a point is parted, and a wrong title behind it is asked about", () => {
  const deck = read(
    foreign.gluedPptx([
      title("Diversity", "Cultural sensitivity", [heading("Areas to explore"), point("Menus")]),
      title("Diversity", "Excluded groups", [
        heading("Strengths"),
        point("Outreach"),
        point("Not every serviceAreas to explore"),
      ]),
      title("Diversity", "Cultural sensitivity", [heading("Areas to explore"), point("People who are missed")]),
    ]),
  );
  expect(told(deck)).toEqual([
    "8.2 areas People who are missed",
    "8.2 strengths Not every service",
    "8.2 strengths Outreach",
    "8.3 areas Menus",
  ]);
  expect(deck.warnings.map(({ code, slide }) => `${slide} ${code}`)).toEqual(["2 glued-heading", "3 title-mismatch"]);
});

test("what has no title goes on from the slide before; what has no line is told, not guessed", () => {
  const deck = read(
    foreign.gluedPptx([
      title("Diversity", "Excluded groups", [heading("Strengths"), point("Outreach")]),
      title("", "", [heading("Weaknesses"), point("No targets")]),
      title("", "The weather in May", [heading("Strengths"), point("Sun")]),
      title("", "What we did", [point("Walked"), point("Talked")]),
    ]),
  );
  expect(told(deck)).toEqual(["8.2 strengths Outreach", "8.2 weaknesses No targets", "null strengths Sun"]);
  expect(deck.warnings.map(({ code }) => code)).toEqual(["implicit-continuation", "no-line"]);
  expect(deck.left.filter(({ why }) => why === "context").map(({ text }) => text)).toEqual(["Walked", "Talked"]);
});

test("points that stop in the middle are told, those that end with a preposition are not", () => {
  const points = [
    "The change that the new approach has had in",
    "How conflicts of interests are declared",
    "Practice supports a positive move on",
    "Results of equality impact assessments are published",
    "The team's impact asse",
    "Checks, reviews and",
    "What new staff are aware of",
  ];
  const deck = read(
    foreign.gluedPptx([title("Diversity", "Excluded groups", [heading("Strengths"), ...points.map(point)])]),
  );
  const doubted = deck.points.filter(({ codes }) => codes.includes("maybe-truncated")).map(({ text }) => text);
  expect(doubted).toEqual([points[0], points[4], points[5]]);
});

test("every paragraph of a deck is a point or is listed with the reason why not", () => {
  const deck = read(foreign.gluedPptx([...slides, hiddenSlide]));
  const words = [...deck.points.map((each) => each.words), ...deck.left.map(({ text }) => text)];
  const all = [...slides, hiddenSlide].flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text));
  expect(words.length).toBe(all.length + slides.length + 1);
  expect(all.filter((text) => !words.includes(text))).toEqual([]);
});

test.each([
  ["nothing", Buffer.alloc(0), "empty"],
  ["a package that is cut", foreign.gluedPptx(slides.slice(0, 3)).subarray(0, 900), "damaged"],
  ["XML that is broken", pptxOf([{ tree: "<p:sp>" }]), "well-formed"],
  ["a PDF", Buffer.from("%PDF-1.4 x"), "PDF"],
  ["an old file that is none", Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(2000)]), "."],
])("%s is refused with a reason", (_, bytes, reason) => {
  const found = readDeckBytes(bytes);
  expect("why" in found && found.why).toContain(reason);
});

test("a deck of PowerPoint 97 to 2003, as LibreOffice writes it, is read as the one that it was made from", () => {
  const file = readFileSync(join(import.meta.dirname, "../../../../tests/fixtures/decks/five-slides.ppt"));
  expect(told(read(file))).toEqual(told(read(foreign.boxesPptx(slides.slice(0, 5)))));
});

import { expect, test } from "vitest";
import { briefingOf, citation, finding, findings, line, theme } from "../../../tests/fixtures/briefing.ts";
import { agendaTimes, inHours, runningMinutes } from "./agenda.ts";
import { readAgenda } from "./agenda-form.ts";
import { choices, noChoices, withFindings, withLayout, withLineMoved } from "./choices.ts";
import { chosen, listLeftOut } from "./chosen.ts";
import { compose } from "./compose.ts";
import { deckChanges, seenAfter, seenOf, seenWith } from "./deck-changes.ts";
import { fitOf } from "./fit.ts";
import { wordChanges } from "./word-change.ts";

const cited = finding("Members test proposals", { id: "f1", citations: [citation("E1")] });
const uncited = finding("There is a working line", { id: "f2" });
const weak = finding("Nobody who uses the services is a member", { id: "f3", citations: [citation("E2")] });
const evidence = ["E1", "E2"].map((ref) => ({ ref, title: `Minutes ${ref}`, kind: null, asAt: null }));

const briefing = briefingOf(
  [
    line("1.1", "Commitment", { strengths: [uncited, cited], weaknesses: [weak], areas: findings(2, "Area") }),
    line("1.2", "Body", { strengths: findings(1, "Strength") }),
  ],
  { evidence, agenda: [{ title: "Introduction", parts: [] }] },
);

const words = (deck: ReturnType<typeof compose>) => seenOf(deck);
const ids = (deck: ReturnType<typeof compose>) => deck.slides.map(({ id }) => id);

test("without choices the deck is the whole briefing, and choosing twice is choosing once", () => {
  expect(compose(briefing, { choices: noChoices })).toEqual(compose(briefing));
  const some = choices.parse({ rule: "cited", leftOut: { f3: "said elsewhere" } });
  expect(chosen(chosen(briefing, some), some)).toEqual(chosen(briefing, some));
});

test("what is left out is counted with its reason, keeps the places of the rest, and takes its sources along", () => {
  const some = choices.parse({
    rule: "cited",
    leftOut: { f3: "said elsewhere" },
    show: { sources: true, numbers: true, ratings: true },
  });
  const out = listLeftOut(briefing, some).map(({ label, reason }) => `${label} ${reason}`);
  expect(out).toEqual(["S1 no citation", "W1 said elsewhere", "A1 no citation", "A2 no citation", "S1 no citation"]);
  const deck = compose(briefing, { choices: some });
  expect(ids(deck)).toEqual(["cover", "agenda", "judgement-1", "line-1.1", "evidence"]);
  expect(words(deck)["line-1.1"]?.words).toEqual(["Potential strengths", "S2: Members test proposals"]);
  expect(words(deck).evidence?.words).toEqual(["E1, Minutes E1"]);
});

test("a line stands on two slides, or in headlines with all its findings in the notes", () => {
  const two = compose(briefing, { choices: withLayout(noChoices, "1.1", "two", {}) });
  expect(words(two)["line-1.1"]?.words).not.toContain("Areas to explore");
  expect(words(two)["line-1.1-2"]?.words[0]).toBe("Areas to explore");
  const said = withLayout(noChoices, "1.1", "headlines", { weaknesses: "No voice\nNo vote" });
  const [slide] = compose(briefing, { choices: said }).slides.filter(({ id }) => id === "line-1.1");
  expect(words({ ...two, slides: [slide!] })["line-1.1"]?.words).toEqual([
    "Potential strengths",
    "There is a working line",
    "and 1 more, in the notes",
    "Potential weaknesses",
    "No voice",
    "No vote",
    "Areas to explore",
    briefing.judgements[0]!.themes[0]!.lines[0]!.areas[0]!.text,
    "and 1 more, in the notes",
  ]);
  expect(slide?.notes.filter((note) => note.includes(" says: "))).toHaveLength(5);
});

test("lines move within their theme, people may ask after it, and notes follow their line", () => {
  const moved = withLineMoved(noChoices, 1, ["1.1", "1.2"], "1.2", -1);
  const deck = compose(briefing, {
    choices: {
      ...moved,
      breaks: [1],
      breakMinutes: 7,
      notes: { "line-1.1-3": "Thank the chair", "line-9.9": "Nowhere" },
    },
  });
  expect(ids(deck).slice(3)).toEqual(["line-1.2", "line-1.1", "questions-1", "evidence"]);
  expect(deck.slides.find(({ id }) => id === "line-1.1")?.notes[0]).toBe("Thank the chair");
  expect(withLineMoved(moved, 1, ["1.2", "1.1"], "1.2", -1)).toEqual(moved);
  expect(runningMinutes(deck, { breakMinutes: 7 })).toBeGreaterThanOrEqual(8);
});

test("the agenda tells when each item begins, as long as that is known", () => {
  const item = (minutes: number | null) => ({ title: "Item", parts: [], minutes });
  expect(agendaTimes([item(45), item(null), item(5)], "11:30")).toEqual(["11:30am", "12:15pm", ""]);
  expect(agendaTimes([item(45)], null)).toEqual([""]);
  expect(inHours(110)).toBe("1 hour 50 minutes");
  const typed = {
    titles: ["A", ""],
    minutes: ["10", ""],
    parts: ["b\n\nc", ""],
    begins: "9:30",
    breaks: ["1"],
    breakMinutes: "x",
  };
  expect(readAgenda(typed)).toMatchObject({
    agenda: [{ title: "A", minutes: 10, parts: ["b", "c"] }],
    errors: { begins: "Enter a time such as 09:30", breakMinutes: expect.any(String) },
  });
});

test("findings that changed make slides that changed, and one's own choices do not", () => {
  const before = compose(briefing);
  const edited = structuredClone(briefing);
  edited.judgements[0]!.themes[0]!.lines[0]!.strengths[1]!.text = "Members test all proposals";
  const after = compose(edited);
  const changes = deckChanges(seenOf(before), after);
  expect(changes.map(({ id, number }) => [id, number])).toEqual([["line-1.1", 4]]);
  const own = compose(edited, { choices: withFindings(noChoices, ["f3"], [], "") });
  const seen = seenAfter(seenOf(before), after, own);
  expect(deckChanges(seen, own).map(({ id }) => id)).toEqual(["line-1.1"]);
  expect(deckChanges(seenWith(seen, own, "line-1.1"), own)).toEqual([]);
  expect(deckChanges(seenOf(own), compose(briefingOf([]))).filter(({ number }) => number === null)).not.toEqual([]);
});

test("a change is told word by word", () => {
  const runs = wordChanges("Members test proposals", "Members now test proposals again");
  expect(runs.map(({ is, text }) => `${is}: ${text.trim()}`)).toEqual([
    "same: Members",
    "new: now",
    "same: test proposals",
    "new: again",
  ]);
  expect(wordChanges("", "New")).toEqual([{ text: "New", is: "new" }]);
});

test("every slide of a deck says how full it is, and none is too full", () => {
  const lines = [line("1.1", "Much", { strengths: findings(14, "Strength"), areas: findings(9, "Area") })];
  const deck = compose({
    ...briefing,
    judgements: [{ ...briefing.judgements[0]!, themes: [theme(1, "Theme", lines)] }],
  });
  const filled = deck.slides.map((slide) => fitOf(slide).filled);
  expect(Math.max(...filled)).toBeLessThanOrEqual(1);
  expect(Math.max(...filled)).toBeGreaterThan(0.6);
});

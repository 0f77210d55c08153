import { expect, test } from "vitest";
import { briefingOf, finding, findings, line, theme, wholeBriefing } from "../../../tests/fixtures/briefing.ts";
import { compose } from "./compose.ts";
import type { FindingsSlide, Slide } from "./deck.ts";

const findingsOf = (slides: Slide[]) => slides.filter((slide): slide is FindingsSlide => slide.kind === "findings");

/** "S3|W1 / A2": three strengths beside one weakness, over two areas to explore. "+" where a section goes on. */
function sketch({ rows }: FindingsSlide): string {
  const column = (key: string, continued: boolean, count: number) =>
    `${key[0]!.toUpperCase()}${continued ? "+" : ""}${count}`;
  return rows
    .map((columns) => columns.map(({ section: { key, continued, items } }) => column(key, continued, items.length)))
    .map((columns) => columns.join("|"))
    .join(" / ");
}

const sketches = (strengths: number, weaknesses: number, areas: number) => {
  const one = line("1.1", "Contracts", {
    strengths: findings(strengths, "Strength"),
    weaknesses: findings(weaknesses, "Weakness"),
    areas: findings(areas, "Area"),
  });
  return findingsOf(compose(briefingOf([one])).slides).map(sketch);
};

test("follows the founding deck: front, judgement, context, lines in order, next stages, evidence", () => {
  const deck = compose(wholeBriefing());
  expect(deck.slides.map(({ title, section }) => `${section}: ${title}`)).toEqual([
    "Start: Inspection of Supporting People",
    "Start: The inspection team",
    "Start: Agenda",
    "Judgement 1: How good is the service?",
    "Judgement 1: Vision",
    "Judgement 1: Strategic objectives",
    "1 Governance and partnerships: Core strategy group",
    "1 Governance and partnerships: Accountable officer",
    "Ratings: Ratings by theme",
    "Ratings: Ratings by line of enquiry",
    "Next stages: Next stages",
    "Appendix: Evidence",
  ]);
  expect(deck.slides[0]).toMatchObject({
    overline: "Initial briefing",
    lines: ["Sample City Council", "Wednesday 9 December 2026"],
  });
  expect(deck.slides[4]).toMatchObject({ kind: "statement", overline: "What has the service aimed to achieve?" });
  expect(deck.meta.footer).toBe("Sample City Council – Initial briefing, 9 December 2026");
});

test("makes no slide of what is not there", () => {
  expect(compose(briefingOf([])).slides.map(({ kind }) => kind)).toEqual(["cover"]);
  expect(compose(briefingOf([], { judgements: [] })).slides.map(({ kind }) => kind)).toEqual(["cover"]);
});

test("keeps a line on one slide if it fits, else sets strengths and weaknesses before areas to explore", () => {
  expect(sketches(1, 1, 2)).toEqual(["S1|W1 / A2"]);
  expect(sketches(2, 0, 3)).toEqual(["S2|A3"]);
  expect(sketches(4, 2, 6)).toEqual(["S4|W2", "A6"]);
  expect(sketches(0, 0, 5)).toEqual(["A5"]);
});

test("splits a long section evenly, and leaves no tail of one or two", () => {
  expect(sketches(15, 0, 0)).toEqual(["S7", "S+8"]);
  for (const count of [9, 10, 11, 12, 13, 14]) {
    const last = sketches(count, 0, 0).at(-1)!;
    expect(Number(/\d+$/.exec(last))).toBeGreaterThan(2);
  }
});

test("says (continued) in titles and headings", () => {
  const long = line("1.1", "Contracts", { areas: findings(40, "Area") });
  const slides = findingsOf(
    compose(briefingOf([long, line("1.2", "Reporting", { areas: findings(14, "Area") })])).slides,
  );
  expect(slides.map(({ title }) => title)).toEqual([
    "Contracts",
    "Contracts (continued, 2 of 4)",
    "Contracts (continued, 3 of 4)",
    "Contracts (continued, 4 of 4)",
    "Reporting",
    "Reporting (continued)",
  ]);
  const headings = slides.map(({ rows }) => rows[0]![0]!.section.heading);
  expect(headings.slice(0, 2)).toEqual(["Areas to explore", "Areas to explore (continued)"]);
});

test("tells lines of one name apart", () => {
  const areas = findings(1, "Area");
  const lines = [
    line("1.1", "Outcomes", { areas }),
    line("1.2", "Outcomes", { areas }),
    line("1.3", "Agenda", { areas }),
  ];
  const titles = compose(briefingOf(lines, { agenda: [{ title: "Introduction", parts: [] }] })).slides.map(
    ({ title }) => title,
  );
  expect(titles.slice(-3)).toEqual(["Outcomes", "Outcomes (1.2)", "Agenda (1.3)"]);
});

test("cuts a finding taller than a slide at the end of a line", () => {
  const text = "word ".repeat(900).trim();
  const [first, ...rest] = findingsOf(
    compose(briefingOf([line("1.1", "Contracts", { areas: [finding(text)] })])).slides,
  );
  const items = [first!, ...rest].flatMap(({ rows }) => rows[0]![0]!.section.items);
  expect(items.length).toBeGreaterThan(3);
  expect(items.map(({ piece }) => piece)).toEqual(["first", ...items.slice(2).map(() => "middle"), "last"]);
  expect(items.map((item) => item.text).join("")).toBe(text);
  expect(items.slice(0, -1).every((item) => item.text.endsWith(" "))).toBe(true);
});

test("says in the notes what each finding rests on, and what does not", () => {
  const slide = findingsOf(compose(wholeBriefing()).slides)[0]!;
  expect(slide.notes).toEqual([
    "Rating: Good. Well led, though performance data is thin",
    "S1: E1 page 2 “will act as chair”; E2",
    "S1 note: Ask who stands in",
    "S2: no source yet",
    "S2 inferred: the source prints 67 without a sign",
    "W1: no source yet",
    "W1 was recognised by the council itself",
    "A1: no source yet",
  ]);
  expect(slide.rows[0]![0]!.section.items[0]!.cites).toEqual([{ label: "E1" }, { label: "E2" }]);
});

test("tells ratings as words, the unrated as such, and only where something is rated", () => {
  const labels = ["Poor", "Fair", "Good", "Excellent"];
  const tables = compose(wholeBriefing(), {
    scales: { 1: { judgement: labels, theme: labels, line: labels } },
  }).slides.flatMap((slide) =>
    slide.kind === "table" && slide.role === "ratings" ? [slide.rows.map(({ cells }) => cells)] : [],
  );
  expect(tables[0]!.map((cells) => cells.map(({ text }) => text))).toEqual([
    ["Judgement 1: How good is the service?", "Not rated"],
    ["1 Governance and partnerships", "Not rated"],
  ]);
  expect(tables[1]![1]).toEqual([
    { text: "1.3 Core strategy group", tone: null },
    { text: "Good", tone: 2 / 3 },
  ]);
  const silent = compose(wholeBriefing(), { ratings: false });
  expect(JSON.stringify(silent)).not.toContain("Good");
  const unrated = compose(briefingOf([line("1.1", "Contracts", { areas: findings(1, "Area") })]));
  expect(unrated.slides.some(({ kind }) => kind === "table")).toBe(false);
});

test("lists the lines of a judgement that has one theme, and only what slides follow for", () => {
  const areas = findings(1, "Area");
  const lines = [line("1.1", "Contracts", { areas }), line("1.2", "Nothing found")];
  const columnsOf = (slides: Slide[]) => slides.flatMap((slide) => (slide.kind === "divider" ? [slide.columns] : []));
  expect(columnsOf(compose(briefingOf(lines)).slides)).toEqual([[["1.1 Contracts"]]]);
  const themes = ["A", "B", "C", "D", "E", "F", "G"].map((title, n) => theme(n + 1, title, lines));
  const judgements = [{ number: 1, title: "How good?", rating: null, themes }];
  expect(columnsOf(compose(briefingOf([], { judgements })).slides)).toEqual([
    [
      ["1 A", "2 B", "3 C", "4 D"],
      ["5 E", "6 F", "7 G"],
    ],
  ]);
});

test("grows with the findings, not faster", () => {
  const slides = (times: number) => {
    const lines = Array.from({ length: 5 * times }, (_, n) =>
      line(`1.${n + 1}`, `Line ${n + 1}`, { strengths: findings(6, "Strength"), areas: findings(7, "Area") }),
    );
    return findingsOf(compose(briefingOf(lines)).slides).length;
  };
  expect(slides(10)).toBe(10 * slides(1));
  expect(sketches(200, 0, 0).length).toBeLessThanOrEqual(10 * sketches(20, 0, 0).length);
});

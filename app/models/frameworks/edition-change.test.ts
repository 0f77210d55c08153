import { expect, test } from "vitest";

import { CQC, filesOf, frameworkFrom, frameworkOf } from "#tests/support/framework.ts";

import { compareEditions, whyNotMove } from "./edition-change.ts";

const from = frameworkOf(CQC);

function changed(change: (files: Record<string, string>) => void) {
  const files = filesOf(CQC);
  change(files);
  return compareEditions(from, frameworkFrom(CQC, files));
}

test("an edition is the same as itself", () => {
  expect(compareEditions(from, frameworkOf(CQC))).toEqual({ whole: [], lines: [], same: 9 });
});

test("lines are added, removed, renamed and reworded, and each is told part by part", () => {
  const theme = "04-leadership.md";
  const { lines, same, whole } = changed((files) => {
    const text = files[theme]!;
    const second = text.indexOf("### 4.2");
    const third = text.slice(second).replace("### 4.2 Learning, improvement and innovation", "### 4.3 Ethical culture");
    files[theme] = text
      .slice(0, second)
      .replace("### 4.1 Governance, management and sustainability", "### 4.1 Governance")
      .replace("do they know how it is going", "do they know how things are going")
      .replace("- Interim posts fill the top of the service\n", "")
      .concat("### 4.2 Learning\n\nShort label: Learning\n\nNew words.\n\n", third);
    files["03-ensuring-safety.md"] = files["03-ensuring-safety.md"]!.split("### 3.2")[0]!;
    files["crosswalk-supporting-people-2007.md"] = files["crosswalk-supporting-people-2007.md"]!.replace(
      /.*"3\.2".*\n/,
      "",
    );
  });
  expect(lines.map(({ ref, what }) => `${ref} ${what}`)).toEqual([
    "3.2 removed",
    "4.1 changed",
    "4.2 changed",
    "4.3 added",
  ]);
  expect(same).toBe(6);
  expect(lines[1]?.parts.map(({ title }) => title)).toEqual(["Title", "Guidance", "Signs of weakness"]);
  expect(lines[1]?.parts[2]?.paragraphs).toEqual([[{ text: "Interim posts fill the top of the service", is: "gone" }]]);
  expect(lines[3]?.parts.map(({ title }) => title)).toEqual(["Guidance"]);
  expect(whole.map(({ title }) => title)).toEqual(["Crosswalk to supporting-people-2007"]);
});

test("a change of rule or scale is told in words, and a scale on the lines that it is for", () => {
  const { whole, lines } = changed((files) => {
    files["framework.md"] = files["framework.md"]!.replace("rounding: half-up", "rounding: down")
      .replace("label: Some shortfalls", "label: Shortfalls")
      .replace("level: Some shortfalls", "level: Shortfalls");
  });
  expect(whole.map(({ title }) => title)).toEqual(
    ["Scale: Score of a quality statement", "Rule “overall”: Judgement 1", "Rule “statement-2024”: Each line"].map(
      (title) => title.replace("Judgement 1", "Each judgement"),
    ),
  );
  expect(lines).toHaveLength(9);
  expect(lines[0]?.parts.map(({ title }) => title)).toEqual(["Scale"]);
});

test("a rating may not come to say something else, and what is removed or added takes nothing from it", () => {
  const rated = [{ subject: "line", ref: "1.1" }] as const;
  const scored = (change: (levels: { value: number; label: string; phrase: string }[]) => unknown) => {
    const to = structuredClone(from);
    change(to.scales[0]!.levels);
    return to;
  };
  const renamed = scored((levels) => (levels[1]!.label = "Shortfalls"));
  expect(whyNotMove(from, renamed, rated)).toMatch(/scale “Score of a quality statement”/);
  expect(whyNotMove(from, renamed, [])).toBeNull();
  expect(whyNotMove(from, renamed, [{ subject: "judgement", ref: "1" }])).toBeNull();
  expect(
    whyNotMove(
      from,
      scored((levels) => levels.pop()),
      rated,
    ),
  ).not.toBeNull();
  expect(
    whyNotMove(
      from,
      scored((levels) => levels.push({ value: 5, label: "Beyond", phrase: "beyond" })),
      rated,
    ),
  ).toBeNull();
  expect(whyNotMove(from, renamed, [{ subject: "line", ref: "9.9" }])).toBeNull();
});

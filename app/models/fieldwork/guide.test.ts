import { expect, test } from "vitest";

import { type Area, compileQuestions, minutesEach } from "./guide.ts";

const area = (id: string, text: string): Area => ({ id, ref: "1.3", name: "A1", text });

test("areas that ask the same become one question, in the longest wording, and it knows them all", () => {
  const questions = compileQuestions([
    area("a", "Attendance of health partners at the strategy group"),
    area("b", "Complaints procedure for hostel residents"),
    area("c", "How attendance of health partners at strategy group meetings is followed up"),
  ]);
  expect(questions.map(({ text, areas }) => [text, areas.map(({ id }) => id)])).toEqual([
    ["How attendance of health partners at strategy group meetings is followed up", ["a", "c"]],
    ["Complaints procedure for hostel residents", ["b"]],
  ]);
});

test("two words in common do not make one question, nor do words that every area has", () => {
  const apart = ["Progress on needs mapping", "Progress on needs data", "Evidence of outcomes", "Evidence of impact"];
  expect(compileQuestions(apart.map((text, at) => area(String(at), text)))).toHaveLength(4);
});

test("the minutes of a meeting are shared out, with some left for opening and closing it", () => {
  expect(minutesEach(60, 10)).toBe(5);
  expect(minutesEach(60, 40)).toBe(2);
  expect(minutesEach(60, 0)).toBe(0);
});

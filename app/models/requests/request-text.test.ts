import { expect, test } from "vitest";

import { judgingWords } from "./judging-words.ts";
import { requestTextFrom, requestTitleFrom } from "./request-text.ts";

test.each([
  [
    "Do all providers compete on a level playing field?",
    "Do all providers compete on a level playing field? Please send what shows it.",
  ],
  ["How effective the Core Strategy Group is", "Please send what shows how effective the Core Strategy Group is."],
  ["Progress towards involving people", "Please send what you hold on this: progress towards involving people."],
  ["SP newsletters.", "Please send what you hold on this: SP newsletters."],
])("%s", (area, text) => expect(requestTextFrom(area)).toBe(text));

test("a long area is cut between words for the title", () => {
  const title = requestTitleFrom(`How the ${"very ".repeat(30)}long area goes on`);
  expect(title.length).toBeLessThanOrEqual(80);
  expect(title).toMatch(/very…$/);
});

test("words that judge are pointed out", () => {
  expect(judgingWords("What has been done about low attendance, and weak links")).toEqual(["low", "weak"]);
  expect(judgingWords("Links with the Local Area Agreement, followed up slowly")).toEqual(["slowly"]);
  expect(judgingWords("How the rota works")).toEqual([]);
});

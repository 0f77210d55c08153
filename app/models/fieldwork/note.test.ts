import { expect, test } from "vitest";

import { holdsWords, mergeNotes, noteTitle, sentencesOf, strikeWords, voiceOf } from "./note.ts";

test("two versions of a note become one that has every word of both, once", () => {
  expect(mergeNotes("The chair", "The chair said")).toBe("The chair said");
  expect(mergeNotes("The chair said no", "The chair said")).toBe("The chair said no");
  const both = mergeNotes("The chair said no", "The chair meant yes");
  expect(both).toBe("The chair said no\nmeant yes");
  // An answer that was lost: the same is sent again.
  expect(mergeNotes(both, "The chair meant yes")).toBe(both);
  expect(mergeNotes("Six months", "Eight months")).toBe("Six months\nEight months");
});

test("a note has its sentences, and each line ends one", () => {
  expect(sentencesOf("They meet monthly. “Nobody minutes it.” Why?\nOn 3.5 days")).toEqual([
    "They meet monthly.",
    "“Nobody minutes it.”",
    "Why?",
    "On 3.5 days",
  ]);
});

test("words are found and struck however they are set, and no part of a word is", () => {
  const words = "“Nobody minutes it.”";
  expect(holdsWords("It seems that nobody\nminutes it, they said", words)).toBe(true);
  expect(holdsWords("Nobody minutes items", words)).toBe(false);
  expect(strikeWords("So: nobody minutes – it. And more", words, "[gone]")).toBe("So: [gone] And more");
  expect(strikeWords("Nobody minutes items", words, "[gone]")).toBe("Nobody minutes items");
});

test("evidence of a meeting is called by whom was met, on which day", () => {
  const day = "15 December 2026";
  expect(noteTitle({ kind: "interview", whom: "Accountable officer" }, day, 1)).toBe(
    "Interview: accountable officer, 15 December 2026",
  );
  expect(noteTitle({ kind: "focus-group", whom: "Supporting People team" }, day, 2)).toBe(
    "Focus group: Supporting People team, 15 December 2026, part 2",
  );
  expect(noteTitle({ kind: "visit", whom: "A".repeat(200) }, day, 1)).toHaveLength(200);
  expect(voiceOf({ kind: "interview", whom: "Accountable officer" })).toBe("staff");
  expect(voiceOf({ kind: "focus-group", whom: "People who use services" })).toBe("people");
  expect(voiceOf({ kind: "reality-check", whom: "Reception desks" })).toBe("observation");
});

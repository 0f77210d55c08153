import fc from "fast-check";
import { expect, test } from "vitest";

import { holdsAny, readPhrases, redact, REDACTED } from "./redaction.ts";

test.each([
  ["whatever the case", "MRS otter waited.", `${REDACTED} waited.`],
  ["across a line", "Mrs\n  Otter waited.", `${REDACTED} waited.`],
  ["broken by a hyphen", "Mrs Ot-\nter waited.", `${REDACTED} waited.`],
  ["with marks nobody sees", "Mrs O\u00adtt\u200ber waited.", `${REDACTED} waited.`],
  ["in letters drawn as one", "Mrs Otter’s ﬁle", `${REDACTED}’s file`],
  ["not inside another word", "Mrs Otterbourne waited.", "Mrs Otterbourne waited."],
])("a phrase is found %s", (_, text, left) => {
  expect(redact([text], ["Mrs Otter"]).texts).toEqual([left]);
});

test("a phrase is found across two pages, and both stay pages", () => {
  const { texts, found } = redact(["It was Mrs", "Otter who said"], ["Mrs Otter", "Mr Fox"]);
  expect(texts).toEqual([`It was ${REDACTED}`, " who said"]);
  expect([...found]).toEqual([
    ["Mrs Otter", 1],
    ["Mr Fox", 0],
  ]);
});

test("signs of patterns are only signs, and nothing that was asked for is left", () => {
  const phrase = fc.string({ minLength: 1, maxLength: 12 }).map((text) => readPhrases(text)[0] ?? "x");
  fc.assert(
    fc.property(fc.array(fc.string()), phrase, (texts, words) => {
      const { texts: left } = redact([...texts, ` ${words} `], [words]);
      if (!holdsAny(REDACTED, [words])) expect(left.filter((text) => holdsAny(text, [words]))).toEqual([]);
    }),
  );
});

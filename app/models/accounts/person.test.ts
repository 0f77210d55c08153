import { expect, test } from "vitest";

import { tidyEmail, tidyName, whyNotEmail, whyNotName } from "./person.ts";

test("names are kept as people write them, without what cannot be seen", () => {
  expect(tidyName("  Siân \n O’Neill-Müller ")).toBe("Siân O’Neill-Müller");
  expect(tidyName("Ann\u202e\u0000 Smith\u2066")).toBe("Ann Smith");
  expect(tidyName("\u0007")).toBe("");
  expect(whyNotName("李小龍")).toBeNull();
  expect(whyNotName("")).toBe("Enter a full name");
  expect(whyNotName("x".repeat(101))).toMatch(/100 characters or fewer/);
});

test("addresses are taken as mail servers take them: one at a time", () => {
  expect(tidyEmail(" Ann.Smith+audit@Leicester.GOV.uk ")).toBe("ann.smith+audit@leicester.gov.uk");
  for (const email of ["a@b.uk", "ann.smith+audit@leicester.gov.uk", "o'neill@x-y.example"]) {
    expect(whyNotEmail(email), email).toBeNull();
  }
  for (const email of [
    "ann",
    "ann@",
    "@b.uk",
    "ann@localhost",
    "a@b.uk,c@d.uk",
    "a@b.uk c@d.uk",
    "a@b.uk\nbcc: c@d.uk",
    "<a@b.uk>",
    "a@b..uk",
    "a@-b.uk",
    `${"a".repeat(250)}@b.uk`,
  ]) {
    expect(whyNotEmail(email), email).toMatch(/in the correct format/);
  }
  expect(whyNotEmail("")).toBe("Enter an e-mail address");
});

test("an address is judged quickly, however it is made", () => {
  const began = performance.now();
  for (const email of [`a@${"a-".repeat(50_000)}`, `a@${"a.".repeat(50_000)}!`, "a".repeat(100_000)])
    whyNotEmail(email);
  expect(performance.now() - began).toBeLessThan(200);
});

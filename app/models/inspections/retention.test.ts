import { expect, test } from "vitest";

import { type Kept, retentionOf } from "./retention.ts";

const published = "2020-01-31T12:00:00.000Z";
const unheld = { heldAt: null, heldReason: null, disposedAt: null };
const of: Kept = { code: "a", title: "A", publishedAt: published, correcting: false, ...unheld };
const at = (iso: string) => new Date(iso);

test("content is due on the day that its period ends, and not a moment before", () => {
  expect(retentionOf(of, 10, at("2020-02-10T11:59:59.999Z"))).toEqual({ due: false, why: "Kept until 2020-02-10." });
  expect(retentionOf(of, 10, at("2020-02-10T12:00:00.000Z"))).toEqual({ due: true, since: "2020-02-10" });
});

test.each([
  ["a hold", { heldAt: published, heldReason: "Court case" }, 1, "Held since 2020-01-31: Court case"],
  ["no publication", { publishedAt: null }, 1, "It was never published, so no period runs."],
  ["an open correction", { correcting: true }, 1, "A correction is open, so no period runs."],
  ["no period", {}, null, "No period is set (RETENTION_DAYS)."],
  ["an earlier disposal", { disposedAt: published }, 1, "Disposed of on 2020-01-31."],
])("nothing goes where there is %s", (_, change, days, why) => {
  expect(retentionOf({ ...of, ...change }, days, at("2030-01-01T00:00:00.000Z"))).toEqual({ due: false, why });
});

import { expect, test } from "vitest";

import { readEvidenceQuery } from "./query.ts";

const read = (query: string) => readEvidenceQuery(new URLSearchParams(query));

test("a query is read from the address", () => {
  expect(read("q=+strategy++group+&kind=minutes&sort=-as-at&page=3")).toEqual({
    q: "strategy group",
    kind: "minutes",
    sort: "-as-at",
    page: 3,
  });
});

test.each(["", "kind=nonsense&sort=drop+table&page=0", "page=-1&sort=", "page=1e9&kind=", "page=99999999999"])(
  "%j asks for nothing",
  (query) => {
    expect(read(query)).toEqual({ q: "", kind: undefined, sort: undefined, page: undefined });
  },
);

test("words are kept to a length", () => {
  expect(read(`q=${"x".repeat(5000)}`).q).toHaveLength(200);
});

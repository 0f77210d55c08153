import { expect, test } from "vitest";

import { readEvidenceQuery } from "./query.ts";

const read = (query: string) => readEvidenceQuery(new URLSearchParams(query));

test("a query is read from the address", () => {
  expect(
    read("q=+strategy++group+&kind=minutes&kind=strategy&line=1.3&tag=Rough++Sleepers&sort=-as-at&page=3"),
  ).toEqual({
    q: "strategy group",
    kind: ["minutes", "strategy"],
    line: "1.3",
    tag: "rough sleepers",
    sort: "-as-at",
    page: 3,
  });
  expect(read("voice=none&state=ready&read=no&cited=yes&side=council&sensitivity=public&assigned=me&by=me")).toEqual({
    voice: ["none"],
    state: ["ready"],
    read: "no",
    cited: "yes",
    side: "council",
    sensitivity: ["public"],
    assigned: "me",
    by: "me",
  });
});

test.each([
  "",
  "kind=nonsense&sort=drop+table&page=0&line=1.3'--&read=maybe&side=both&assigned=someone",
  "page=-1&sort=&q=&tag=",
  `page=1e9&kind=&line=${"1".repeat(50)}&tag=${"x".repeat(50)}`,
  "page=99999999999",
])("%j asks for nothing", (query) => {
  expect(read(query)).toEqual({});
});

test("words are kept to a length", () => {
  expect(read(`q=${"x".repeat(5000)}`).q).toHaveLength(200);
});

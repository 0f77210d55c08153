import { expect, test } from "vitest";

import { safePath } from "./safe-path.ts";

test("a path of our own is kept, with its query and its place", () => {
  for (const path of ["/", "/inspections", "/search?q=a%20b&page=2", "/inspections/x/lines/1.3?edit=1#f"]) {
    expect(safePath(path, "/home")).toBe(path);
  }
});

test("anything else leads to the page that stands in for it", () => {
  const attacks = [
    null,
    undefined,
    "",
    "inspections",
    "//evil.example",
    "///evil.example",
    "\\evil.example",
    "/\\evil.example",
    "/%5cevil.example",
    "/\t/evil.example",
    "/\n/evil.example",
    "/%09/evil.example",
    "/%0d%0aSet-Cookie:%20sid=1",
    "/?next=%0d%0aSet-Cookie:%20sid=1",
    "/.//evil.example",
    "/x/..//evil.example",
    "/%2e//evil.example",
    "/%zz",
    "javascript:alert(1)",
    "data:text/html,x",
    "http://evil.example",
    "https:evil.example",
    "@evil.example",
    `/${"a".repeat(3000)}`,
  ];
  for (const next of attacks) expect(safePath(next, "/home"), String(next)).toBe("/home");
});

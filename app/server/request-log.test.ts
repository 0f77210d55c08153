import { expect, test } from "vitest";

import { routeOf } from "./request-log.ts";

test("an address is logged by the words that the product gave it", () => {
  const words = new Set(["inspections", "lines", "file"]);
  expect(routeOf("/inspections/leicester-2007/lines/1.3", words)).toBe("/inspections/:/lines/:");
  expect(routeOf("/inspections/leicester-2007/lines/1.3.data", words)).toBe("/inspections/:/lines/:.data");
  expect(routeOf("/a%20name", words)).toBe("/:");
  expect(routeOf("/", words)).toBe("/");
});

import { expect, test } from "vitest";

import { faultOf, logLine } from "./log.ts";

test("an error is logged by its kind and place; its message, which may quote people, is not", () => {
  const under = Object.assign(new Error("UNIQUE constraint failed for Canary Name"), { code: "SQLITE_CONSTRAINT" });
  const fault = faultOf(new TypeError("params: canary@example.test", { cause: under }));
  expect(fault).toMatchObject({ error: "TypeError from Error", code: "SQLITE_CONSTRAINT" });
  expect(fault.at).toContain("log.test.ts");
  expect(JSON.stringify(fault).toLowerCase()).not.toContain("canary");
  expect(faultOf("canary")).toEqual({ error: "string", at: "" });
});

test("a line is one JSON value", () => {
  expect(JSON.parse(logLine("info", { status: 200 }))).toMatchObject({ level: "info", status: 200 });
});

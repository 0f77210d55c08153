import type { ServerBuild } from "@remix-run/node";
import { expect, test } from "vitest";

import { byBranch } from "./branches.ts";

const route = (id: string, parentId?: string, path?: string) => [id, { id, parentId, path }];
const routes = Object.fromEntries([
  route("root"),
  route("home", "root"),
  route("frame", "root", "inspections/:code"),
  route("readiness", "frame"),
  route("lines", "frame", "lines"),
  route("line", "frame", "lines/:ref"),
  route("missing", "root", "*"),
]);
const build = { routes, assets: { routes } } as unknown as ServerBuild;

const asked = byBranch(build, (part) => Object.keys(part.routes));

test("an address is given the routes that it might be, and those around them", () => {
  expect(asked("/")).toEqual(["root", "home", "missing"]);
  expect(asked("/inspections/leicester-2007")).toEqual(["root", "frame", "readiness", "missing"]);
  expect(asked("/Inspections/x/LINES/1.3")).toEqual(["root", "frame", "line", "missing"]);
  expect(asked("/inspections/x/lines/1.3.data")).toEqual(["root", "frame", "line", "missing"]);
  expect(asked("/_root.data")).toEqual(["root", "home", "missing"]);
  expect(asked("/nothing/of/that/name/here")).toEqual(["root", "missing"]);
});

test("what could mean anything is given them all", () => {
  for (const path of ["/__manifest", "//inspections", "/inspections/%6Cines"]) {
    expect(asked(path)).toEqual(Object.keys(routes));
  }
});

test("the same routes are made a handler of once", () => {
  let made = 0;
  const handlers = byBranch(build, () => ({ n: made++ }));
  expect(handlers("/inspections/a/lines")).toBe(handlers("/inspections/b/lines"));
  expect(made).toBe(2);
});

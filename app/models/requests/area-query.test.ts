import { expect, test } from "vitest";

import { askedAreas, countAreas, type Listed, readAreaQuery } from "./area-query.ts";

const area = (ref: string, more: Partial<Listed> = {}): Listed => ({
  ref,
  theme: Number(ref.split(".")[0]),
  text: `Area of ${ref}`,
  kind: "use",
  whoWouldKnow: [],
  method: null,
  owner: null,
  state: "open",
  orphaned: true,
  step: "plan",
  ...more,
});

const chair = { whoWouldKnow: ["Chair"], method: "interview", state: "planned", orphaned: false } as const;
const areas = [
  area("1.1"),
  area("1.3", { ...chair, whoWouldKnow: [...chair.whoWouldKnow], owner: { id: "u", name: "Lead inspector" } }),
  area("1.3", { state: "planned", method: "request" }),
  area("10.2", { state: "closed", orphaned: false, kind: "impact" }),
];
const asked = (address: string) => askedAreas(areas, readAreaQuery(new URLSearchParams(address)));
const at = (address: string) => asked(address).map((one) => areas.indexOf(one));

test("the list is narrowed by state, place, kind, people and method, alone and together", () => {
  expect(at("")).toEqual([0, 1, 2, 3]);
  expect(at("state=orphaned")).toEqual([0, 2]);
  expect(at("orphaned=yes")).toEqual([0, 2]);
  expect(at("state=planned")).toEqual([1, 2]);
  expect(at("line=1.3")).toEqual([1, 2]);
  expect(at("line=1")).toEqual([0, 1, 2]);
  expect(at("kind=impact")).toEqual([3]);
  expect(at("who=Chair")).toEqual([1]);
  expect(at("method=request&state=orphaned")).toEqual([2]);
  expect(at("owner=u")).toEqual([1]);
  expect(at("owner=nobody&line=1.3")).toEqual([2]);
  expect(at("state=nonsense&line=x&page=-1&sort=nonsense")).toEqual([0, 1, 2, 3]);
});

test("what a column lacks stands last, and the counts are of what the other filters leave", () => {
  expect(at("sort=owner")).toEqual([1, 0, 2, 3]);
  expect(at("sort=state")).toEqual([0, 2, 1, 3]);
  expect(countAreas(areas, { line: "1.3", state: "closed" })).toEqual({
    all: 2,
    orphaned: 1,
    open: 0,
    planned: 2,
    answered: 0,
    closed: 0,
  });
});

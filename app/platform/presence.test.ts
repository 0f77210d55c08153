import fc from "fast-check";
import { expect, test } from "vitest";

import { HERE, type Here, presence } from "./presence.ts";

const someone = (id: string, side: Here["side"] = "inspectorate"): Here => ({ id, name: `Person ${id}`, side });
const [ann, bob, cat] = ["ann", "bob", "cat"].map((id) => someone(id)) as [Here, Here, Here];
const officer = someone("officer", "council");
const at = (seconds: number) => new Date(Date.UTC(2026, 10, 24, 12, 0, seconds));

test("others at the same place are told, the latest first, never oneself", () => {
  const { mark, others } = presence();
  mark("1.3", bob, at(0));
  mark("1.3", cat, at(1));
  mark("1.3", ann, at(2));
  mark("1.4", someone("dan"), at(2));
  expect(others("1.3", ann, at(3))).toEqual(["Person cat", "Person bob"]);
  mark("1.3", bob, at(4));
  expect(others("1.3", ann, at(5))).toEqual(["Person bob", "Person cat"]);
});

test("after two minutes someone is no longer here", () => {
  const { mark, others } = presence();
  mark("1.3", bob, at(0));
  expect(others("1.3", ann, new Date(at(0).getTime() + HERE))).toEqual(["Person bob"]);
  expect(others("1.3", ann, new Date(at(0).getTime() + HERE + 1))).toEqual([]);
});

test("no side learns of the other, whoever is where and when", () => {
  const sighting = fc.tuple(
    fc.constantFrom("1.3", "1.4"),
    fc.constantFrom(ann, bob, officer, someone("clerk", "council")),
  );
  fc.assert(
    fc.property(fc.array(sighting), (sightings) => {
      const { mark, others } = presence();
      for (const [place, who] of sightings) mark(place, who, at(0));
      for (const place of ["1.3", "1.4"]) {
        expect(others(place, ann, at(1)).filter((name) => !["Person bob"].includes(name))).toEqual([]);
        expect(others(place, officer, at(1)).filter((name) => name !== "Person clerk")).toEqual([]);
      }
    }),
  );
});

test("no more than so many sightings are remembered, and the oldest go first", () => {
  const { mark, others } = presence(3);
  for (const [second, id] of ["a", "b", "c", "d"].entries()) mark("1.3", someone(id), at(second));
  expect(others("1.3", ann, at(5))).toEqual(["Person d", "Person c", "Person b"]);
});

import { expect, test } from "vitest";

import { Invalid, TooMany, Wrong } from "./failure.ts";
import { Tries } from "./tries.ts";

const MINUTE = 60_000;

function setUp({ demo = false } = {}) {
  let now = 0;
  let hashed = 0;
  const tries = new Tries(() => now, demo);
  const attempt = (right: boolean) => async () => {
    hashed++;
    if (!right) throw new Wrong({ password: "wrong" });
  };
  /** "in", "wrong", or the seconds to wait. */
  const come = async (account: string, address: string, right = false) => {
    try {
      await tries.at(account, address, attempt(right));
      return "in";
    } catch (error) {
      return error instanceof TooMany ? error.seconds : "wrong";
    }
  };
  return { come, later: (time: number) => void (now += time), hashed: () => hashed };
}

test("three mistakes cost nothing, then each costs a longer pause, and what is refused does no work", async () => {
  const { come, later, hashed } = setUp();
  const seen = [];
  for (let time = 0; time < 4; time++) seen.push(await come("a", `address ${time}`));
  later(1000);
  seen.push(await come("a", "address"), await come("a", "address"));
  later(2000);
  seen.push(await come("a", "address"), await come("a", "address"));
  expect(seen).toEqual(["wrong", "wrong", "wrong", 1, "wrong", 2, "wrong", 4]);
  expect(hashed()).toBe(5);
});

test("however patient, nobody tries one account more than eight times and eight more each quarter of an hour", async () => {
  const { come, later } = setUp();
  let tried = 0;
  for (let second = 0; second < 3600; second++) {
    if ((await come("A@example.test ", `address ${second}`)) === "wrong") tried++;
    later(1000);
  }
  expect(tried).toBeGreaterThan(20);
  expect(tried).toBeLessThanOrEqual(8 + 4 * 8);
});

test("one address that tries many accounts is held, whichever account it tries next", async () => {
  const { come } = setUp();
  const seen = [];
  for (let account = 0; account < 10; account++) seen.push(await come(`account ${account}`, "address"));
  expect(seen.slice(0, 8)).toEqual(Array(8).fill("wrong"));
  expect(seen[8]).toBe(113);
  expect(await come("someone", "another address", true)).toBe("in");
});

test("an office behind one address signs in without a wait, for it pays for failures alone", async () => {
  const { come } = setUp();
  for (let person = 0; person < 40; person++) expect(await come(`person ${person}`, "office", true)).toBe("in");
});

test("what cannot be taken for another reason is no failed try", async () => {
  const tries = new Tries(() => 0, false);
  const weak = () => tries.at("a", "address", () => Promise.reject(new Invalid({ password: "too short" })));
  for (let time = 0; time < 8; time++) await expect(weak()).rejects.toThrow("too short");
  await expect(weak()).rejects.toBeInstanceOf(TooMany);
  await expect(tries.at("b", "address", async () => "in")).resolves.toBe("in");
});

test("signing in ends the pause, and no account is closed for good", async () => {
  const { come, later } = setUp();
  for (let time = 0; time < 3; time++) await come("a", `address ${time}`);
  later(1000);
  expect(await come("a", "own address", true)).toBe("in");
  expect(await come("a", "own address")).toBe("wrong");
  for (let time = 0; time < 50; time++) await come("a", `address ${time}`);
  later(15 * MINUTE);
  expect(await come("a", "own address", true)).toBe("in");
});

test("at the same moment no more get through than one after the other", async () => {
  const { come } = setUp();
  const all = await Promise.all(Array.from({ length: 30 }, (_, time) => come("a", `address ${time}`)));
  expect(all.filter((each) => each === "wrong")).toHaveLength(8);
});

test("a demonstration takes 120 a minute, without a pause", async () => {
  const { come } = setUp({ demo: true });
  const seen = [];
  for (let time = 0; time < 121; time++) seen.push(await come("a", "address"));
  expect(seen.filter((each) => each === "wrong")).toHaveLength(120);
  expect(seen.at(-1)).toBe(1);
});

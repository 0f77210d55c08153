import { hash } from "@node-rs/argon2";
import { expect, test } from "vitest";

import { Busy } from "#app/platform/failure.ts";

import { hashPassword, isDated, passwordFits } from "./passwords.server.ts";

test("a password fits what was stored of it, to the letter, and nothing else", async () => {
  const stored = await hashPassword("three quiet herons");
  expect(stored).not.toContain("heron");
  expect(await passwordFits(stored, "three quiet herons")).toBe(true);
  for (const other of ["three quiet heron", "Three quiet herons", "three quiet herons ", ""]) {
    expect(await passwordFits(stored, other)).toBe(false);
  }
  expect(await passwordFits(null, "three quiet herons")).toBe(false);
});

test("a hash of another cost is told apart", async () => {
  expect(isDated(await hashPassword("three quiet herons"))).toBe(false);
  expect(isDated(await hash("three quiet herons", { memoryCost: 8192, timeCost: 1, parallelism: 1 }))).toBe(true);
});

test("beyond those at work and those who wait, people are told to come back, and the rest are served", async () => {
  const tries = await Promise.allSettled(Array.from({ length: 30 }, () => passwordFits(null, "x")));
  const refused = tries.filter((each) => each.status === "rejected");
  expect(refused).toHaveLength(8);
  for (const { reason } of refused) expect(reason).toBeInstanceOf(Busy);
  expect(await passwordFits(null, "x")).toBe(false);
});

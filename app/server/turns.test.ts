import { expect, test } from "vitest";

import { Turns } from "./turns.ts";

test("for one key, each waits for the one before; another key does not wait", async () => {
  const turns = new Turns();
  const done: (() => void)[] = [];
  const began: string[] = [];
  const start = (name: string, key: string) =>
    turns.take(key, (end) => done.push(end)).then(() => void began.push(name));
  const all = [start("a1", "a"), start("a2", "a"), start("a3", "a"), start("b1", "b")];
  const settle = () => new Promise((resolve) => setTimeout(resolve));
  await settle();
  expect(began.sort()).toEqual(["a1", "b1"]);
  // The second gives up while it waits: the third still has to wait for the first.
  done[1]?.();
  await settle();
  expect(began).not.toContain("a3");
  done[0]?.();
  await Promise.all(all);
  expect(began).toContain("a3");
});

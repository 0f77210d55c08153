import { expect, test } from "vitest";

import { UploadLocks } from "./locks.ts";

const { signal } = new AbortController();

test("one at a time, in the order in which they came, each asked to let go by the next", async () => {
  const locks = new UploadLocks();
  const seen: string[] = [];
  const take = async (name: string) => {
    const lock = locks.newLock("a");
    await lock.lock(signal, () => void seen.push(`${name} asked`));
    seen.push(`${name} in`);
    return lock;
  };
  const first = await take("1");
  const second = take("2");
  const third = take("3");
  await Promise.resolve();
  expect(seen).toEqual(["1 in", "1 asked", "1 asked"]);
  await first.unlock();
  const held = await second;
  expect(seen.slice(3)).toEqual(["2 asked", "2 in"]);
  await held.unlock();
  await (await third).unlock();
  // Nothing is left behind: whoever comes later does not wait.
  await (await take("4")).unlock();
  expect(seen.slice(5)).toEqual(["3 in", "4 in"]);
});

test("uploads do not wait for each other", async () => {
  const locks = new UploadLocks();
  await locks.newLock("a").lock(signal, () => undefined);
  await locks.newLock("b").lock(signal, () => undefined);
  expect(true).toBe(true);
});

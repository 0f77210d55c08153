import { expect, test } from "vitest";

import { Queue } from "./queue.ts";
import type { Hears } from "./sending.ts";

/** A network in memory: it does what the test says. */
function network() {
  const hears = new Map<string, Hears>();
  const calls: string[] = [];
  const queue = new Queue(
    async ({ name }, hear) => {
      hears.set(name, hear);
      calls.push(`send ${name}`);
      return {
        pause: () => void calls.push(`pause ${name}`),
        resume: () => void calls.push(`resume ${name}`),
        cancel: async () => void calls.push(`cancel ${name}`),
      };
    },
    async ({ name }) => (name.endsWith(".exe") ? `“${name}” is not taken.` : null),
  );
  const add = async (...names: string[]) => {
    queue.add(names.map((name) => new File(["0123456789"], name)));
    await settled();
  };
  const states = () => queue.files().map(({ state }) => state);
  return { queue, hears, calls, add, states, key: (at: number) => queue.files()[at]?.key ?? "" };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));
const arrived = { arrival: "id", known: null, note: null };

test("three files go at once, and the next begins when one has ended", async () => {
  const { hears, calls, add, states } = network();
  await add("a", "b", "c", "d");
  expect(states()).toEqual(["going", "going", "going", "waiting"]);
  hears.get("b")?.there(arrived);
  await settled();
  expect(states()).toEqual(["going", "there", "going", "going"]);
  expect(calls).toEqual(["send a", "send b", "send c", "send d"]);
});

test("what cannot be taken is told before a byte of it goes", async () => {
  const { queue, calls, add, states } = network();
  await add("a.exe", "b");
  expect(states()).toEqual(["refused", "going"]);
  expect(queue.files()[0]?.why).toBe("“a.exe” is not taken.");
  expect(calls).toEqual(["send b"]);
});

test("a file is paused and goes on where it was, without being sent anew", async () => {
  const { queue, hears, calls, add, states, key } = network();
  await add("a");
  hears.get("a")?.progress(4);
  queue.pause(key(0));
  expect(states()).toEqual(["paused"]);
  hears.get("a")?.progress(9);
  expect(queue.files()[0]?.sent).toBe(4);
  queue.resume(key(0));
  await settled();
  expect(states()).toEqual(["going"]);
  expect(calls).toEqual(["send a", "pause a", "resume a"]);
});

test("files that a lost connection stopped go on together; one that was refused does not", async () => {
  const { queue, hears, add, states } = network();
  await add("a", "b");
  hears.get("a")?.stopped("The connection was lost.", false);
  hears.get("b")?.stopped("It holds a virus.", true);
  expect(states()).toEqual(["stopped", "refused"]);
  queue.resumeStopped();
  await settled();
  expect(states()).toEqual(["going", "refused"]);
});

test("a file that is taken away is cancelled, unless it is there: then its page is told", async () => {
  const { queue, hears, calls, add, key } = network();
  await add("a", "b");
  hears.get("b")?.there(arrived);
  expect(queue.remove(key(0))).toBeNull();
  expect(queue.remove(key(0))).toEqual(arrived);
  expect(queue.files()).toEqual([]);
  expect(calls).toEqual(["send a", "send b", "cancel a"]);
});

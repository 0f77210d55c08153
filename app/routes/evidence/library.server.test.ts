import { expect, test } from "vitest";

import type { Db, Desk } from "#app/platform/desk.ts";
import { freshInspection, inspectionOf } from "#tests/support/fresh.ts";
import { send } from "#tests/support/library.ts";

import { loadLibrary } from "./library.server.ts";

/** The desk, and how many queries it was asked to make. */
function counting(desk: Desk): { desk: Desk; queries(): number } {
  let queries = 0;
  const read = new Proxy(desk.read, {
    get(target, name) {
      if (name === "select" || name === "selectDistinct") queries += 1;
      return Reflect.get(target, name) as unknown;
    },
  }) as Db;
  return { desk: { ...desk, read }, queries: () => queries };
}

test("the list costs as many queries whether it holds much or little", async () => {
  const { world, lead } = await freshInspection();
  const of = await inspectionOf(lead);
  const costs = async (query: string) => {
    const { desk, queries } = counting(lead);
    await loadLibrary(desk, of, new URL(`http://here/evidence?${query}`));
    return queries();
  };
  const query = "q=plan&line=none&tag=x&read=no&marked=none";
  await send(world, lead, "Plan 1");
  const one = [await costs(""), await costs(query)];
  for (let at = 2; at < 12; at++) await send(world, lead, `Plan ${at}`);
  expect([await costs(""), await costs(query)]).toEqual(one);
  expect(Math.max(...one)).toBeLessThan(25);
});

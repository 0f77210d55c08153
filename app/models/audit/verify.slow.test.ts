import { expect, test } from "vitest";

import { freshWorld } from "#tests/support/fresh.ts";
import { appendMany } from "#tests/support/record.ts";

import { verifyRecord } from "./verify.server.ts";

test("100,000 entries are verified in seconds", { timeout: 120_000 }, async () => {
  const { services } = freshWorld();
  await appendMany(services, 100_000);
  const began = performance.now();
  expect(await verifyRecord(services.store.read, { known: [] })).toMatchObject({ seq: 100_000, faults: [] });
  // Between 2 and 4 seconds where this was written: the bound allows for a machine that is busy with other tests.
  expect(performance.now() - began).toBeLessThan(30_000);
});

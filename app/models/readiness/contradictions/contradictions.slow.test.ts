import { expect, test } from "vitest";

import { foundingFindings } from "#tests/support/founding.ts";

import { contradictionsIn } from "./contradictions.ts";
import type { Stated } from "./statement.ts";

/** Processor time in milliseconds: the best of several, since the first runs wait for the compiler. */
function costOf(findings: readonly Stated[], runs: number): number {
  const times = Array.from({ length: runs }, () => {
    const before = process.cpuUsage();
    contradictionsIn(findings);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return Math.min(...times);
}

/** Other inspections beside this one: the same sentences, with a third of the long words their own. */
const times = (findings: readonly Stated[], count: number): Stated[] =>
  Array.from({ length: count }, (_, n) =>
    findings.map((one) => ({
      ...one,
      id: `${n} ${one.id}`,
      ref: `${one.ref}.${n}`,
      text: one.text.replace(/\b\w{5,}\b/g, (word) => (n && (word.length * 7 + n) % 3 === 0 ? `${word}x${n}` : word)),
    })),
  ).flat();

test("551 findings take less than 100 ms of processor time once warm, and ten times as many about ten times that", () => {
  const findings = foundingFindings();
  const once = costOf(findings, 15);
  expect(once).toBeLessThan(100);
  expect(costOf(times(findings, 10), 2)).toBeLessThan(once * 25);
});

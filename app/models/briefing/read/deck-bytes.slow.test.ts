/** Presentations made to harm whoever reads them, and real ones of which bytes were changed or lost. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";

import * as foreign from "#tests/support/foreign.ts";
import { sample } from "#tests/support/fresh.ts";
import { hostileOdp, hostilePpt } from "#tests/support/hostile-decks.ts";

import { readDeckBytes } from "./deck-bytes.server.ts";
import { readDeck } from "./read-deck.ts";

const { briefing, framework } = await sample();

const answer = (bytes: Uint8Array): string => {
  const found = readDeckBytes(bytes);
  if ("why" in found) return found.why;
  readDeck(found.source, framework);
  return "";
};

test.each(Object.entries({ ...hostileOdp(), ...hostilePpt() }))(
  "%s is answered",
  (_, [bytes, expected]) => {
    expect(answer(bytes)).toMatch(expected);
  },
  30_000,
);

const few = foreign.slidesOf(briefing).slice(0, 8);
const files: Record<string, Uint8Array> = {
  ppt: readFileSync(join(import.meta.dirname, "../../../../tests/fixtures/decks/five-slides.ppt")),
  odp: foreign.foreignOdp(few),
  pptx: foreign.boxesPptx(few),
};

test.each(Object.entries(files))(
  "a %s of which bytes were changed or lost is read or refused in words",
  (_, whole) => {
    const change = fc.record({
      flips: fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 12 }),
      cut: fc.option(fc.tuple(fc.nat(whole.length - 1), fc.nat(2_000)), { freq: 3 }),
    });
    const damaged = ({ flips, cut }: { flips: [number, number][]; cut: [number, number] | null }): Uint8Array => {
      const bytes = Uint8Array.from(whole);
      for (const [at, byte] of flips) bytes[at] = byte;
      return cut ? Buffer.concat([bytes.subarray(0, cut[0]), bytes.subarray(cut[0] + cut[1])]) : bytes;
    };
    fc.assert(
      fc.property(change, (given) => {
        const began = performance.now();
        expect(answer(damaged(given))).toMatch(/^$|\.$/);
        expect(performance.now() - began).toBeLessThan(10_000);
      }),
      { numRuns: 40, seed: 20261124 },
    );
  },
  60_000,
);

import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";

import { readContent } from "#app/platform/content.server.ts";
import { CQC, filesOf, frameworkOf, SUPPORTING_PEOPLE } from "#tests/support/framework.ts";

import { lineRefs, pairsBetween } from "./crosswalk.ts";
import { formatFault } from "./fault.ts";

const cqc = frameworkOf(CQC);
const sp = frameworkOf(SUPPORTING_PEOPLE);

test("the pairs are the same from either side, turned round", () => {
  const [there, back] = [pairsBetween(cqc, sp), pairsBetween(sp, cqc)];
  expect(there.length).toBeGreaterThan(25);
  const turned = new Set(back.map(({ ref, to, strength }) => `${to} ${ref} ${strength}`));
  expect(new Set(there.map(({ ref, to, strength }) => `${ref} ${to} ${strength}`))).toEqual(turned);
  expect(there.find(({ ref, to }) => ref === "1.1" && to === "9.3")?.relation).toBe("wider");
  expect(back.find(({ ref, to }) => ref === "9.3" && to === "1.1")?.relation).toBe("part of");
  expect(back.map(({ ref }) => ref)).toEqual(
    back.map(({ ref }) => ref).toSorted((a, b) => lineRefs(sp).indexOf(a) - lineRefs(sp).indexOf(b)),
  );
});

test("each has a reason and a strength, and every quality statement has something to be seen through", () => {
  const pairs = pairsBetween(cqc, sp);
  expect(pairs.every(({ reason, strength }) => reason.length > 20 && strength >= 1 && strength <= 10)).toBe(true);
  expect(new Set(pairs.map(({ ref }) => ref))).toEqual(new Set(lineRefs(cqc)));
});

test("a pair whose line an edition lacks is left out", () => {
  const shorter = structuredClone(sp);
  shorter.judgements[0]!.themes = shorter.judgements[0]!.themes.filter(({ number }) => number !== 8);
  const gone = pairsBetween(cqc, sp).filter(({ to }) => to.startsWith("8."));
  expect(gone.length).toBe(3);
  expect(pairsBetween(cqc, shorter)).toHaveLength(pairsBetween(cqc, sp).length - gone.length);
});

async function faultsWith(change: (crosswalk: string) => string, slugs = [CQC, SUPPORTING_PEOPLE]) {
  const root = mkdtempSync(join(tmpdir(), "throughline-crosswalk-"));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const slug of slugs) {
    mkdirSync(join(root, "frameworks", slug), { recursive: true });
    for (const [name, text] of Object.entries(filesOf(slug))) {
      const changed = name.startsWith("crosswalk-") ? change(text) : text;
      writeFileSync(join(root, "frameworks", slug, name), changed);
    }
  }
  const { faults } = await readContent(root);
  return faults.map((fault) => formatFault(fault).replace(`${root}/frameworks/`, ""));
}

const file = `${CQC}/crosswalk-supporting-people-2007.md`;

test.each([
  ['ref: "1.1", to: "9.3"', 'ref: "1.1", to: "99.3"', "4: there is no line 99.3 in “supporting-people-2007”"],
  ['ref: "1.1", to: "9.3"', 'ref: "7.7", to: "9.3"', "4: there is no line 7.7 in this framework"],
  [
    'ref: "1.1", to: "7.1"',
    'ref: "1.1", to: "9.3"',
    "5: the pair of 1.1 and 9.3 stands here a second time; the first is on line 4",
  ],
  [
    "relation: wider, strength: 6",
    "relation: broader, strength: 6",
    '4: "relation" must be "same", "overlaps", "part of" or "wider", found "broader"',
  ],
  ["source:", "sources:", '2: "source" is missing'],
])("%j as %j is a fault on its line", async (from, to, fault) => {
  const faults = await faultsWith((text) => text.replace(from, to));
  expect(faults).toContain(`${file}:${fault}`);
});

test("a crosswalk names a framework of the same content", async () => {
  const faults = await faultsWith((text) => text, [CQC]);
  expect(faults).toEqual([`${file}:1: there is no framework “supporting-people-2007” in this content`]);
});

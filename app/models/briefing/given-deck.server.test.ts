import { expect, test } from "vitest";

import { freshInspection, inspectionOf, sample } from "#tests/support/fresh.ts";

import { BRIEFING_LIMIT, FaultyBriefing, readGiven } from "./given-deck.server.ts";
import { writeBriefing } from "./write-markdown.ts";

async function* once(bytes: Uint8Array) {
  yield bytes;
}

async function given(bytes: Uint8Array | string, name = "mine.md") {
  const { lead } = await freshInspection();
  const arrival = await lead.storage.receive(once(Buffer.from(bytes)), Infinity);
  return readGiven(lead, await inspectionOf(lead), { name, arrival, pasted: false });
}

test("a briefing of the product's own is read whole, whatever a program made of its line ends", async () => {
  const { briefing } = await sample();
  const text = writeBriefing(briefing);
  const read = await given(`\ufeff${text.replace(/\n/g, "\r\n")}`);
  expect(read).toMatchObject({ kind: "markdown", briefing });
  expect(read.slides.length).toBeGreaterThan(51);
  const windows = Buffer.concat([Buffer.from(text), Buffer.of(0x2d, 0x20, 0xe9, 0x0a)]);
  await expect(given(windows)).rejects.toThrow(/“mine.md” is not plain text. Save it as UTF-8/);
  await expect(given(text + "x".repeat(BRIEFING_LIMIT))).rejects.toThrow(/must be smaller than 1MB/);
});

test("every fault is told with its place, those against the framework too, and the text comes back", async () => {
  const { briefing } = await sample();
  const text = writeBriefing(briefing).replace("### 1.1 Corporate commitment", "### 1.99 Corporate commitment");
  const faults = async (faulty: string) => {
    const error = await given(faulty).catch((thrown: unknown) => thrown);
    if (!(error instanceof FaultyBriefing)) throw error;
    expect(error).toMatchObject({ file: "mine.md", typed: faulty, errors: { text: "The briefing has 1 fault" } });
    return error.faults;
  };
  expect(await faults(text)).toEqual([expect.stringMatching(/^mine\.md:\d+: line 1\.99 is not in theme 1/)]);
  expect(await faults(text.replace("# Team", "# Tea"))).toEqual([
    expect.stringMatching(/^mine\.md:\d+: unknown heading "Tea"/),
  ]);
  const damaged = text.replace("1.99 Corporate", "1.1 Corporate") + "\n# Identifiers\n\n- 1.1 S1.short\n";
  expect(await faults(damaged)).toEqual([expect.stringMatching(/expected the identifiers as they were written/)]);
});

/** What a deck costs in each format, beside the least that the format asks for; and how that grows with the findings. */
import { unzipSync, zipSync } from "fflate";

import { deskFor, openServices } from "#app/desk.server.ts";
import { findPerson } from "#app/models/accounts/users.server.ts";
import type { Briefing } from "#app/models/briefing/briefing.ts";
import { compose } from "#app/models/briefing/compose.ts";
import { findDeck } from "#app/models/briefing/composed.server.ts";
import { fonts } from "#app/models/briefing/fonts.server.ts";
import { type DeckFormat, deckFormats } from "#app/models/briefing/formats.ts";
import { render } from "#app/models/briefing/renderers.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { readSettings } from "#app/platform/env.ts";
import { CODE } from "#tests/support/client.ts";

import type { Measure } from "./kit.ts";

/** Milliseconds of this process's own time. */
async function timed(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** The same briefing with every finding ten times. */
const tenfold = (briefing: Briefing): Briefing => ({
  ...briefing,
  judgements: briefing.judgements.map((judgement) => ({
    ...judgement,
    themes: judgement.themes.map((theme) => ({
      ...theme,
      lines: theme.lines.map((line) => ({
        ...line,
        strengths: Array.from({ length: 10 }, () => line.strengths).flat(),
        weaknesses: Array.from({ length: 10 }, () => line.weaknesses).flat(),
        areas: Array.from({ length: 10 }, () => line.areas).flat(),
      })),
    })),
  })),
});

/** Measures over the demonstration's briefing in `folder`. */
export async function deckMeasures(folder: string): Promise<Measure[]> {
  const services = await openServices(readSettings({ DATA_DIR: folder, INSECURE_COOKIES: "1" }), true);
  const lead = deskFor(services, await findPerson(deskFor(services, null), "lead@demo.test"));
  const { briefing } = await findDeck(lead, await findInspection(lead, CODE));
  services.store.close();
  const make = async (format: DeckFormat, of = briefing) => render(format, of, compose(of), fonts);
  const parts = unzipSync(new Uint8Array(await make("pptx")));
  const all = async () => {
    for (const format of deckFormats) await make(format);
  };
  const unit = "ms CPU";
  const packing = () => timed(() => zipSync(parts, { level: 6 }));
  const large = tenfold(briefing);
  return [
    {
      name: "PowerPoint, beside packing its parts",
      unit,
      target: 4,
      ours: () => timed(() => make("pptx")),
      limit: packing,
    },
    {
      ...{ name: "PowerPoint with ten times the findings, beside one", unit, target: 10.5 },
      ...{ ours: () => timed(() => make("pptx", large)), limit: () => timed(() => make("pptx")) },
    },
    {
      ...{ name: "PDF with ten times the findings, beside one", unit, target: 10.5 },
      ...{ ours: () => timed(() => make("pdf", large)), limit: () => timed(() => make("pdf")) },
    },
    { name: "all five formats, beside 5 seconds", unit, target: 1, ours: () => timed(all), limit: async () => 5000 },
  ];
}

/** The briefing going out as a file: what left, in which form, is on record. */
import { createHash } from "node:crypto";

import { demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import { type RatedSubject, scaleFor } from "#app/models/ratings/rating.ts";
import type { Desk } from "#app/platform/desk.ts";

import type { Briefing } from "./briefing.ts";
import { findBriefing } from "./briefings.server.ts";
import { compose } from "./compose.ts";
import type { Deck } from "./deck.ts";
import { type DeckFormat, deckFormats, formats, render } from "./formats.ts";

/** A file as it goes out: the same data gives the same bytes. */
export type DeckFile = {
  format: DeckFormat;
  name: string;
  mediaType: string;
  bytes: Uint8Array<ArrayBuffer>;
  sha256: string;
};

/** The format of this ending, or null. */
export const formatOf = (ending: string): DeckFormat | null => deckFormats.find((format) => format === ending) ?? null;

/** The briefing of the inspection and the deck that is made of it, as of one moment. */
export async function findDeck(desk: Desk, of: Inspection): Promise<{ briefing: Briefing; deck: Deck }> {
  const briefing = await findBriefing(desk, of);
  const labels = (subject: RatedSubject, ref: string) =>
    scaleFor(of.framework, subject, ref)?.levels.map(({ label }) => label) ?? [];
  const scales = Object.fromEntries(
    of.framework.judgements.map(({ number, themes }) => {
      const [theme] = themes;
      return [
        number,
        {
          judgement: labels("judgement", String(number)),
          theme: labels("theme", String(theme?.number)),
          line: labels("line", theme?.lines[0]?.ref ?? ""),
        },
      ];
    }),
  );
  return { briefing, deck: compose(briefing, { scales }) };
}

/** The briefing deck of the inspection in this format. */
export async function makeDeckFile(desk: Desk, of: Inspection, format: DeckFormat): Promise<DeckFile> {
  const { briefing, deck } = await findDeck(desk, of);
  const bytes = new Uint8Array(render(format, briefing, deck));
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { format, name: `${of.code}-briefing.${format}`, mediaType: formats[format].mediaType, bytes, sha256 };
}

/** Puts on record that the person took this file. */
export async function recordExport(desk: Desk, of: Inspection, { format, sha256, bytes }: DeckFile): Promise<void> {
  demand(of, "briefing.export");
  const event = {
    action: "briefing.export",
    subject: `inspection:${of.id}`,
    inspection: of.id,
    detail: { format, sha256, size: bytes.length },
  };
  await desk.change(event, async () => {});
}

/** The briefing going out as a file: what left, in which form, is on record. */
import { createHash } from "node:crypto";

import { demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import type { Desk } from "#app/platform/desk.ts";

import { findDeck } from "./composed.server.ts";
import { insertExported, quotedIn } from "./exported.server.ts";
import { fonts } from "./fonts.server.ts";
import { type DeckFormat, deckFormats, formats } from "./formats.ts";
import { render } from "./renderers.ts";
import type { SavedDeck } from "./saved-deck.ts";

/** A file as it goes out: the same data gives the same bytes. */
export type DeckFile = {
  format: DeckFormat;
  name: string;
  mediaType: string;
  bytes: Uint8Array<ArrayBuffer>;
  sha256: string;
  /** The evidence whose words it may hold, by reference. */
  quoted: string[];
};

/** The format of this ending, or null. */
export const formatOf = (ending: string): DeckFormat | null => deckFormats.find((format) => format === ending) ?? null;

/** The briefing deck of the inspection, or one of its saved decks, in this format. */
export async function makeDeckFile(
  desk: Desk,
  of: Inspection,
  format: DeckFormat,
  saved: SavedDeck | null = null,
): Promise<DeckFile> {
  const { briefing, deck } = await findDeck(desk, of, saved);
  const bytes = new Uint8Array(await render(format, briefing, deck, fonts));
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const { mediaType } = formats[format];
  return {
    format,
    name: `${of.code}-${saved?.slug ?? "briefing"}.${format}`,
    mediaType,
    bytes,
    sha256,
    quoted: quotedIn(briefing),
  };
}

/**
 * Puts on record that the person took this file, and whose words it holds, in one change. Every file of a briefing or of a
 * deck passes here before it leaves, from the web and from the command line: only so can it be named when someone takes
 * their consent back.
 */
export async function recordExport(desk: Desk, of: Inspection, file: DeckFile): Promise<void> {
  demand(of, "briefing.export");
  const { format, sha256, bytes } = file;
  const event = {
    action: "briefing.export",
    subject: `inspection:${of.id}`,
    inspection: of.id,
    detail: { format, sha256, size: bytes.length },
  };
  await desk.change(event, (db) => insertExported(db, desk, of, file));
}

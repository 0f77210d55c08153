/** `briefing import` and `briefing export`. */
import { readFile, writeFile } from "node:fs/promises";
import { basename } from "node:path";

import { formatOf, makeDeckFile, recordExport } from "#app/models/briefing/exports.server.ts";
import { findSavedDeck } from "#app/models/briefing/decks.server.ts";
import { deckFormats } from "#app/models/briefing/formats.ts";
import { FaultyBriefing } from "#app/models/briefing/given-deck.server.ts";
import { openInspection } from "#app/models/inspections/inspections.server.ts";

import { importDeckFile } from "./briefing-deck.ts";
import { type Command, read, Usage, withDesk } from "./command.ts";

export const briefingImport: Command = {
  name: "briefing import",
  usage: "CODE FILE [--dry-run] [--json]",
  summary: "Reads a deck (pptx, odp, ppt, md, txt) into an inspection; with --dry-run only says what it would make.",
  async run(words) {
    const { values, positionals } = read(words, { "dry-run": { type: "boolean" }, json: { type: "boolean" } });
    const [code, file] = positionals;
    if (!code || !file) throw new Usage("Name the inspection and the file.");
    const bytes = await readFile(file);
    return withDesk(async (desk) => {
      const inspection = await openInspection(desk, code);
      const how = { dry: values["dry-run"] ?? false, json: values.json ?? false };
      try {
        return await importDeckFile(desk, inspection, { name: basename(file), bytes }, how);
      } catch (error) {
        if (!(error instanceof FaultyBriefing)) throw error;
        const folder = file.slice(0, file.length - basename(file).length);
        for (const fault of error.faults) console.error(`${folder}${fault}`);
        return 1;
      }
    });
  },
};

export const briefingExport: Command = {
  name: "briefing export",
  usage: `CODE --format ${deckFormats.join("|")} --out FILE [--deck NAME]`,
  summary: "Writes the briefing deck, or one that is saved: the same data gives the same bytes.",
  async run(words) {
    const { values, positionals } = read(words, {
      format: { type: "string" },
      out: { type: "string" },
      deck: { type: "string" },
    });
    const [code] = positionals;
    const { out } = values;
    const format = formatOf(values.format ?? "");
    if (!code || !out) throw new Usage("Name the inspection and the file to write.");
    if (!format) throw new Usage(`--format takes one of ${deckFormats.join(", ")}.`);
    return withDesk(async (desk) => {
      const inspection = await openInspection(desk, code);
      const saved = values.deck ? await findSavedDeck(desk, inspection, values.deck) : null;
      const file = await makeDeckFile(desk, inspection, format, saved);
      await recordExport(desk, inspection, file);
      await writeFile(out, file.bytes);
      console.log(`Wrote ${out}.`);
      return 0;
    });
  },
};

/** `briefing import` and `briefing export`. */
import { readFile, writeFile } from "node:fs/promises";
import { basename } from "node:path";

import { checkBriefing } from "#app/models/briefing/check-briefing.ts";
import { formatOf, makeDeckFile, recordExport } from "#app/models/briefing/exports.server.ts";
import { findSavedDeck } from "#app/models/briefing/decks.server.ts";
import { deckFormats } from "#app/models/briefing/formats.ts";
import { importBriefing, planImport } from "#app/models/briefing/imports.server.ts";
import { readBriefing } from "#app/models/briefing/read-markdown.ts";
import { formatFault } from "#app/models/frameworks/fault.ts";
import { type Inspection, openInspection } from "#app/models/inspections/inspections.server.ts";
import type { Desk } from "#app/platform/desk.ts";

import { importDeckFile, linesOfBriefing } from "./briefing-deck.ts";
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
    const text = isOwnMarkdown(bytes) ? bytes.toString("utf8") : null;
    return withDesk(async (desk) => {
      const inspection = await openInspection(desk, code);
      const how = { dry: values["dry-run"] ?? false, json: values.json ?? false };
      if (text === null) return importDeckFile(desk, inspection, { name: basename(file), bytes }, how);
      return importMarkdown(desk, inspection, { name: file, text }, how);
    });
  },
};

/** A briefing in our own grammar, which says more than a deck does: it begins with its head. */
const isOwnMarkdown = (bytes: Buffer): boolean =>
  !bytes.includes(0) && /^\ufeff?---\r?\n/.test(bytes.toString("utf8", 0, 16));

type How = { dry: boolean; json: boolean };

async function importMarkdown(
  desk: Desk,
  of: Inspection,
  { name, text }: { name: string; text: string },
  { dry, json }: How,
) {
  const { briefing, faults, origin } = readBriefing(name, text);
  const all = briefing ? [...faults, ...checkBriefing(briefing, of.framework, origin)] : faults;
  for (const fault of all) console.error(formatFault(fault));
  if (!briefing || all.length) return 1;
  const plan = await (dry ? planImport : importBriefing)(desk, of, briefing);
  if (json) {
    console.log(JSON.stringify(linesOfBriefing(briefing), null, 2));
    return 0;
  }
  const { lines, strengths, weaknesses, areas, known } = plan;
  const verb = dry ? "Would add" : "Added";
  console.log(
    `${verb} ${strengths} strengths, ${weaknesses} weaknesses and ${areas} areas to explore under ${lines} lines.`,
  );
  if (known) console.log(`${known} findings were there already, word for word.`);
  return 0;
}

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

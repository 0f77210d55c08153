/** `briefing import` and `briefing export`. */
import { readFile, writeFile } from "node:fs/promises";

import type { Briefing } from "#app/models/briefing/briefing.ts";
import { checkBriefing } from "#app/models/briefing/check-briefing.ts";
import { formatOf, makeDeckFile } from "#app/models/briefing/exports.server.ts";
import { deckFormats } from "#app/models/briefing/formats.ts";
import { importBriefing, planImport } from "#app/models/briefing/imports.server.ts";
import { readBriefing } from "#app/models/briefing/read-markdown.ts";
import { formatFault } from "#app/models/frameworks/fault.ts";
import { openInspection } from "#app/models/inspections/inspections.server.ts";

import { Invalid } from "#app/platform/failure.ts";

import { type Command, read, Usage, withDesk } from "./command.ts";

type Source = { text: string };
const textOf = ({ text }: Source) => text;

/** The lines of a briefing as programs read them. */
function asJson(briefing: Briefing) {
  const lines = briefing.judgements.flatMap((judgement) =>
    judgement.themes.flatMap((theme) =>
      theme.lines
        .filter((line) => line.strengths.length + line.weaknesses.length + line.areas.length > 0)
        .map((line) => ({
          ref: line.ref,
          title: line.title,
          theme: theme.title,
          judgement: judgement.title,
          strengths: line.strengths.map(textOf),
          weaknesses: line.weaknesses.map(textOf),
          areas: line.areas.map(textOf),
        })),
    ),
  );
  const total = (key: "strengths" | "weaknesses" | "areas") => lines.reduce((sum, line) => sum + line[key].length, 0);
  const counts = {
    lines: lines.length,
    strengths: total("strengths"),
    weaknesses: total("weaknesses"),
    areas: total("areas"),
  };
  return { lines, warnings: [], counts };
}

export const briefingImport: Command = {
  name: "briefing import",
  usage: "CODE FILE [--dry-run] [--json]",
  summary: "Reads a briefing (Markdown) into an inspection; with --dry-run only says what it would make.",
  async run(words) {
    const { values, positionals } = read(words, { "dry-run": { type: "boolean" }, json: { type: "boolean" } });
    const [code, file] = positionals;
    if (!code || !file) throw new Usage("Name the inspection and the file.");
    const bytes = await readFile(file);
    if (bytes.includes(0)) {
      throw new Invalid({ file: `“${file}” is not Markdown, which is all that briefings are read from so far.` });
    }
    const { briefing, faults, origin } = readBriefing(file, bytes.toString("utf8"));
    return withDesk(async (desk) => {
      const inspection = await openInspection(desk, code);
      const all = briefing ? [...faults, ...checkBriefing(briefing, inspection.framework, origin)] : faults;
      for (const fault of all) console.error(formatFault(fault));
      if (!briefing || all.length) return 1;
      const plan = await (values["dry-run"] ? planImport : importBriefing)(desk, inspection, briefing);
      if (values.json) {
        console.log(JSON.stringify(asJson(briefing), null, 2));
        return 0;
      }
      const { lines, strengths, weaknesses, areas, known } = plan;
      const verb = values["dry-run"] ? "Would add" : "Added";
      console.log(
        `${verb} ${strengths} strengths, ${weaknesses} weaknesses and ${areas} areas to explore under ${lines} lines.`,
      );
      if (known) console.log(`${known} findings were there already, word for word.`);
      return 0;
    });
  },
};

export const briefingExport: Command = {
  name: "briefing export",
  usage: `CODE --format ${deckFormats.join("|")} --out FILE`,
  summary: "Writes the briefing deck: the same data gives the same bytes.",
  async run(words) {
    const { values, positionals } = read(words, { format: { type: "string" }, out: { type: "string" } });
    const [code] = positionals;
    const { out } = values;
    const format = formatOf(values.format ?? "");
    if (!code || !out) throw new Usage("Name the inspection and the file to write.");
    if (!format) throw new Usage(`--format takes one of ${deckFormats.join(", ")}.`);
    return withDesk(async (desk) => {
      const { bytes } = await makeDeckFile(desk, await openInspection(desk, code), format);
      await writeFile(out, bytes);
      console.log(`Wrote ${out}.`);
      return 0;
    });
  },
};

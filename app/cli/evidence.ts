/** `evidence add`: files from disk become evidence. */
import { createReadStream } from "node:fs";
import { basename } from "node:path";

import { addEvidence } from "#app/models/evidence/arrivals.server.ts";
import { cleanFileName } from "#app/models/evidence/file-kind.ts";
import { type ExtractionStatus, extractionWords } from "#app/models/evidence/text/extraction.ts";
import { listTexts } from "#app/models/evidence/text/texts.server.ts";
import { openInspection } from "#app/models/inspections/inspections.server.ts";
import { Invalid } from "#app/platform/failure.ts";
import { TooLarge } from "#app/platform/storage.ts";
import { readText } from "#app/server/reading.ts";

import { type Command, read, Usage, withDesk } from "./command.ts";

export const evidenceAdd: Command = {
  name: "evidence add",
  usage: "CODE FILE…",
  summary: "Adds files from disk to an inspection's evidence; each is safe on disk when its line is printed.",
  async run(words) {
    const { positionals } = read(words, {});
    const [code, ...files] = positionals;
    if (!code || files.length === 0) throw new Usage("Name the inspection and at least one file.");
    return withDesk(async (desk, { settings }) => {
      const inspection = await openInspection(desk, code);
      const limit = settings.MAX_UPLOAD_MB * 1_000_000;
      let refused = 0;
      for (const path of files) {
        const name = cleanFileName(basename(path));
        try {
          const arrival = await desk.storage.receive(createReadStream(path, { highWaterMark: 1 << 20 }), limit);
          const draft = { title: "", kind: "document", voice: null, asAt: null } as const;
          await addEvidence(desk, inspection, draft, { name, arrival });
          console.log(`Added ${name}.`);
        } catch (error) {
          if (error instanceof TooLarge) console.error(`“${name}” must be smaller than ${settings.MAX_UPLOAD_MB}MB.`);
          else if (error instanceof Invalid) console.error(error.message);
          else throw error;
          refused++;
        }
      }
      return refused ? 1 : 0;
    });
  },
};

export const evidenceText: Command = {
  name: "evidence text",
  usage: "ID [--json]",
  summary:
    "Prints the text of a piece of evidence by page, sheet or slide; reads it first where that was not done yet.",
  async run(words) {
    const { values, positionals } = read(words, { json: { type: "boolean" } });
    const [id] = positionals;
    if (!id) throw new Usage("Name the evidence by its id: the last part of its page's address.");
    return withDesk(async (desk, services) => {
      const files = await listTexts(desk, id, (file) => readText(services, file));
      if (values.json) console.log(JSON.stringify(files, null, 2));
      else for (const { name, status, units } of files) console.log(asText(name, status, units));
      return 0;
    });
  },
};

const asText = (name: string, status: ExtractionStatus, units: { label: string; text: string }[]) =>
  [
    `# ${name}`,
    status === "ok" ? "" : extractionWords(status).meaning,
    ...units.flatMap((unit) => [`\n## ${unit.label}\n`, unit.text]),
  ].join("\n");

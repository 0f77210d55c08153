/** `pack`: writes the sealed pack of an inspection, as its lead would take it. */
import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { pipeline } from "node:stream/promises";

import { makePack, recordPack } from "#app/models/briefing/pack-files.server.ts";
import { openInspection } from "#app/models/inspections/inspections.server.ts";
import { openSigner } from "#app/platform/signing.server.ts";

import { type Command, read, Usage, withDesk } from "./command.ts";

export const pack: Command = {
  name: "pack",
  usage: "CODE --out FILE.zip",
  summary: "Writes the sealed pack of an inspection: findings, evidence, record and a page that checks them.",
  async run(words) {
    const { values, positionals } = read(words, { out: { type: "string" } });
    const [code] = positionals;
    const { out } = values;
    if (!code || !out) throw new Usage("Name the inspection and the file to write.");
    return withDesk(async (desk, services) => {
      const inspection = await openInspection(desk, code);
      const made = await makePack(desk, inspection, await openSigner(services));
      await recordPack(desk, inspection, made);
      const part = `${out}.part`;
      try {
        await pipeline(made.stream(), createWriteStream(part, { mode: 0o600 }));
        await rename(part, out);
      } catch (error) {
        await rm(part, { force: true });
        throw error;
      }
      console.log(
        `Wrote ${out}: ${made.files} files, ${made.size} bytes. Its manifest has the SHA-256 ${made.manifest}.`,
      );
      return 0;
    });
  },
};

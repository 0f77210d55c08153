/** `retention run`: disposes of what has been kept for as long as the rule says; with --dry-run only says what. */
import { type Disposed, judgeRetention, runRetention } from "#app/models/briefing/retentions.server.ts";
import { sweepBlobs } from "#app/models/evidence/blobs.server.ts";
import { recordJob } from "#app/platform/jobs.server.ts";

import { type Command, read, withDesk } from "./command.ts";

export const retentionRun: Command = {
  name: "retention run",
  usage: "[--dry-run] [--json]",
  summary: "Disposes of the content of inspections whose period (RETENTION_DAYS) is over; --dry-run only says which.",
  async run(words) {
    const { values } = read(words, { "dry-run": { type: "boolean" }, json: { type: "boolean" } });
    return withDesk(async (desk, services) => {
      const { settings } = services;
      const judged = await judgeRetention(desk, settings.RETENTION_DAYS ?? null);
      if (values.json) console.log(JSON.stringify(judged, null, 2));
      else
        for (const { code, verdict } of judged) {
          const due = values["dry-run"] ? "Would go" : "Goes";
          console.log(`${code}: ${verdict.due ? `${due}. Its period ended on ${verdict.since}.` : verdict.why}`);
        }
      if (values["dry-run"]) return 0;
      const disposed: Disposed[] = [];
      await recordJob(services, "retention", async () => {
        disposed.push(...(await runRetention(desk, settings.RETENTION_DAYS ?? null)));
        await sweepBlobs(desk);
        return `${disposed.length} ${disposed.length === 1 ? "inspection" : "inspections"} disposed of`;
      });
      if (values.json) return 0;
      for (const { code, files } of disposed) {
        console.log(`Disposed of the content of ${code}. ${files} files are nobody’s any more, and are taken away.`);
      }
      console.log("Backups still hold what they held when they were made: remove those that are older than the rule.");
      return 0;
    });
  },
};

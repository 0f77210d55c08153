/** Tables going out as files that hold the words of people: what left, in which form, is on record. */
import { createHash } from "node:crypto";

import { demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import type { Desk } from "#app/platform/desk.ts";

import { insertExported } from "./exported.server.ts";

/** `quoted`: the references of the evidence whose words the file holds. */
export type TableFile = { format: "csv" | "xlsx" | "json"; bytes: Uint8Array; quoted: readonly string[] };

/** Puts on record that the person took this file, and whose words it holds, in one change. */
export async function recordTableExport(
  desk: Desk,
  of: Inspection,
  { format, bytes, quoted }: TableFile,
): Promise<void> {
  demand(of, "inspection.see");
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const detail = { format, sha256, size: bytes.length };
  await desk.change({ action: "table.export", subject: `inspection:${of.id}`, inspection: of.id, detail }, (db) =>
    insertExported(db, desk, of, { format, sha256, quoted }),
  );
}

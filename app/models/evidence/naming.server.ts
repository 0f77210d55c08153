/** Many new files that are each named: every one becomes evidence by itself, whatever becomes of the others. */
import type { Inspection } from "#app/models/inspections/inspections.server.ts";
import type { Desk } from "#app/platform/desk.ts";
import { Invalid } from "#app/platform/failure.ts";

import { checkDetails } from "./details.server.ts";
import { setLines } from "./lines.server.ts";
import { addFiles } from "./uploads.server.ts";
import { takeWaiting } from "./waiting.server.ts";

/** A row of the table as a form sends it. */
export type TypedRow = {
  /** The id of a file that has come and waits. */
  arrival: string;
  title: string;
  kind: string;
  voice: string;
  /** The reference of a line, or "". */
  line: string;
  asAt: string;
  /** What a picture shows. */
  shows: string;
  restricted: boolean;
  /** Adds it though the same bytes are evidence already. */
  again: boolean;
};

export type RowOutcome = { arrival: string } & (
  { evidence: { id: string; ref: string; title: string } } | { errors: Record<string, string> }
);

function checkLine(of: Inspection, ref: string): Record<string, string> {
  const lines = of.framework.judgements.flatMap(({ themes }) => themes.flatMap((theme) => theme.lines));
  return !ref || lines.some((line) => line.ref === ref) ? {} : { line: "Choose a line from the list" };
}

function checkRow(of: Inspection, row: TypedRow) {
  const { title, kind, voice, asAt, shows, restricted } = row;
  const sensitivity = restricted ? "restricted" : "internal";
  const own = kind === "photograph" ? { own: { shows } } : {};
  const errors = checkLine(of, row.line);
  try {
    const details = checkDetails({ title, kind, voice, asAt, sensitivity, ...own }, { titled: true });
    if (!Object.keys(errors).length) return details;
  } catch (error) {
    if (!(error instanceof Invalid)) throw error;
    Object.assign(errors, error.errors);
  }
  throw new Invalid(errors);
}

async function addRow(desk: Desk, of: Inspection, row: TypedRow) {
  const details = checkRow(of, row);
  const files = await takeWaiting(desk, of, [row.arrival]);
  const [outcome] = await addFiles(desk, of, details, { files, refused: [], again: row.again });
  if (outcome?.state === "known") {
    throw new Invalid({
      again: `It is already here as ${outcome.evidence.ref}. Tick “Add it all the same”, or remove it.`,
    });
  }
  if (outcome?.state !== "added") throw new Invalid({ file: outcome?.why ?? "This file could not be added." });
  if (row.line) await setLines(desk, of, outcome.evidence.id, [row.line]);
  return outcome.evidence;
}

/** Adds each row as evidence. A row that cannot be taken comes back with a message for each field, and its file waits on. */
export async function addNamed(desk: Desk, of: Inspection, rows: readonly TypedRow[]): Promise<RowOutcome[]> {
  const outcomes: RowOutcome[] = [];
  for (const row of rows) {
    const { arrival } = row;
    try {
      outcomes.push({ arrival, evidence: await addRow(desk, of, row) });
    } catch (error) {
      if (!(error instanceof Invalid)) throw error;
      outcomes.push({ arrival, errors: error.errors });
    }
  }
  return outcomes;
}

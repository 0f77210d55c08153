/**
 * Citations find their words again whenever the text of a file has been read: in the file that was cited, then in the
 * newest revision of the evidence. What cannot be found there is marked, so that a person checks it.
 */
import { and, eq, isNotNull } from "drizzle-orm";

import { evidenceFile } from "#db/schema/evidence.ts";
import { citation } from "#db/schema/findings.ts";

import { anchorAt } from "#app/models/evidence/text/locate.ts";
import { names, placeIn } from "#app/models/evidence/text/place.ts";
import { UnitSearch } from "#app/models/evidence/text/unit-search.ts";
import { type CitedFile, filesOf, unitTextsOf, type UnitText } from "#app/models/evidence/text/unit-texts.server.ts";
import { recountLinesOf } from "#app/models/inspections/lines.server.ts";
import type { Db, Desk } from "#app/platform/desk.ts";

import type { CitationState } from "./finding.ts";

type Row = typeof citation.$inferSelect;
type Change = Partial<Pick<Row, "file" | "seq" | "start" | "end" | "prefix" | "suffix" | "locator" | "sha256">> &
  Pick<Row, "state" | "atFile" | "atSeq" | "atStart" | "atEnd">;

/** How many citations now stand in each state, of those whose place changed. */
export type Relocated = Record<CitationState, number>;

type Searches = {
  files: CitedFile[];
  /** In the files with the very bytes that were cited. */
  cited(sha256: string | null): Promise<UnitSearch<UnitText>>;
  /** In the newest revision. */
  current: UnitSearch<UnitText>;
  /** Whether all of the newest revision has been read. */
  complete: boolean;
};

async function searchesOf(db: Db, evidenceId: string): Promise<Searches> {
  const files = await filesOf(db, evidenceId);
  const searchIn = async (some: CitedFile[]) =>
    new UnitSearch(
      await unitTextsOf(
        db,
        some.map(({ id }) => id),
      ),
    );
  const current = files.filter((file) => file.current);
  const known = new Map<string, Promise<UnitSearch<UnitText>>>();
  return {
    files,
    cited(sha256) {
      const same = sha256 === null ? current : files.filter((file) => file.sha256 === sha256);
      const key = sha256 ?? "";
      const search = known.get(key) ?? searchIn(same);
      known.set(key, search);
      return search;
    },
    current: await searchIn(current),
    complete: current.every(({ read }) => read),
  };
}

const anchorOf = ({ quote, prefix, suffix, start }: Row) => ({
  exact: quote ?? "",
  prefix: prefix ?? "",
  suffix: suffix ?? "",
  start: start ?? 0,
});

/** Where the words stand in the file that was cited: told the first time that its text is read. */
async function firstAnchor(row: Row, { files, cited }: Searches): Promise<Partial<Change>> {
  if (row.file !== null) return {};
  const said = (unit: UnitText) => (row.locator !== null && names(row.locator, unit.label) ? 0.5 : 0);
  const found = (await cited(row.sha256)).find(anchorOf(row), said);
  if (!found) return {};
  const { unit, start, end } = found;
  const { prefix, suffix } = anchorAt(unit.text, start, end);
  const locator = said(unit) && unit.kind !== "sheet" ? row.locator : placeIn(unit, start);
  const sha256 = files.find(({ id }) => id === unit.file)?.sha256 ?? row.sha256;
  return { file: unit.file, seq: unit.seq, start, end, prefix, suffix, locator, sha256 };
}

/** What changes for a citation; null where nothing does. */
async function relocated(row: Row, searches: Searches): Promise<Change | null> {
  const anchored = { ...row, ...(await firstAnchor(row, searches)) };
  const { files, current, complete } = searches;
  const was = files.find(({ id }) => id === anchored.file);
  const liking = ({ file, seq, label }: UnitText) => {
    const name = files.find(({ id }) => id === file)?.name;
    const same = file === anchored.file && seq === anchored.seq;
    const called = anchored.locator !== null && names(anchored.locator, label);
    return (same ? 0.1 : 0) + (name === was?.name ? 0.05 : 0) + (called ? 0.05 : 0);
  };
  const found = current.find(anchorOf(anchored), liking);
  // What is not found word for word may stand in a file that is still to be read.
  if (!complete && found?.state !== "found") return null;
  const at = found
    ? { state: found.state, atFile: found.unit.file, atSeq: found.unit.seq, atStart: found.start, atEnd: found.end }
    : { state: "lost" as const, atFile: null, atSeq: null, atStart: null, atEnd: null };
  // Words that no machine could read anywhere were typed from a picture: nothing was lost.
  if (!found && anchored.file === null && current.empty) return null;
  const change: Change = { ...at, ...changedOf(row, anchored) };
  const same = (Object.keys(change) as (keyof Change)[]).every((key) => row[key] === change[key]);
  return same ? null : change;
}

const anchors = ["file", "seq", "start", "end", "prefix", "suffix", "locator", "sha256"] as const;
const changedOf = (row: Row, anchored: Row): Partial<Change> =>
  Object.fromEntries(anchors.filter((key) => row[key] !== anchored[key]).map((key) => [key, anchored[key]]));

/** Others wait their turn between two citations. */
const breath = () => new Promise<void>((resolve) => setImmediate(resolve));

/**
 * Looks for the words of all citations of the evidence that this file belongs to: once its text has been kept. One
 * change for all, and no change where nothing moved. Returns how many were found, nearly found and lost.
 */
export async function relocateCitations(desk: Desk, file: { id: string; inspection: string }): Promise<Relocated> {
  const counts: Relocated = { found: 0, near: 0, lost: 0 };
  const [of] = await desk.read
    .select({ evidence: evidenceFile.evidence })
    .from(evidenceFile)
    .where(eq(evidenceFile.id, file.id));
  if (!of) return counts;
  const quoted = and(eq(citation.evidence, of.evidence), isNotNull(citation.quote));
  const rows = await desk.read.select().from(citation).where(quoted);
  if (rows.length === 0) return counts;
  const searches = await searchesOf(desk.read, of.evidence);
  const changes: { id: string; finding: string; change: Change }[] = [];
  for (const row of rows) {
    const change = await relocated(row, searches);
    if (change) changes.push({ id: row.id, finding: row.finding, change });
    if (change?.state) counts[change.state] += 1;
    await breath();
  }
  if (changes.length === 0) return counts;
  const event = { action: "citation.relocate", subject: `evidence:${of.evidence}`, inspection: file.inspection };
  await desk.change({ ...event, detail: counts }, async (db) => {
    for (const { id, change } of changes) await db.update(citation).set(change).where(eq(citation.id, id));
    await recountLinesOf(
      db,
      changes.map(({ finding }) => finding),
    );
  });
  return counts;
}

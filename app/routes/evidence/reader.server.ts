/** What the reader shows of a piece of evidence, for this person: the council sees its own text and nothing beside it. */
import { fileTypeTitle } from "#app/models/evidence/file-kind.ts";
import { findDetails } from "#app/models/evidence/details.server.ts";
import { type EvidenceItem, findEvidence } from "#app/models/evidence/library.server.ts";
import { extractionWords } from "#app/models/evidence/text/extraction.ts";
import { names } from "#app/models/evidence/text/place.ts";
import { findText } from "#app/models/evidence/text/texts.server.ts";
import { type CitingView, listCiting } from "#app/models/findings/cited.server.ts";
import { allowed, type Inspection } from "#app/models/inspections/inspections.server.ts";
import type { Desk } from "#app/platform/desk.ts";
import { NotFound } from "#app/platform/failure.ts";

import { findIn, type Found } from "./find-in.server.ts";
import { linkingOf, linkedBy } from "./linking.server.ts";
import { previewOf } from "./preview.ts";
import { readingOf } from "./reading-state.server.ts";
import { loadSheet, marksOf, type SheetView } from "./sheet.server.ts";

const wholeNumber = (typed: string | null): number | null => (/^\d{1,9}$/.test(typed ?? "") ? Number(typed) : null);

/** What an address says of where to read; anything else in it is as if it were not there. */
const askedIn = (url: URL) => {
  const value = (name: string) => url.searchParams.get(name);
  return {
    file: value("file"),
    part: wholeNumber(value("part")),
    at: wholeNumber(value("at")) ?? 0,
    find: value("find") ?? "",
    hit: wholeNumber(value("hit")),
    line: value("line") ?? "",
    linked: value("linked"),
  };
};

/** The files, the newest revision first, as the reader names them. */
function filesOf({ files }: EvidenceItem) {
  const newest = files[0]?.revision ?? 1;
  return files.map(({ id, name, mediaType, revision }) => ({
    ...{ id, name, revision, newest },
    type: fileTypeTitle(name),
    preview: previewOf(mediaType),
    old: revision < newest,
  }));
}

async function shownIn(desk: Desk, of: Inspection, { id, title }: EvidenceItem): Promise<string> {
  const { details } = await findDetails(desk, of, id);
  return details.fields.shows || title;
}

/** `single` shows one page at a time: beside the picture of it. Throws `NotFound` for what is not there to be read. */
export async function loadReader(desk: Desk, of: Inspection, id: string, url: URL, { single = false } = {}) {
  const asked = askedIn(url);
  const item = await findEvidence(desk, of, id);
  const files = filesOf(item);
  const file = asked.file ? files.find((one) => one.id === asked.file) : files[0];
  if (!file) throw new NotFound();
  const text = await findText(desk, of, file.id);
  const inspector = allowed(of, "evidence.see-inspectorate");
  const citing = inspector ? await listCiting(desk, of, id) : [];
  const find = await findIn(desk, of, file.id, { words: asked.find, hit: asked.hit, part: asked.part });
  const sheet = await loadSheet(desk, of, file.id, {
    place: placeOf(asked, find),
    marks: [...marksOf(citing, file.id), ...(find?.places ?? [])],
    single,
  });
  return {
    code: of.code,
    inspection: of.title,
    ...{ id, ref: item.ref, title: item.title },
    file,
    files,
    /** What a picture shows, in words. */
    shows: file.preview === "image" ? await shownIn(desk, of, item) : "",
    status: text.status,
    words: text.status && (text.units.length === 0 || text.status !== "ok") ? extractionWords(text.status) : null,
    warnings: text.warnings,
    origin: text.origin,
    find: find && foundView(find),
    ...sheetView(sheet, citing, file.id),
    line: asked.line,
    linking: await linkingOf(desk, of, asked.line),
    linked: await linkedBy(desk, of, citing, asked.linked),
    reading: inspector ? await readingOf(desk, of, item) : null,
  };
}

export type ReaderView = Awaited<ReturnType<typeof loadReader>>;

/** Words that were looked for lead to where they stand; else the address says where to read. */
function placeOf({ part, at, hit }: ReturnType<typeof askedIn>, find: Found | null) {
  const found = find?.places[find.at];
  if (found && (hit !== null || part === null)) return { part: found.part, at: found.start };
  return part === null ? (found ? { part: found.part, at: found.start } : null) : { part, at };
}

const foundView = ({ words, places, at }: Found) => ({
  words,
  count: places.length,
  /** From 1; 0 where nothing was found. */
  hit: at + 1,
  id: places[at]?.id ?? null,
  parts: [...new Set(places.map(({ part }) => part))],
});

function sheetView(sheet: SheetView, citing: CitingView[], file: string) {
  const cited = new Map<number, number>();
  for (const { part } of marksOf(citing, file)) cited.set(part, (cited.get(part) ?? 0) + 1);
  const shown = new Set(sheet.sheets.map(({ part }) => part));
  const labels = sheet.sheets.map(({ label }) => label);
  return {
    sheet,
    /** How many passages are cited of each unit; nothing where none is, or nobody is told. */
    cited: Object.fromEntries(cited),
    passages: citing
      .filter(
        ({ stretches, quote, locator }) =>
          stretches.some((one) => one.file === file && shown.has(one.part)) ||
          (quote === null && locator !== null && labels.some((label) => names(locator, label))),
      )
      .map(passageView),
    citedInAll: citing.length,
  };
}

export const passageView = ({ stretches: _, place: __, text, ...one }: CitingView) => ({ ...one, about: text });

export type PassageView = ReturnType<typeof passageView>;

/**
 * A copy of evidence from which words are taken out: a new file made of the text that is left, so that nothing is hidden
 * under anything. The original stays, restricted. What was taken out is on no record.
 */
import { and, eq } from "drizzle-orm";
import { randomUUID } from "node:crypto";

import { evidence, evidenceLine } from "#db/schema/evidence.ts";
import { consent } from "#db/schema/fieldwork.ts";

import { admit, type Admitted } from "#app/models/evidence/admission.server.ts";
import { insertEvidence, insertFiles } from "#app/models/evidence/arrivals.server.ts";
import { TITLE_LENGTH } from "#app/models/evidence/evidence.ts";
import { type EvidenceFileRow, type EvidenceItem, findEvidence } from "#app/models/evidence/library.server.ts";
import { holdsAny, MOST_PHRASES, PHRASE_LENGTH, readPhrases, redact } from "#app/models/evidence/redaction.ts";
import { decodeText } from "#app/models/evidence/text/decode-text.ts";
import { listUnitTexts } from "#app/models/evidence/text/unit-texts.server.ts";
import { demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import { sideOfPart } from "#app/models/inspections/part.ts";
import type { Desk } from "#app/platform/desk.ts";
import { Invalid, NotFound, Refused, Stale } from "#app/platform/failure.ts";

import type { RedactedPage } from "./redacted-pdf.server.ts";

/** Kept as text, word for word. */
const asText = { "text/plain": "txt", "text/markdown": "md", "text/csv": "csv" } as const;
/** Made anew as plain text: their parts and markup are dropped. */
const toText = ["message/rfc822", "application/vnd.ms-outlook", "text/html"];

type Ending = "txt" | "md" | "csv" | "pdf";

const endingOf = ({ mediaType }: EvidenceFileRow): Ending => {
  if (Object.hasOwn(asText, mediaType)) return asText[mediaType as keyof typeof asText];
  return toText.includes(mediaType) ? "txt" : "pdf";
};

/** Longer texts are not kept whole by what reads them. */
const LARGEST_TEXT = 5_000_000;

/** What there is to copy: the files of the newest version. Throws `NotFound` where it is not the reader's side's. */
export async function findRedactable(desk: Desk, of: Inspection, id: string): Promise<EvidenceItem> {
  demand(of, "evidence.redact");
  const item = await findEvidence(desk, of, id);
  if (item.withdrawn || item.side !== sideOfPart(of.part)) throw new NotFound("evidence.redact");
  const newest = Math.max(0, ...item.files.map(({ revision }) => revision));
  return { ...item, files: item.files.filter(({ revision }) => revision === newest) };
}

/** Why no copy can be made of this file, or null. */
export function whyNotRedact({ name, mediaType, size, textStatus }: EvidenceFileRow): string | null {
  if (Object.hasOwn(asText, mediaType)) return size > LARGEST_TEXT ? `“${name}” is too long.` : null;
  if (textStatus === null) return `“${name}” has not been read yet. Try again in a minute.`;
  if (textStatus !== "ok") return `“${name}” has no text that can be read here, so words in it cannot be found.`;
  return null;
}

type Part = { file: EvidenceFileRow; ending: Ending; pages: RedactedPage[] };

async function bytesOf({ storage }: Desk, sha256: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of storage.open(sha256)) chunks.push(chunk);
  return new Uint8Array(Buffer.concat(chunks));
}

async function partOf(desk: Desk, of: Inspection, file: EvidenceFileRow): Promise<Part> {
  const why = whyNotRedact(file);
  if (why) throw new Refused(why);
  const ending = endingOf(file);
  if (Object.hasOwn(asText, file.mediaType)) {
    return { file, ending, pages: [{ label: "text", text: decodeText(await bytesOf(desk, file.sha256)) }] };
  }
  const units = await listUnitTexts(desk, of, file.id);
  return { file, ending, pages: units.map(({ label, text }) => ({ label, text })) };
}

function checkPhrases(typed: string): string[] {
  const phrases = readPhrases(typed);
  if (!phrases.length) throw new Invalid({ words: "Enter the words to take out, one phrase on each line" });
  if (phrases.length > MOST_PHRASES) throw new Invalid({ words: `Enter ${MOST_PHRASES} phrases or fewer at a time` });
  const long = phrases.find((phrase) => phrase.length > PHRASE_LENGTH);
  if (long) throw new Invalid({ words: `A phrase must be ${PHRASE_LENGTH} characters or fewer` });
  return phrases;
}

/** The parts without the phrases. Throws `Invalid` for a phrase that is nowhere: a slip of the pen would leave a name in. */
function redactParts(parts: Part[], phrases: string[]): Part[] {
  const texts = parts.flatMap(({ pages }) => pages.map(({ text }) => text));
  const { texts: left, found } = redact(texts, phrases);
  const missing = phrases.filter((phrase) => !found.get(phrase));
  if (missing.length) {
    const named = missing.map((phrase) => `“${phrase}”`).join(", ");
    throw new Invalid({ words: `${named} was not found as you typed it. Correct it, or take it off the list.` });
  }
  let at = 0;
  const clean = (text: string) => redact([text], phrases).texts.join(" ");
  return parts.map((part) => ({
    ...part,
    pages: part.pages.map(({ label }) => ({ label: clean(label), text: left[at++] ?? "" })),
  }));
}

async function* one(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

async function written({ ending, pages }: Part, title: string, at: Date): Promise<Uint8Array> {
  if (ending === "pdf") return (await import("./redacted-pdf.server.ts")).redactedPdf(title, pages, at);
  const many = pages.length > 1;
  const texts = pages.map(({ label, text }) => (many ? `${label}\n\n${text}` : text));
  return new TextEncoder().encode(texts.join("\n\n"));
}

type Typed = { words: string; title: string; version: number };

/** The title of the copy, without the words; throws `Invalid` where it cannot be taken. */
function titleOf(item: EvidenceItem, typed: string, phrases: string[]): string {
  const title = typed.replace(/\s+/g, " ").trim() || redact([item.title], phrases).texts[0] || "";
  if (holdsAny(title, phrases)) throw new Invalid({ title: "The title still has words that are to be taken out" });
  const whole = typed.trim() ? title : `${title}, redacted`;
  if (whole.length > TITLE_LENGTH)
    throw new Invalid({ title: `Use ${TITLE_LENGTH} characters or fewer for the title` });
  return whole;
}

/**
 * Makes the copy and restricts the original. Throws `Invalid` where a phrase is not found, `Refused` where a file has no
 * text, and `Stale` where someone changed the original since `version`. Returns the id of the copy.
 */
export async function redactEvidence(desk: Desk, of: Inspection, id: string, typed: Typed): Promise<string> {
  const item = await findRedactable(desk, of, id);
  const phrases = checkPhrases(typed.words);
  const title = titleOf(item, typed.title, phrases);
  const found: Part[] = [];
  for (const file of item.files) found.push(await partOf(desk, of, file));
  if (!found.length) throw new Refused("There is no file to make a copy of.");
  const parts = redactParts(found, phrases);
  const files: Admitted[] = [];
  try {
    for (const [n, part] of parts.entries()) {
      const bytes = await written(part, title, desk.now());
      const arrival = await desk.storage.receive(one(bytes), Infinity);
      const name = `${item.ref}-redacted${parts.length > 1 ? `-${n + 1}` : ""}.${part.ending}`;
      files.push(await admit(desk, of, { name, arrival }));
      await arrival.keep();
    }
    return await insert(desk, of, item, { title, phrases, files, version: typed.version });
  } finally {
    for (const { arrival } of files) await arrival.drop();
  }
}

type Copy = { title: string; phrases: string[]; files: Admitted[]; version: number };

async function insert(desk: Desk, of: Inspection, item: EvidenceItem, copy: Copy): Promise<string> {
  const id = randomUUID();
  const { title, phrases, files } = copy;
  const clean = (text: string | null) => (text === null ? null : redact([text], phrases).texts.join(" "));
  const detail = { redacts: item.id, sha256: files.map(({ arrival }) => arrival.sha256).join(" ") };
  const event = { action: "evidence.redact", subject: `evidence:${id}`, inspection: of.id, detail };
  await desk.change(event, async (db, keep) => {
    const [row] = await db.select().from(evidence).where(eq(evidence.id, item.id));
    if (!row || row.withdrawnAt) throw new NotFound();
    if (row.version !== copy.version) throw new Stale({ title: row.title }, row.version);
    const { kind, voice, asAt, until, reviewBy } = row;
    await insertEvidence(db, desk, of, id, {
      ...{ title, kind, voice, asAt, until, reviewBy, sensitivity: "internal" },
      owner: clean(row.owner),
      department: clean(row.department),
      fields: Object.fromEntries(Object.entries(row.fields).map(([name, value]) => [name, clean(value) ?? ""])),
    });
    await db.update(evidence).set({ redacts: item.id }).where(eq(evidence.id, id));
    await insertFiles(db, desk, { evidence: id, revision: 1 }, files);
    const lines = await db
      .select()
      .from(evidenceLine)
      .where(and(eq(evidenceLine.evidence, item.id), eq(evidenceLine.side, item.side)));
    if (lines.length) await db.insert(evidenceLine).values(lines.map((one) => ({ ...one, evidence: id })));
    // Whoever agreed to be quoted, or not, agreed for the copy too.
    const agreed = await db.select().from(consent).where(eq(consent.evidence, item.id));
    if (agreed.length) await db.insert(consent).values(agreed.map((one) => ({ ...one, evidence: id, version: 1 })));
    await db
      .update(evidence)
      .set({ sensitivity: "restricted", version: row.version + 1 })
      .where(eq(evidence.id, item.id));
    keep(null, { title });
  });
  return id;
}

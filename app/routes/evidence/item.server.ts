/** What the page of one piece of evidence shows, for this person. */
import { fileTypeTitle } from "#app/models/evidence/file-kind.ts";
import { findAppraisal, findReading } from "#app/models/evidence/appraisals.server.ts";
import { asTyped } from "#app/models/evidence/details.ts";
import { findDetails } from "#app/models/evidence/details.server.ts";
import { type EvidenceKind, evidenceKindTitle, sensitivityTitle, voiceTitle } from "#app/models/evidence/evidence.ts";
import { kinds } from "#app/models/evidence/kinds/kinds.ts";
import { type EvidenceItem, findEvidence, mayRevise, mayWithdraw } from "#app/models/evidence/library.server.ts";
import { mayReturn } from "#app/models/evidence/returns.server.ts";
import { dayOf, evidenceState } from "#app/models/evidence/state.ts";
import { extractionWords, originWords } from "#app/models/evidence/text/extraction.ts";
import { type FileState, listFileStates } from "#app/models/evidence/text/file-states.server.ts";
import { findTyped, type Typed, whyNotType } from "#app/models/evidence/transcripts.server.ts";
import { type CitingView, listCiting } from "#app/models/findings/cited.server.ts";
import { allowed, type Inspection } from "#app/models/inspections/inspections.server.ts";
import type { Desk } from "#app/platform/desk.ts";
import { shortDate, timeOf } from "#app/ui/dates.ts";

import { factsOf, ownFactsOf } from "./item-facts.ts";
import { previewOf } from "./preview.ts";

const moment = (at: string) => `${shortDate(at)}, ${timeOf(at)}`;

/** What inspectors alone are shown. */
async function loadInside(desk: Desk, of: Inspection, id: string) {
  if (!allowed(of, "evidence.see-inspectorate")) return null;
  const { quality, reader } = await findAppraisal(desk, of, id);
  const readAt = await findReading(desk, of, id);
  return {
    quality,
    reader: reader?.name ?? null,
    toRead: reader !== null && reader.id === desk.user?.id,
    read: readAt && shortDate(readAt),
    citing: byLine(await listCiting(desk, of, id)),
  };
}

/** Kinds that hold what somebody said. */
const holdsWords: readonly EvidenceKind[] = ["interview", "focus-group", "observation", "quotation"];

export async function loadItem(desk: Desk, of: Inspection, id: string) {
  const item = await findEvidence(desk, of, id);
  const { details, returned } = await findDetails(desk, of, id);
  const states = await listFileStates(desk, of, id);
  const anyTyped = [...states.values()].some(({ origin }) => origin === "typed");
  const typed = anyTyped ? await findTyped(desk, of, id) : new Map<string, Typed>();
  const own = mayRevise(of, item);
  const inspector = allowed(of, "evidence.see-inspectorate");
  const whole = kinds[details.kind].file === "none" || [...states.values()].some(({ current }) => current);
  return {
    code: of.code,
    inspection: of.title,
    id,
    ref: item.ref,
    title: item.title,
    kind: evidenceKindTitle(item.kind),
    state: evidenceState(
      { withdrawn: item.withdrawn, returned: returned !== null, whole, reviewBy: details.reviewBy },
      dayOf(desk.now()),
    ),
    facts: factsOf(details, {
      voice: details.voice && voiceTitle(details.voice),
      sensitivity: sensitivityTitle(details.sensitivity),
      from: inspector ? (item.side === "council" ? "The council" : "Inspectors") : null,
    }),
    own: ownFactsOf(details.kind, details.fields),
    remarks: kinds[details.kind].remarks?.(details.fields) ?? [],
    added: moment(item.addedAt),
    by: item.addedBy,
    withdrawn: item.withdrawn,
    withdrawnReason: item.withdrawnReason,
    returned: returned && { at: shortDate(returned.at), reason: returned.reason },
    version: item.version,
    /** As the form sends them. */
    details: asTyped(details),
    files: item.files.map((file) => shownFile(file, { state: states.get(file.id), typed: typed.get(file.id), own })),
    whole,
    inside: await loadInside(desk, of, id),
    mayEdit: own,
    mayRedact: own && item.files.length > 0 && allowed(of, "evidence.redact"),
    mayWithdraw: !item.withdrawn && mayWithdraw(of, item),
    mayReturn: returned === null && whole && mayReturn(of, item),
    mayAccept: returned !== null && mayReturn(of, item),
    mayAppraise: !item.withdrawn && allowed(of, "evidence.appraise"),
    /** What somebody said to inspectors: they agreed to its use, or take it back. */
    asksConsent: inspector && item.side === "inspectorate" && holdsWords.includes(item.kind),
    mayReread: !item.withdrawn && allowed(of, "evidence.add"),
  };
}

type FileFacts = { state: FileState | undefined; typed: Typed | undefined; own: boolean };

function shownFile(file: EvidenceItem["files"][number], { state, typed, own }: FileFacts) {
  const { status = null, origin = null, warnings = [], current = true, addedAt = "" } = state ?? {};
  return {
    id: file.id,
    name: file.name,
    size: file.size,
    sha256: file.sha256,
    revision: file.revision,
    type: fileTypeTitle(file.name),
    preview: previewOf(file.mediaType),
    current,
    added: addedAt && shortDate(addedAt),
    status,
    /** What became of its text; null while it waits to be read. */
    words: status && extractionWords(status),
    origin: origin && originWords(origin),
    typed: typed && origin === "typed" ? { by: typed.by, at: moment(typed.at) } : null,
    warnings,
    mayType: own && whyNotType(own, { textStatus: status, textOrigin: origin }) === null,
  };
}

function byLine(citing: CitingView[]) {
  const lines: { ref: string; title: string; citations: CitingView[] }[] = [];
  for (const one of citing) {
    if (lines.at(-1)?.ref !== one.ref) lines.push({ ref: one.ref, title: one.line, citations: [] });
    lines.at(-1)?.citations.push(one);
  }
  return lines;
}

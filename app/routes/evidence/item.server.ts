/** What the page of one piece of evidence shows, for this person. */
import { fileTypeTitle } from "#app/models/evidence/file-kind.ts";
import { evidenceKindTitle, voiceTitle } from "#app/models/evidence/evidence.ts";
import { findEvidence, mayWithdraw } from "#app/models/evidence/library.server.ts";
import { type CitingView, listCiting } from "#app/models/findings/cited.server.ts";
import { allowed, type Inspection } from "#app/models/inspections/inspections.server.ts";
import type { Desk } from "#app/platform/desk.ts";
import { shortDate, timeOf } from "#app/ui/dates.ts";

export async function loadItem(desk: Desk, of: Inspection, id: string) {
  const { files, ...item } = await findEvidence(desk, of, id);
  const inspector = allowed(of, "evidence.see-inspectorate");
  return {
    code: of.code,
    inspection: of.title,
    id,
    ref: item.ref,
    title: item.title,
    kind: evidenceKindTitle(item.kind),
    voice: item.voice && voiceTitle(item.voice),
    asAt: item.asAt && shortDate(item.asAt),
    added: `${shortDate(item.addedAt)}, ${timeOf(item.addedAt)}`,
    by: item.addedBy,
    from: inspector ? (item.side === "council" ? "The council" : "Inspectors") : null,
    withdrawn: item.withdrawn,
    withdrawnReason: item.withdrawnReason,
    version: item.version,
    /** As the form sends them. */
    details: { title: item.title, kind: item.kind, voice: item.voice ?? "", asAt: item.asAt ?? "" },
    files: files.map(({ id: file, name, size, sha256, revision }) => ({
      id: file,
      name,
      size,
      sha256,
      revision,
      type: fileTypeTitle(name),
    })),
    /** By line; null for those who may not know. */
    citing: inspector ? byLine(await listCiting(desk, of, id)) : null,
    mayEdit: !item.withdrawn && allowed(of, "evidence.add"),
    mayWithdraw: !item.withdrawn && mayWithdraw(of, item),
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

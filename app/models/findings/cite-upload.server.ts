/** Cites evidence that may only now be arriving. */
import { addEvidence } from "#app/models/evidence/arrivals.server.ts";
import { cleanFileName } from "#app/models/evidence/file-kind.ts";
import type { Inspection } from "#app/models/inspections/inspections.server.ts";
import type { Desk } from "#app/platform/desk.ts";
import { Invalid } from "#app/platform/failure.ts";
import type { Arrival } from "#app/platform/storage.ts";

import { addCitation, checkLocator, checkQuote, type CitationDraft } from "./citations.server.ts";

/**
 * Cites the evidence that was chosen, or the one file that came with the form, which becomes evidence first.
 * The words are checked before the file is kept, so that a slip of the pen does not leave evidence behind.
 */
export async function citeUpload(
  desk: Desk,
  of: Inspection,
  finding: string,
  draft: CitationDraft,
  files: { name: string; arrival: Arrival }[],
): Promise<void> {
  const [file, ...more] = files;
  if (!file) return void (await addCitation(desk, of, finding, draft));
  if (more.length) throw new Invalid({ file: "Choose one file, or upload several on the evidence page" });
  if (draft.evidence) throw new Invalid({ evidence: "Choose evidence from the list or upload a file, not both" });
  checkLocator(draft.locator);
  checkQuote(draft.quote);
  const details = { title: "", kind: "document", voice: null, asAt: null } as const;
  const arrived = { name: cleanFileName(file.name), arrival: file.arrival };
  await addCitation(desk, of, finding, { ...draft, evidence: await addEvidence(desk, of, details, arrived) });
}

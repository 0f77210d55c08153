/** Several files at once: each is taken, or told apart from what is here already, or refused, whatever becomes of the others. */
import type { Inspection } from "#app/models/inspections/inspections.server.ts";
import type { Desk } from "#app/platform/desk.ts";
import { Invalid } from "#app/platform/failure.ts";

import { addEvidence, alreadyHere, type EvidenceDraft, type NamedArrival } from "./arrivals.server.ts";
import { cleanFileName, whyNotFile } from "./file-kind.ts";
import { findEvidence } from "./library.server.ts";

type Named = { id: string; ref: string; title: string };

/** What became of one file. */
export type Outcome = { name: string; size: number | null } & (
  { state: "added"; evidence: Named } | { state: "known"; evidence: Named } | { state: "refused"; why: string }
);

/**
 * Adds each file as a piece of evidence. One whose bytes are here is not added again unless `again` says so; those
 * that were `refused` on their way in are told with the others. A title goes to a single file; of several, each takes
 * its own name. Throws `Invalid` where there is no file.
 */
export async function addFiles(
  desk: Desk,
  of: Inspection,
  draft: EvidenceDraft,
  { files, refused, again }: { files: NamedArrival[]; refused: { name: string; why: string }[]; again: boolean },
): Promise<Outcome[]> {
  if (!files.length && !refused.length) throw new Invalid({ file: "Choose a file to upload" });
  const title = files.length + refused.length === 1 ? draft.title : "";
  const outcomes = refused.map(({ name, why }): Outcome => ({ name, size: null, state: "refused", why }));
  for (const file of files) outcomes.push(await takeFile(desk, of, { ...draft, title }, { file, again }));
  return outcomes;
}

async function takeFile(
  desk: Desk,
  of: Inspection,
  draft: EvidenceDraft,
  { file: { name: given, arrival }, again }: { file: NamedArrival; again: boolean },
): Promise<Outcome> {
  const name = cleanFileName(given);
  const { size } = arrival;
  const why = whyNotFile(name, size, arrival.head);
  const [here] = why || again ? [] : await alreadyHere(desk, of, [arrival.sha256]);
  if (why || here) await arrival.drop();
  if (why) return { name, size, state: "refused", why };
  if (here) return { name, size, state: "known", evidence: named(here.evidence) };
  const id = await addEvidence(desk, of, draft, { name, arrival });
  return { name, size, state: "added", evidence: named(await findEvidence(desk, of, id)) };
}

const named = ({ id, ref, title }: Named): Named => ({ id, ref, title });

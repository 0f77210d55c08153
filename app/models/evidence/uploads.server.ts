/** Several files at once: each is taken, or told apart from what is here already, or refused, whatever becomes of the others. */
import { demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import type { Desk } from "#app/platform/desk.ts";
import { Busy, Invalid } from "#app/platform/failure.ts";

import { admit, type Admitted, type NamedArrival } from "./admission.server.ts";
import { addAdmitted, alreadyHere, type EvidenceDraft, type NamedEvidence } from "./arrivals.server.ts";
import { cleanFileName } from "./file-kind.ts";
import { findEvidence } from "./library.server.ts";

/** What became of one file. One that waited waits on unless it was added. */
export type Outcome = {
  name: string;
  size: number | null;
  /** The id under which it waited to be added; null for one that came with the form. */
  waited: string | null;
} & (
  | { state: "added"; evidence: NamedEvidence; /** What its sender should know. */ note: string | null }
  | { state: "known"; evidence: NamedEvidence }
  | { state: "refused"; why: string }
);

export type Upload = {
  files: NamedArrival[];
  /** Those that were refused on their way in. */
  refused: { name: string; why: string }[];
  /** Add what is here already all the same. */
  again: boolean;
  /** All files are one piece of evidence, or none of them is. */
  together?: boolean;
};

/**
 * Adds each file as a piece of evidence, or all of them as one. One whose bytes are here is not added again unless
 * `again` says so; those that were `refused` on their way in are told with the others. A title goes to a single piece; of
 * several, each takes its file's name. Throws `Invalid` where there is no file.
 */
export async function addFiles(desk: Desk, of: Inspection, draft: EvidenceDraft, upload: Upload): Promise<Outcome[]> {
  demand(of, "evidence.add");
  const { files, refused, again, together = false } = upload;
  if (!files.length && !refused.length) throw new Invalid({ file: "Choose a file to upload" });
  const outcomes = refused.map(({ name, why }): Outcome => ({ name, size: null, waited: null, state: "refused", why }));
  if (together && files.length > 1) return [...outcomes, ...(await addTogether(desk, of, draft, upload))];
  const title = files.length + refused.length === 1 ? draft.title : "";
  for (const file of files) {
    const taken = await take(desk, of, file, again);
    if ("state" in taken) outcomes.push(taken);
    else outcomes.push(added(taken, await addNamed(desk, of, { ...draft, title }, [taken])));
  }
  return outcomes;
}

const about = ({ name, arrival: { size }, waiting }: NamedArrival) => ({
  name: cleanFileName(name),
  size,
  waited: waiting?.id ?? null,
});

const added = ({ name, arrival: { size }, waited, note }: Admitted, evidence: NamedEvidence): Outcome => ({
  name,
  size,
  waited,
  state: "added",
  evidence,
  note,
});

async function addNamed(desk: Desk, of: Inspection, draft: EvidenceDraft, files: Admitted[]): Promise<NamedEvidence> {
  const { id, ref, title } = await findEvidence(desk, of, await addAdmitted(desk, of, draft, files));
  return { id, ref, title };
}

/** Lets a file in, or drops it and says why. */
async function take(desk: Desk, of: Inspection, file: NamedArrival, again: boolean): Promise<Admitted | Outcome> {
  const letIn = await admit(desk, of, file).catch((error: unknown) => {
    if (error instanceof Invalid || error instanceof Busy) return error;
    throw error;
  });
  if (letIn instanceof Error) {
    await file.arrival.drop();
    return { ...about(file), state: "refused", why: letIn.message };
  }
  const [here] = again ? [] : await alreadyHere(desk, of, [file.arrival.sha256]);
  if (!here) return letIn;
  await file.arrival.drop();
  return { ...about(file), state: "known", evidence: here.evidence };
}

async function addTogether(
  desk: Desk,
  of: Inspection,
  draft: EvidenceDraft,
  { files, refused, again }: Upload,
): Promise<Outcome[]> {
  const taken: (Admitted | Outcome)[] = [];
  for (const file of files) taken.push(await take(desk, of, file, again));
  const whole = taken.filter((one): one is Admitted => !("state" in one));
  if (whole.length === files.length && !refused.length) {
    const evidence = await addNamed(desk, of, draft, whole);
    return whole.map((one) => added(one, evidence));
  }
  for (const { arrival } of whole) await arrival.drop();
  const why =
    "It was to be one piece of evidence with the others, of which some were not taken. Choose all of them again.";
  return taken.map((one, at) =>
    "state" in one ? one : { ...about(files[at]!), state: "refused", why: `“${one.name}” was not added. ${why}` },
  );
}

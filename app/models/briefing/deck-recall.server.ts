/** What a deck of ours said when it left: which findings those are here, and the words that it no longer holds itself. */
import type { Inspection } from "#app/models/inspections/inspections.server.ts";
import { listWordings } from "#app/models/findings/wordings.server.ts";
import type { Desk } from "#app/platform/desk.ts";

import { fingerprint, wordsFingerprint } from "./fingerprint.ts";
import { printable } from "./printable.ts";
import type { Standing } from "./read/compare.ts";
import type { Sent } from "./read/sent.ts";

/** `sent` with the ids of findings of this inspection and, as far as they are still known, with their words. */
export async function recall(
  desk: Pick<Desk, "read">,
  of: Inspection,
  sent: Sent[],
  standing: Standing[],
): Promise<Sent[]> {
  if (!sent.length) return [];
  const byMark = new Map(standing.map((one) => [fingerprint(one.id), one]));
  const known = sent.map((one) => {
    const own = one.mark === null ? undefined : byMark.get(one.mark);
    const same = one.text === null && own && wordsFingerprint(own.text) === one.words;
    return { ...one, finding: own?.id ?? null, text: same ? printable(own.text) : one.text };
  });
  const open = known.flatMap(({ finding, text }) => (finding !== null && text === null ? [finding] : []));
  const wordings = await listWordings(desk, of, open);
  return known.map((one) => {
    if (one.finding === null || one.text !== null) return one;
    const text = wordings.get(one.finding)?.find((words) => wordsFingerprint(words) === one.words);
    return { ...one, text: text === undefined ? null : printable(text) };
  });
}

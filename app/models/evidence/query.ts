/** What a reader asks of the list of evidence, as it stands in the address. */
import { type EvidenceKind, evidenceKinds } from "./evidence.ts";

/** "-" is from the highest, or the latest, down. */
const evidenceSorts = [
  "newest",
  "oldest",
  "number",
  "-number",
  "title",
  "-title",
  "as-at",
  "-as-at",
  "cited",
  "-cited",
] as const;
export type EvidenceSort = (typeof evidenceSorts)[number];

export type EvidenceQuery = { q?: string; kind?: EvidenceKind; sort?: EvidenceSort; page?: number };

const MAX_WORDS = 200;

const oneOf = <T extends string>(values: readonly T[], given: string | null): T | undefined =>
  values.find((value) => value === given);

/** Whatever cannot be understood is as if it had not been asked. */
export function readEvidenceQuery(given: URLSearchParams): EvidenceQuery {
  const page = given.get("page") ?? "";
  return {
    q: (given.get("q") ?? "").trim().replace(/\s+/g, " ").slice(0, MAX_WORDS),
    kind: oneOf(evidenceKinds, given.get("kind")),
    sort: oneOf(evidenceSorts, given.get("sort")),
    page: /^[1-9]\d{0,6}$/.test(page) ? Number(page) : undefined,
  };
}

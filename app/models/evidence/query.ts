/** What a reader asks of the list of evidence, as it stands in the address. */
import { type Side, sides } from "#app/models/accounts/role.ts";

import { type EvidenceKind, evidenceKinds, type Sensitivity, sensitivities, type Voice, voices } from "./evidence.ts";
import { type EvidenceState, evidenceStates } from "./state.ts";

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

/** What is asked for where a piece must have none of something. */
export const NONE = "none";
type None = typeof NONE;
export type YesNo = "yes" | "no";

/** A list asks for what is any of its values, an empty one and nothing for all there is. */
export type EvidenceQuery = {
  q?: string;
  kind?: EvidenceKind[];
  voice?: (Voice | None)[];
  state?: EvidenceState[];
  /** The reference of a line, or none. */
  line?: string;
  tag?: string;
  /** Whether the reader has read it. */
  read?: YesNo;
  cited?: YesNo;
  side?: Side;
  sensitivity?: Sensitivity[];
  /** Who is to read it: the reader, or nobody yet. */
  assigned?: "me" | None;
  /** Who added it. */
  by?: "me";
  sort?: EvidenceSort;
  page?: number;
};

const MAX_WORDS = 200;
/** The longest tag, in characters. */
export const TAG_LENGTH = 40;

const oneOf = <T extends string>(values: readonly T[], given: string | null): T | undefined =>
  values.find((value) => value === given);

const anyOf = <T extends string>(values: readonly T[], given: string[]): T[] =>
  values.filter((value) => given.includes(value));

/** A tag as it is kept: in lower case, so that one word is one tag. */
export const cleanTag = (typed: string): string => typed.normalize("NFC").toLowerCase().replace(/\s+/g, " ").trim();

/** Whatever cannot be understood is as if it had not been asked; the address of the answer holds nothing else. */
export function readEvidenceQuery(given: URLSearchParams): EvidenceQuery {
  const page = given.get("page") ?? "";
  const line = given.get("line") ?? "";
  const tag = cleanTag((given.get("tag") ?? "").slice(0, MAX_WORDS));
  const all: EvidenceQuery = {
    q: (given.get("q") ?? "").trim().replace(/\s+/g, " ").slice(0, MAX_WORDS),
    kind: anyOf(evidenceKinds, given.getAll("kind")),
    voice: anyOf([...voices, NONE] as const, given.getAll("voice")),
    state: anyOf(evidenceStates, given.getAll("state")),
    line: line === NONE || /^[\w.-]{1,20}$/.test(line) ? line : "",
    tag: tag.length <= TAG_LENGTH ? tag : "",
    read: oneOf(["yes", "no"], given.get("read")),
    cited: oneOf(["yes", "no"], given.get("cited")),
    side: oneOf(sides, given.get("side")),
    sensitivity: anyOf(sensitivities, given.getAll("sensitivity")),
    assigned: oneOf(["me", NONE], given.get("assigned")),
    by: oneOf(["me"], given.get("by")),
    sort: oneOf(evidenceSorts, given.get("sort")),
    page: /^[1-9]\d{0,6}$/.test(page) ? Number(page) : undefined,
  };
  return Object.fromEntries(
    Object.entries(all).filter(
      ([, value]) => value !== undefined && value !== "" && (!Array.isArray(value) || value.length > 0),
    ),
  );
}

/** What of the query narrows the list: neither the order nor the page does. */
export const narrowing = ({ sort: _, page: __, ...rest }: EvidenceQuery): EvidenceQuery => rest;

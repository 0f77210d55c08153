/** What an inspection's findings rest on, as one moment holds it: what checks, the triangulation and the claims read. */
import type { Side } from "#app/models/accounts/role.ts";
import type { EvidenceKind, Voice } from "#app/models/evidence/evidence.ts";
import type { CitationState, FindingKind } from "#app/models/findings/finding.ts";

import type { Turn } from "./ageing.ts";

/** A piece of evidence that some finding cites. */
export type Source = {
  id: string;
  /** "E12". */
  ref: string;
  title: string;
  kind: EvidenceKind;
  /** Whose voice it carries; null where nobody has said. */
  voice: Voice | null;
  asAt: string | null;
  until: string | null;
  side: Side;
  /**
   * Who wrote it or said it, in words; null where nobody has said. Whoever sent a document of the council's is not its
   * author: a clerk may send all of them. What inspectors gathered themselves is by who added it.
   */
  author: string | null;
  withdrawn: boolean;
  /** Sent back by inspectors, and no new revision has come. */
  returned: boolean;
  turn: Turn | null;
};

export type SourceCitation = {
  id: string;
  source: Source;
  locator: string | null;
  quote: string | null;
  /** How the quotation stands in the newest revision; null where that is not known. */
  state: CitationState | null;
  /** Where its words are to be read: the file, the unit's number in it, and the character of the unit. */
  place: { file: string; part: number; at: number } | null;
};

export type Found = {
  id: string;
  kind: FindingKind;
  /** "S3". */
  name: string;
  text: string;
  inferred: string | null;
  ref: string;
  /** The title of its line. */
  line: string;
  theme: number;
  citations: SourceCitation[];
};

export type MaterialLine = { ref: string; title: string; theme: number; findings: Found[] };

/** Whether a citation bears anything out: its evidence is in use, and was not sent back. */
export const holds = ({ source }: SourceCitation): boolean => !source.withdrawn && !source.returned;

/** The distinct pieces of evidence in use that these findings cite. */
export function sourcesOf(findings: readonly Found[]): Source[] {
  const all = findings.flatMap(({ citations }) => citations.filter(holds).map(({ source }) => source));
  return [...new Map(all.map((source) => [source.id, source])).values()];
}

/** The registry of kinds: an entry in one of these files is all that a new kind takes. */
import { accounts } from "./accounts.ts";
import { decisions } from "./decisions.ts";
import { documents } from "./documents.ts";
import type { Kind } from "./kind.ts";

const groups = {
  "Documents and figures": documents,
  "Decisions and what they rest on": decisions,
  "What people said and what was seen": accounts,
} as const;

const registry = { ...documents, ...decisions, ...accounts };

export type EvidenceKind = keyof typeof registry;

export const kinds: Readonly<Record<EvidenceKind, Kind>> = registry;

/** In the order in which they are offered. */
export const evidenceKinds = Object.keys(registry) as [EvidenceKind, ...EvidenceKind[]];

/** Kinds under what they have in common. */
export const kindGroups: { title: string; kinds: EvidenceKind[] }[] = Object.entries(groups).map(([title, group]) => ({
  title,
  kinds: Object.keys(group) as EvidenceKind[],
}));

/** How a kind of evidence is called on a page. */
export const evidenceKindTitle = (kind: EvidenceKind): string => kinds[kind].title;

/** Kinds that stand by what their fields say: they are whole without a file. */
export const fileless: EvidenceKind[] = evidenceKinds.filter((kind) => kinds[kind].file === "none");

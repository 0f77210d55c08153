/** What people say about a piece of evidence: as a form sends it, and as it is kept. */
import type { EvidenceKind, Sensitivity, Voice } from "./evidence.ts";
import { ownIn, ownName } from "./kinds/own-fields.ts";

export type Details = {
  title: string;
  kind: EvidenceKind;
  voice: Voice | null;
  /** The day that it speaks of, or the first day of the period; YYYY-MM-DD, as the days below. */
  asAt: string | null;
  /** The last day of the period. */
  until: string | null;
  /** Who answers for it, as a role. */
  owner: string | null;
  department: string | null;
  sensitivity: Sensitivity;
  reviewBy: string | null;
  /** The answers to what its kind asks beside. */
  fields: Record<string, string>;
};

/** As a form sends them: each may be empty, and what was not asked is not there. */
export type TypedDetails = {
  title: string;
  kind: string;
  voice: string;
  asAt: string;
  until?: string;
  owner?: string;
  department?: string;
  sensitivity?: string;
  reviewBy?: string;
  /** By the name of the kind's field; undefined where the form did not ask for them. */
  own?: Record<string, string>;
};

const names = ["title", "kind", "voice", "asAt", "until", "owner", "department", "sensitivity", "reviewBy"] as const;

/** Reads them from the fields of a form. `asksOwn`: the form asks what the kind asks, even where nothing was answered. */
export function typedDetails(
  fields: ReadonlyMap<string, string>,
  { asksOwn = false }: { asksOwn?: boolean } = {},
): TypedDetails {
  const typed = Object.fromEntries(names.map((name) => [name, fields.get(name) ?? ""]));
  return { ...(typed as Omit<Required<TypedDetails>, "own">), ...(asksOwn && { own: ownIn(fields) }) };
}

/** The details as the fields of a form hold them. */
export const asTyped = ({ fields, ...core }: Details): Record<string, string> => ({
  ...Object.fromEntries(names.map((name) => [name, core[name] ?? ""])),
  ...Object.fromEntries(Object.entries(fields).map(([name, value]) => [ownName({ name }), value])),
});

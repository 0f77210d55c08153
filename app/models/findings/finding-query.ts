/** Which findings of an inspection are asked for: what stands in the address of their list. */
import { type FindingKind, findingKinds } from "./finding.ts";

export const citedChoices = ["yes", "no", "lost"] as const;
export type CitedChoice = (typeof citedChoices)[number];

export type FindingQuery = {
  /** The reference of a line. */
  line?: string;
  /** "claims": strengths and weaknesses, which need a citation. */
  kind?: FindingKind | "claims";
  /** "lost": a quotation of theirs is not in the newest version of its source. */
  cited?: CitedChoice;
  page?: number;
};

/** What makes no sense narrows nothing. */
export function readFindingQuery(search: URLSearchParams): FindingQuery {
  const line = /^\d+\.\d+$/.exec(search.get("line") ?? "")?.[0];
  const kind = ([...findingKinds, "claims"] as const).find((one) => one === search.get("kind"));
  const cited = citedChoices.find((one) => one === search.get("cited"));
  const page = /^[1-9]\d{0,5}$/.test(search.get("page") ?? "") ? Number(search.get("page")) : undefined;
  // The counter of lost quotations knows no kinds.
  const ofAnyKind = cited === "lost";
  return { ...(line && { line }), ...(kind && !ofAnyKind && { kind }), ...(cited && { cited }), ...(page && { page }) };
}

type One = { kind: FindingKind; citations: number; lost: boolean };

const ofKind = (kind: FindingKind, asked: FindingQuery["kind"]): boolean =>
  !asked || kind === asked || (asked === "claims" && kind !== "area");

/** Whether the list of this query holds the finding. */
export function isAsked({ kind, cited }: FindingQuery, one: One): boolean {
  if (!ofKind(one.kind, kind)) return false;
  if (cited === "lost") return one.lost;
  return !cited || one.citations > 0 === (cited === "yes");
}

type Counters = Record<
  "strengths" | "weaknesses" | "areas" | "citedStrengths" | "citedWeaknesses" | "citedAreas",
  number
>;

/** How many findings of a line the list holds, by the line's counters; null where they do not tell. */
export function countOn({ kind, cited }: FindingQuery, of: Counters): number | null {
  if (cited === "lost") return null;
  const counts: [FindingKind, number, number][] = [
    ["strength", of.strengths, of.citedStrengths],
    ["weakness", of.weaknesses, of.citedWeaknesses],
    ["area", of.areas, of.citedAreas],
  ];
  return counts
    .filter(([one]) => ofKind(one, kind))
    .reduce((sum, [, all, some]) => sum + (cited === "yes" ? some : cited === "no" ? all - some : all), 0);
}

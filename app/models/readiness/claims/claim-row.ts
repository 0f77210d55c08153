/** A claim with its finding and its source: a row of the list of claims. */
import type { FindingKind } from "#app/models/findings/finding.ts";

import { type Found, holds, type SourceCitation } from "../material.ts";
import { type Claim, claimsOf } from "./claim.ts";

export type ClaimRow = Claim & {
  finding: { id: string; kind: FindingKind; name: string; text: string; ref: string; line: string };
  sources: (Pick<SourceCitation, "id" | "locator" | "state" | "place"> & {
    evidence: string;
    ref: string;
    title: string;
  })[];
  /** When it was so: in the text's words, else the day of the newest source that bears one (YYYY-MM-DD). */
  asOf: { words: string; from: "text" | "source" } | null;
  /** Why it should be looked at: nothing is cited for it, or a source reads otherwise by now. */
  flag: "unsourced" | "changed" | null;
};

/** The claims of one finding. An area to explore asks: what it counts is listed, and "all" in a question claims nothing. */
export function claimRows({ id, kind, name, text, inferred, ref, line, citations }: Found): ClaimRow[] {
  const used = citations.filter(holds);
  const changed = used.some(({ state }) => state === "near" || state === "lost");
  const day = used
    .map(({ source }) => source.until ?? source.asAt ?? "")
    .sort()
    .at(-1);
  const once = new Map(used.map((cited) => [`${cited.source.id} ${cited.locator}`, cited]));
  const sources = [...once.values()].map(({ id, locator, state, place, source }) => ({
    ...{ id, locator, state, place },
    ...{ evidence: source.id, ref: source.ref, title: source.title },
  }));
  return claimsOf(text, inferred)
    .filter(({ value }) => kind !== "area" || value !== null)
    .map((claim) => ({
      ...claim,
      finding: { id, kind, name, text, ref, line },
      sources,
      asOf: claim.asAt ? { words: claim.asAt, from: "text" } : day ? { words: day, from: "source" } : null,
      flag: changed ? "changed" : used.length || kind === "area" ? null : "unsourced",
    }));
}

export const claimShows = ["all", "numbers", "words", "inferred", "unsourced", "changed"] as const;
/** What the list is narrowed to. */
export type ClaimShow = (typeof claimShows)[number];

const tests = {
  all: () => true,
  numbers: ({ value }) => value !== null,
  words: ({ value }) => value === null,
  inferred: ({ unitSource, value }) => unitSource === "inferred" && value !== null,
  unsourced: ({ flag }) => flag === "unsourced",
  changed: ({ flag }) => flag === "changed",
} as const satisfies Record<ClaimShow, (row: ClaimRow) => boolean>;

const titles = {
  all: "All claims",
  numbers: "Numbers",
  words: "“All” and “none”",
  inferred: "Unit inferred",
  unsourced: "Nothing cited",
  changed: "Source has changed",
} as const satisfies Record<ClaimShow, string>;

/** How a narrowing is called on a page. */
export const claimShowTitle = (show: ClaimShow): string => titles[show];

export type ClaimQuery = { show: ClaimShow; q: string };

/** Reads what an address asks. Anything unknown is all of them. */
export function readClaimQuery(asked: URLSearchParams): ClaimQuery {
  const show = claimShows.find((one) => one === asked.get("show")) ?? "all";
  return { show, q: (asked.get("q") ?? "").trim().slice(0, 100) };
}

/** The rows that a query asks for: each word must stand in the finding, its line or a source. */
export function narrowClaims(rows: readonly ClaimRow[], { show, q }: ClaimQuery): ClaimRow[] {
  const words = q.toLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter((row) => {
    const held = [
      row.finding.text,
      row.finding.ref,
      row.finding.line,
      ...row.sources.map(({ ref, title }) => `${ref} ${title}`),
    ];
    const text = held.join(" ").toLowerCase();
    return tests[show](row) && words.every((word) => text.includes(word));
  });
}

/** How many rows each narrowing has. */
export const countClaims = (rows: readonly ClaimRow[]): Record<ClaimShow, number> =>
  Object.fromEntries(claimShows.map((show) => [show, rows.filter(tests[show]).length])) as Record<ClaimShow, number>;

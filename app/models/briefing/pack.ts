/** The sealed pack as a value: what an inspection rests on, to be checked in ten years without this product. */
import type { Framework } from "#app/models/frameworks/framework.ts";

import type { Briefing } from "./briefing.ts";

export type PackedFile = {
  /** Where it lies in the pack: plain letters only. */
  path: string;
  /** As it was called when it was sent. */
  name: string;
  mediaType: string;
  sha256: string;
  size: number;
  revision: number;
  current: boolean;
};

export type PackedEvidence = {
  ref: string;
  title: string;
  kind: string;
  asAt: string | null;
  files: PackedFile[];
};

export const omissionReasons = {
  restricted: "It names people who use services, or could be traced to them.",
  "taken-back": "Whoever said it has taken it back.",
  "not-quoted": "Whoever said it has not agreed to be quoted.",
  anonymous: "Whoever said it stays unnamed, and the file may tell who it was.",
  withdrawn: "It was taken out of use.",
  "not-cited": "No finding cites it.",
} as const;
export type OmissionReason = keyof typeof omissionReasons;

export type Omission = { ref: string; title: string; reason: OmissionReason };

/** An entry of the record as it is chained: ids and digests, without words. */
export type PackedEntry = {
  seq: number;
  at: string;
  actor: string | null;
  inspection: string | null;
  action: string;
  subject: string;
  detail: Record<string, unknown>;
};

export type PackedRecord = {
  /** The hash of the record's last entry when the pack was made. */
  head: string;
  /** How many entries it had, and the root over them; null in a council's pack, which they would tell too much. */
  tree: { size: number; root: string } | null;
  entries: PackedEntry[];
};

export type Pack = {
  side: "inspectorate" | "council";
  /** UTC, ISO 8601. */
  made: string;
  briefing: Briefing;
  framework: Framework;
  evidence: PackedEvidence[];
  omissions: Omission[];
  record: PackedRecord;
  publications: { number: number; at: string; digest: string; reason: string | null }[];
};

/** What no pack of this side holds, in whole sentences. */
export const neverHeld: Record<Pack["side"], string[]> = {
  inspectorate: [
    "Private notes of inspectors, comments, notes of meetings, and what inspectors say of evidence among themselves.",
    "What the council keeps to itself: its drafts, its gaps and its improvement plan.",
    "Words in the record: it proves what was done by digests alone.",
    "Before publication, entries of the record about ratings: a digest of a rating could be guessed at.",
    "Files of evidence listed as left out, and quotations from it where it is restricted.",
  ],
  council: [
    "Evidence that inspectors added, their notes, and anything else that is theirs alone.",
    "Evidence that names people who use services, or could be traced to them.",
    "Numbers of entries in the record: they would tell of work that is not the council’s.",
    "Earlier drafts of anything.",
  ],
};

/** What could run when it is opened is named as text: its bytes, and so its hash, stay as they are. */
const mayRun = /\.(x?html?|svgz?|xml|xht|mht(ml)?|js|mjs|hta|url|lnk)$/i;

const plain = (name: string) =>
  name
    .normalize("NFKD")
    .replace(/[^\x20-\x7e]/g, "")
    .replace(/[^A-Za-z0-9._-]+/g, "-")
    .replace(/^[-.]+|[-.]+$/g, "");

/** The end of a name that tells what a file is: ".pdf". */
const endingOf = (name: string) => /\.[A-Za-z0-9]{1,8}$/.exec(plain(name))?.[0].toLowerCase() ?? "";

const STEM = 40;

/** "evidence/E12/1-2-internal-audit.pdf": the second file of the first version. */
export function packedPath(ref: string, file: { revision: number; position: number; name: string }): string {
  const ending = endingOf(file.name);
  const stem = plain(file.name.slice(0, file.name.length - ending.length))
    .slice(0, STEM)
    .replace(/[-.]+$/, "");
  const name = [file.revision, file.position + 1, stem.toLowerCase()].filter((part) => part !== "").join("-") + ending;
  return `evidence/${ref}/${mayRun.test(name) ? `${name}.txt` : name}`;
}

/** Where a citation leads inside the pack: its file, at its page where a viewer can go there. Null for what is left out. */
export function citedPlace({ evidence }: Pick<Pack, "evidence">, ref: string, locator: string | null): string | null {
  const held = evidence.find((one) => one.ref === ref);
  if (!held) return null;
  const [only, ...others] = held.files.filter(({ current }) => current);
  if (!only || others.length) return `evidence.html#${ref}`;
  const [, page] = /^page (\d+)/.exec(locator ?? "") ?? [];
  return only.path + (page && only.mediaType === "application/pdf" ? `#page=${page}` : "");
}

/** Words of restricted evidence stay out, and so does its title. */
export function sealedBriefing(briefing: Briefing, restricted: ReadonlyMap<string, string>): Briefing {
  const findings = (list: Briefing["judgements"][number]["themes"][number]["lines"][number]["strengths"]) =>
    list.map((finding) => ({
      ...finding,
      citations: finding.citations.map((one) => (restricted.has(one.evidence) ? { ...one, quote: null } : one)),
    }));
  return {
    ...briefing,
    judgements: briefing.judgements.map((judgement) => ({
      ...judgement,
      themes: judgement.themes.map((theme) => ({
        ...theme,
        lines: theme.lines.map((line) => ({
          ...line,
          strengths: findings(line.strengths),
          weaknesses: findings(line.weaknesses),
          areas: findings(line.areas),
        })),
      })),
    })),
    evidence: briefing.evidence.map((one) => {
      const title = restricted.get(one.ref);
      return title === undefined ? one : { ...one, title, asAt: null };
    }),
  };
}

/** The references of all evidence that a finding cites. */
export function citedRefs({ judgements }: Pick<Briefing, "judgements">): Set<string> {
  const lines = judgements.flatMap(({ themes }) => themes.flatMap((theme) => theme.lines));
  const all = lines.flatMap(({ strengths, weaknesses, areas }) => [...strengths, ...weaknesses, ...areas]);
  return new Set(all.flatMap(({ citations }) => citations.map(({ evidence }) => evidence)));
}

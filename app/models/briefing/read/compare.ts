/**
 * What a deck that comes back means for the findings that stand: new, the same, changed, or left out. Against the words that
 * the deck left with, where it still says them, so that a change on either side is told from one on both.
 */
import type { FindingKind } from "#app/models/findings/finding.ts";

import { wordsFingerprint } from "../fingerprint.ts";
import { printable } from "../printable.ts";
import { grouped, mostAlike, pair } from "./pairing.ts";
import { alikeWords } from "./name-key.ts";
import type { Point } from "./point.ts";
import type { Sent } from "./sent.ts";

/** A finding as it stands in the inspection, or stood. */
export type Standing = {
  id: string;
  ref: string;
  kind: FindingKind;
  text: string;
  version: number;
  withdrawn: boolean;
  /** Its words in decks that were brought in before. */
  read: string[];
};

export type Status =
  | { is: "new" }
  /** It stands already, or stood. */
  | { is: "known"; finding: string; why: "same" | "read" | "withdrawn" | "moved on" }
  /** `base`: what the deck said when it left; null where nobody knows. `both`: it was changed here as well. */
  | { is: "changed"; finding: string; base: string | null; now: string; version: number; both: boolean };

export type Gone = { finding: string; ref: string; kind: FindingKind; text: string; version: number };

export type Compared = { statuses: Map<string, Status>; gone: Gone[]; items: Map<string, Sent> };

type Placed = { ref: string | null; kind: FindingKind };
const place = ({ ref, kind }: Placed) => `${ref} ${kind}`;

const plain = (text: string) =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** What each point was in the deck as it left. */
function itemsOf(points: Point[], sent: Sent[]): { items: Map<string, Sent>; lost: Sent[] } {
  const here = grouped(points, place);
  const items = new Map<string, Sent>();
  const lost: Sent[] = [];
  for (const [at, those] of grouped(sent, place)) {
    const pairs = pair(here.get(at) ?? [], those);
    for (const [point, item] of pairs) items.set(point.id, item);
    const kept = new Set(pairs.values());
    lost.push(...those.filter((item) => !kept.has(item)));
  }
  return { items, lost };
}

/** Every point has a status; `gone` are findings that left with the deck and did not come back. */
export function compare(points: Point[], standing: Standing[], sent: Sent[]): Compared {
  const { items, lost } = itemsOf(points, sent);
  const byId = new Map(standing.map((one) => [one.id, one]));
  const statuses = new Map<string, Status>();
  const used = new Set<string>();
  for (const point of points) {
    const item = items.get(point.id);
    const own = item && ownOf(item, point, standing, byId);
    if (!item || !own) continue;
    used.add(own.id);
    statuses.set(point.id, threeWay(point.text, item, own));
  }
  for (const [at, those] of grouped(
    points.filter(({ id }) => !statuses.has(id)),
    place,
  )) {
    const here = standing.filter((one) => place(one) === at && !used.has(one.id));
    matchOpen(those, here, statuses, used);
  }
  const gone = lost.flatMap((item): Gone[] => {
    const own = ownOf(item, item, standing, byId);
    if (!own || own.withdrawn || used.has(own.id)) return [];
    return [{ finding: own.id, ref: own.ref, kind: own.kind, text: own.text, version: own.version }];
  });
  return { statuses, gone, items };
}

/** By its identifier; a deck without them is known by the words that it left with. */
function ownOf(
  item: Sent,
  at: Placed,
  standing: Standing[],
  byId: ReadonlyMap<string, Standing>,
): Standing | undefined {
  if (item.mark !== null) return item.finding === null ? undefined : byId.get(item.finding);
  const same = standing.filter((one) => place(one) === place(at) && printable(one.text) === item.text);
  return same.find(({ withdrawn }) => !withdrawn) ?? same[0];
}

function threeWay(theirs: string, { text: base, words }: Sent, own: Standing): Status {
  if (own.withdrawn) return { is: "known", finding: own.id, why: "withdrawn" };
  const [said, now] = [wordsFingerprint(theirs), wordsFingerprint(own.text)];
  if (said === now) return { is: "known", finding: own.id, why: "same" };
  if (said === words) return { is: "known", finding: own.id, why: "moved on" };
  const { id: finding, version } = own;
  return { is: "changed", finding, base, now: own.text, version, both: now !== words };
}

/** Points of decks that do not say what they were: by the same words, then by words read before, then by the most alike. */
function matchOpen(points: Point[], standing: Standing[], statuses: Map<string, Status>, used: Set<string>): void {
  const free = new Set(standing);
  const put = (point: Point, own: Standing, status: Status) => {
    statuses.set(point.id, status);
    used.add(own.id);
    free.delete(own);
  };
  const rest = () => points.filter(({ id }) => !statuses.has(id));
  const why = (own: Standing, as: "same" | "read") => (own.withdrawn ? "withdrawn" : as);
  const keys: { of(own: Standing): string[]; said(point: Point): string[]; as: "same" | "read" }[] = [
    { of: (own) => (own.withdrawn ? [] : [printable(own.text)]), said: ({ text }) => [printable(text)], as: "same" },
    { of: (own) => (own.withdrawn ? [] : [plain(own.text)]), said: ({ text }) => [plain(text)], as: "same" },
    { of: ({ read }) => read, said: ({ words, text }) => [words, text], as: "read" },
    { of: (own) => (own.withdrawn ? [plain(own.text)] : []), said: ({ text }) => [plain(text)], as: "same" },
  ];
  for (const { of, said, as } of keys) {
    const owns = grouped(
      [...free].flatMap((own) => of(own).map((key) => ({ key, own }))),
      ({ key }) => key,
    );
    for (const point of rest()) {
      const found = said(point).flatMap((key) => owns.get(key) ?? []);
      const own = found.find((one) => free.has(one.own))?.own;
      if (own) put(point, own, { is: "known", finding: own.id, why: why(own, as) });
    }
  }
  const current = [...free].filter(({ withdrawn }) => !withdrawn);
  for (const [point, own] of mostAlike(rest(), current, 0.6, (left, right) => alikeWords(left.text, right.text))) {
    const { id: finding, text: now, version } = own;
    put(point, own, { is: "changed", finding, base: null, now, version, both: true });
  }
  for (const point of rest()) statuses.set(point.id, { is: "new" });
}

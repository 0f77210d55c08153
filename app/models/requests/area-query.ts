/** What a reader asks of the list of areas to explore, as it stands in the address. */
import {
  type EnquiryKind,
  enquiryKinds,
  type EnquiryState,
  enquiryStates,
  type Method,
  methods,
} from "#app/models/fieldwork/enquiry.ts";

import type { AreaStep } from "./area-plan.ts";

/** What the list asks of an area. */
export type Listed = {
  ref: string;
  theme: number;
  text: string;
  kind: EnquiryKind;
  whoWouldKnow: string[];
  method: Method | null;
  owner: { id: string; name: string } | null;
  state: EnquiryState;
  orphaned: boolean;
  step: AreaStep | null;
};

/** Nobody follows them, beside the states that they can be in. */
export const areaShows = ["orphaned", ...enquiryStates] as const;
export type AreaShow = (typeof areaShows)[number];

const areaSorts = ["line", "text", "kind", "who", "method", "owner", "state"] as const;
export type AreaSort = (typeof areaSorts)[number];

export const NOBODY = "nobody";

export type AreaQuery = {
  state?: AreaShow;
  /** A line by its reference, or a theme by its number. */
  line?: string;
  kind?: EnquiryKind;
  /** A role that would know. */
  who?: string;
  method?: Method;
  /** The id of an inspector, or nobody. */
  owner?: string;
  sort?: AreaSort;
  page?: number;
};

const oneOf = <T extends string>(values: readonly T[], given: string | null): T | undefined =>
  values.find((value) => value === given);

/** Whatever cannot be understood is as if it had not been asked. */
export function readAreaQuery(given: URLSearchParams): AreaQuery {
  const page = given.get("page") ?? "";
  const line = given.get("line") ?? "";
  const all: AreaQuery = {
    state: given.get("orphaned") === "yes" ? "orphaned" : oneOf(areaShows, given.get("state")),
    line: /^\d{1,3}(\.\d{1,3})?$/.test(line) ? line : undefined,
    kind: oneOf(enquiryKinds, given.get("kind")),
    who: (given.get("who") ?? "").slice(0, 100) || undefined,
    method: oneOf(methods, given.get("method")),
    owner: (given.get("owner") ?? "").slice(0, 100) || undefined,
    sort: oneOf(areaSorts, given.get("sort")),
    page: /^[1-9]\d{0,4}$/.test(page) ? Number(page) : undefined,
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

const isShown = (area: Pick<Listed, "state" | "orphaned">, show: AreaShow | undefined): boolean =>
  show === undefined || (show === "orphaned" ? area.orphaned : area.state === show);

const matches = (area: Listed, { line, kind, who, method, owner }: AreaQuery): boolean =>
  (!line || area.ref === line || String(area.theme) === line) &&
  (!kind || area.kind === kind) &&
  (!who || area.whoWouldKnow.includes(who)) &&
  (!method || area.method === method) &&
  (!owner || (owner === NOBODY ? area.owner === null : area.owner?.id === owner));

/** What is empty stands last. */
const words: Record<Exclude<AreaSort, "line">, (of: Listed) => string> = {
  text: ({ text }) => text,
  kind: ({ kind }) => kind,
  who: ({ whoWouldKnow }) => whoWouldKnow[0] ?? "\uffff",
  method: ({ method }) => method ?? "\uffff",
  owner: ({ owner }) => owner?.name ?? "\uffff",
  state: ({ state, orphaned }) => (orphaned ? "0" : String(1 + enquiryStates.indexOf(state))),
};

/** The areas that the query asks for, in its order; unasked they stay in the order of the lines. */
export function askedAreas<T extends Listed>(areas: readonly T[], query: AreaQuery): T[] {
  const found = areas.filter((area) => isShown(area, query.state) && matches(area, query));
  const { sort = "line" } = query;
  if (sort === "line") return found;
  const by = words[sort];
  return found.sort((a, b) => by(a).localeCompare(by(b), "en-GB"));
}

/** How many of the areas that the other filters leave are in each state. */
export function countAreas(areas: readonly Listed[], query: AreaQuery): Record<AreaShow | "all", number> {
  const left = areas.filter((area) => matches(area, query));
  const counts = { all: left.length } as Record<AreaShow | "all", number>;
  for (const show of areaShows) counts[show] = left.filter((area) => isShown(area, show)).length;
  return counts;
}

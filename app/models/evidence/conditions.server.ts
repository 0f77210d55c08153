/** What a query of the list asks, as conditions: one for each thing that it can be narrowed by. */
import { and, eq, exists, gt, inArray, isNull, or, type SQL, sql } from "drizzle-orm";

import { appraisal, evidence, evidenceFile, evidenceLine, evidenceTag, reading } from "#db/schema/evidence.ts";
import { citation, finding } from "#db/schema/findings.ts";
import { line } from "#db/schema/inspections.ts";

import { sides } from "#app/models/accounts/role.ts";
import { allowed, type Inspection } from "#app/models/inspections/inspections.server.ts";
import type { Desk } from "#app/platform/desk.ts";

import { type EvidenceQuery, NONE } from "./query.ts";
import { dayOf, evidenceStates } from "./state.ts";
import { stateCondition } from "./states.server.ts";
import { holdsWords } from "./text/hits.server.ts";

export const isInspector = (of: Inspection): boolean => allowed(of, "evidence.see-inspectorate");

/** Whose lines and tags the person sees: the council its own, inspectors both. */
const seenSides = (of: Inspection) => (isInspector(of) ? [...sides] : (["council"] as const).slice());

/** Rows of evidence and line: what each piece is about. To inspectors that is also what cites it. */
export function aboutLines(of: Inspection): SQL {
  const said = sql`select ${evidenceLine.evidence} as evidence, ${evidenceLine.line} as line from ${evidenceLine}
    where ${inArray(evidenceLine.side, seenSides(of))}`;
  if (!isInspector(of)) return said;
  return sql`${said} union select ${citation.evidence}, ${finding.line} from ${citation}
    join ${finding} on ${finding.id} = ${citation.finding}
    where ${finding.inspection} = ${of.id} and ${citation.withdrawnAt} is null and ${finding.withdrawnAt} is null`;
}

/** Of a row of tags: that the person sees it. */
export const seenTags = (of: Inspection): SQL => inArray(evidenceTag.side, seenSides(of));

/** How a piece stands today, as a column. */
export function stateColumn(desk: Pick<Desk, "now">): SQL {
  const today = dayOf(desk.now());
  const cases = evidenceStates.map((state) => sql`when ${stateCondition(state, today)} then ${state}`);
  return sql`case ${sql.join(cases, sql` `)} end`;
}

const me = (desk: Pick<Desk, "user">) => desk.user?.id ?? "";

/** That the person has read it: theirs alone. */
export const hasRead = (desk: Pick<Desk, "read" | "user">): SQL =>
  exists(
    desk.read
      .select({ evidence: reading.evidence })
      .from(reading)
      .where(and(eq(reading.evidence, evidence.id), eq(reading.user, me(desk)))),
  );

/** Who is to read it, as a column. */
export const assignedTo = sql<string | null>`(select ${appraisal.assignedTo} from ${appraisal}
  where ${appraisal.evidence} = ${evidence.id})`;

const escaped = (words: string) => `%${words.replace(/[\\%_]/g, "\\$&")}%`;

/** Titles, names of files, words in their text, and references: "E12" finds the twelfth. */
function matching(of: Inspection, typed: string): SQL | undefined {
  const words = typed
    .replace(/["“”*]/g, " ")
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 16);
  const [, number] = /^e(\d{1,9})$/i.exec(typed) ?? [];
  const holds = (column: typeof evidence.title | typeof evidenceFile.name) =>
    and(...words.map((word) => sql`${column} like ${escaped(word)} escape '\\'`));
  if (words.length === 0) return sql`0`;
  return or(
    holds(evidence.title),
    sql`exists (select 1 from ${evidenceFile} where ${evidenceFile.evidence} = ${evidence.id}
      and ${evidenceFile.current} and ${holds(evidenceFile.name)})`,
    number ? eq(evidence.number, Number(number)) : undefined,
    holdsWords(of.id, typed),
  );
}

export const facets = [
  "kind",
  "voice",
  "state",
  "line",
  "tag",
  "read",
  "cited",
  "side",
  "sensitivity",
  "assigned",
  "by",
] as const;
export type Facet = (typeof facets)[number];

/** What the council may neither ask nor know: it is not taken to have been asked. */
const insideFacets: readonly Facet[] = ["read", "cited", "side", "assigned"];
export const facetsOf = (of: Inspection): Facet[] =>
  facets.filter((facet) => isInspector(of) || !insideFacets.includes(facet));

/** The ids of evidence that is about some line, or about one of this reference. */
const aboutLine = (of: Inspection, ref: string | null): SQL =>
  sql`(select about.evidence from (${aboutLines(of)}) about join ${line} on ${line.id} = about.line
    where ${ref === null ? sql`1` : eq(line.ref, ref)})`;

/** The condition of each part of the query that was asked. Without one on its state, what is withdrawn is left out. */
export function conditionsOf(
  desk: Pick<Desk, "read" | "user" | "now">,
  of: Inspection,
  query: EvidenceQuery,
): Partial<Record<Facet | "q", SQL>> {
  const today = dayOf(desk.now());
  const { q, kind, voice, state, tag, read, cited, side, sensitivity, assigned, by } = query;
  const named = voice?.filter((one) => one !== NONE);
  const all: Record<Facet | "q", SQL | undefined | false | ""> = {
    q: q && matching(of, q),
    kind: kind && inArray(evidence.kind, kind),
    voice:
      voice &&
      or(
        named?.length ? inArray(evidence.voice, named) : undefined,
        voice.includes(NONE) ? isNull(evidence.voice) : undefined,
      ),
    state: state ? or(...state.map((one) => stateCondition(one, today))) : isNull(evidence.withdrawnAt),
    line:
      query.line === NONE
        ? sql`${evidence.id} not in ${aboutLine(of, null)}`
        : query.line && sql`${evidence.id} in ${aboutLine(of, query.line)}`,
    tag: tag && holdsTag(desk, of, tag),
    read: read && (read === "yes" ? hasRead(desk) : sql`not ${hasRead(desk)}`),
    cited: cited && (cited === "yes" ? gt(evidence.citations, 0) : eq(evidence.citations, 0)),
    side: side && eq(evidence.side, side),
    sensitivity: sensitivity && inArray(evidence.sensitivity, sensitivity),
    assigned: assigned && (assigned === "me" ? sql`${assignedTo} = ${me(desk)}` : sql`${assignedTo} is null`),
    by: by && eq(evidence.addedBy, me(desk)),
  };
  const known: (Facet | "q")[] = ["q", ...facetsOf(of)];
  return Object.fromEntries(known.flatMap((name) => (all[name] ? [[name, all[name]]] : [])));
}

const holdsTag = (desk: Pick<Desk, "read">, of: Inspection, tag: string): SQL =>
  exists(
    desk.read
      .select({ tag: evidenceTag.tag })
      .from(evidenceTag)
      .where(and(eq(evidenceTag.evidence, evidence.id), eq(evidenceTag.tag, tag), seenTags(of))),
  );

/** The activity of an inspection, as far as the reader's side may know it, in words. */
import { and, asc, eq, gt, inArray, isNull, like, lt, lte, not, notInArray, or, type SQL, sql } from "drizzle-orm";

import { user } from "#db/schema/accounts.ts";
import { event } from "#db/schema/audit.ts";
import { evidence } from "#db/schema/evidence.ts";
import { request } from "#db/schema/requests.ts";

import { listEvents, type RecordedActivity, subjectId } from "#app/models/audit/activity.server.ts";
import type { Entry } from "#app/models/audit/events.server.ts";
import { entryOf } from "#app/models/audit/leaves.server.ts";
import { type Change, type Names, tellEvent } from "#app/models/audit/activity.ts";
import type { ActivityQuery } from "#app/models/audit/activity-query.ts";
import { type RecordKind, recordKinds } from "#app/models/audit/record-kind.ts";
import { type ChangedPart, whatChanged } from "#app/models/audit/what-changed.ts";
import { roles, sideOf } from "#app/models/accounts/role.ts";
import { evidenceKinds, evidenceKindTitle, voices, voiceTitle } from "#app/models/evidence/evidence.ts";
import { allowed, demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import { type TeamMember, listTeam } from "#app/models/inspections/members.server.ts";
import type { Ratings } from "#app/models/ratings/sight.ts";
import { visibleRatings } from "#app/models/ratings/visible.server.ts";
import type { Desk } from "#app/platform/desk.ts";

import { namesOf } from "./names.ts";
import { ownActions, unseenByInspectors } from "./own-actions.ts";
import { statementInWords } from "./rating-box.ts";
import { asTold } from "./told.ts";

export type ActivityRow = Change & {
  /** The finding that it was done to: it has a history. */
  finding: string | null;
  changed: ChangedPart[];
};

export type ActivityPage = {
  rows: ActivityRow[];
  /** What to ask for as `before` to read on; null at the end. */
  older: number | null;
};

const PAGE = 50;

const isInspector = (of: Inspection) => allowed(of, "evidence.see-inspectorate");

/**
 * What the council may know of its own side's work: an action that is not named here is told to whoever did it alone.
 * Downloads are not: nobody learns what a colleague has read.
 */
const councilActions = [
  "evidence.add",
  "evidence.revise",
  "evidence.redact",
  "evidence.edit",
  "evidence.line",
  "evidence.transcribe",
  "evidence.reread",
  "evidence.withdraw",
];
/** What inspectors do towards the council: told to it, without saying which inspector did it. */
const onItsEvidence = ["evidence.return", "evidence.accept"];
const onRequests = ["request.send", "request.remind", "request.accept", "request.return", "request.withdraw"];
const towardsCouncil = [...onItsEvidence, ...onRequests];
const councilRoles = roles.filter((role) => sideOf(role) === "council");

/** What the council’s people do before they send anything: theirs alone. */
const inTheMaking = unseenByInspectors;

/** A conflict of interest is for those who manage the team. */
const confidential = ["member.exclude", "member.readmit"];

/** The condition on events under which this person may know of them. */
function visible(desk: Desk, of: Inspection): SQL | undefined {
  if (isInspector(of)) {
    const drafting = and(inArray(event.action, inTheMaking), inArray(user.role, councilRoles));
    // A left join: what a command of the product did has no role.
    const known = or(isNull(user.role), not(drafting ?? sql`false`));
    return allowed(of, "team.manage") ? known : and(known, notInArray(event.action, confidential));
  }
  const ownEvidence = sql`exists (select 1 from ${evidence} sent where sent.id = ${subjectId} and sent.side = 'council'
    and sent.inspection = ${of.id})`;
  const ownSide = and(inArray(event.action, councilActions), inArray(user.role, councilRoles), ownEvidence);
  const sent = sql`exists (select 1 from ${request} asked where asked.id = ${subjectId} and asked.number is not null)`;
  const towards = or(
    and(inArray(event.action, onItsEvidence), ownEvidence),
    and(inArray(event.action, onRequests), sent),
  );
  const ownWork = and(inArray(event.action, [...ownActions, "submission.send"]), inArray(user.role, councilRoles));
  const own = or(eq(event.actor, desk.user?.id ?? ""), ownSide, ownWork, towards);
  if (allowed(of, "evidence.see-restricted")) return own;
  const hidden = sql`exists (select 1 from ${evidence} hid where hid.id = ${subjectId} and hid.sensitivity = 'restricted'
    and hid.added_by is not ${desk.user?.id ?? ""})`;
  return and(own, not(hidden));
}

/** Asking by person would tell the council which inspector it was. */
const unnamed = (of: Inspection): SQL | undefined =>
  isInspector(of) ? undefined : notInArray(event.action, towardsCouncil);

const asked = (of: Inspection, { who, kind, record }: ActivityQuery): SQL | undefined =>
  and(
    record ? eq(event.subject, record) : undefined,
    who ? and(eq(event.actor, who), unnamed(of)) : undefined,
    kind ? like(event.action, `${kind}.%`) : undefined,
  );

/** What a value is called on a page. */
function sayer({ framework }: Inspection, names: Names, { subject }: RecordedActivity) {
  const [noun = "", ref = ""] = subject.split(":");
  return (field: string, value: unknown): string | null => {
    if ((field === "level" || field === "computed") && typeof value === "number") return names.level(noun, ref, value);
    if (field === "statements" && Array.isArray(value)) {
      return value.map((key) => statementInWords(framework, ref, String(key))).join("\n");
    }
    const kind = field === "kind" && evidenceKinds.find((one) => one === value);
    if (kind) return evidenceKindTitle(kind);
    const voice = field === "voice" && voices.find((one) => one === value);
    return voice ? voiceTitle(voice) : null;
  };
}

/** The council is told what inspectors do towards it, and not which of them did it. */
const toldTo = (of: Inspection, one: RecordedActivity): RecordedActivity =>
  !isInspector(of) && towardsCouncil.includes(one.action) ? { ...one, who: "The inspection team" } : one;

function shaped(of: Inspection, names: Names, ratings: Ratings | null, event: RecordedActivity): ActivityRow {
  const one = ratings ? asTold(event, ratings) : event;
  const { before, after } = one.content;
  return {
    ...tellEvent(toldTo(of, one), names),
    finding: one.finding ? one.subject.slice("finding:".length) : null,
    changed: whatChanged(before, after, sayer(of, names, one)),
  };
}

/** What the reader is told of ratings; null for the council, which is told of none of those events. */
const toldRatings = (desk: Desk, of: Inspection) => (isInspector(of) ? visibleRatings(desk, of) : null);

/**
 * One page of activity, the newest first. Inspectors page by the number of the entry. The council pages by how many rows
 * it has read: the numbers would tell how much was done that it may not see.
 */
export async function listInspectionActivity(desk: Desk, of: Inspection, query: ActivityQuery): Promise<ActivityPage> {
  demand(of, "activity.see");
  const { before } = query;
  const numbered = isInspector(of);
  const earlier = numbered && before !== undefined ? lt(event.seq, before) : undefined;
  const skip = numbered ? 0 : (before ?? 0);
  const where = and(visible(desk, of), asked(of, query), earlier);
  const found = await listEvents(desk, of.id, { where, limit: PAGE + 1, skip });
  const rows = found.slice(0, PAGE);
  const last = found.length > PAGE ? rows.at(-1) : undefined;
  const names = namesOf(of.framework);
  const ratings = await toldRatings(desk, of);
  return {
    rows: rows.map((one) => shaped(of, names, ratings, one)),
    older: last ? (numbered ? last.seq : skip + PAGE) : null,
  };
}

/** What the page can be narrowed to. */
export type ActivityChoices = {
  people: Pick<TeamMember, "id" | "name">[];
  kinds: { kind: RecordKind; title: string }[];
};

export async function listActivityChoices(desk: Desk, of: Inspection): Promise<ActivityChoices> {
  demand(of, "activity.see");
  const people = (await listTeam(desk, of)).map(({ id, name }) => ({ id, name }));
  const all = Object.entries(recordKinds) as [RecordKind, string][];
  const kinds = isInspector(of)
    ? all
    : all.filter(([kind]) => councilActions.some((one) => one.startsWith(`${kind}.`)));
  return { people, kinds: kinds.map(([kind, title]) => ({ kind, title })) };
}

/**
 * What happened after one moment and until another, as far as this person is told of it, the newest first and at most
 * `limit`: each entry as its words are made of.
 */
export async function listEventsBetween(
  desk: Desk,
  of: Inspection,
  { after, until, limit }: { after: string; until: string; limit: number },
): Promise<RecordedActivity[]> {
  demand(of, "activity.see");
  const where = and(visible(desk, of), gt(event.at, after), lte(event.at, until));
  const found = await listEvents(desk, of.id, { where, limit, places: false });
  const ratings = await toldRatings(desk, of);
  return found.map((one) => toldTo(of, ratings ? asTold(one, ratings) : one));
}

const AT_ONCE = 1000;

export const activityHeader = (of: Inspection): string[] => [
  ...(isInspector(of) ? ["Entry"] : []),
  ...["When (UTC)", "Who", "What", "Before", "After"],
];

const together = (changed: ChangedPart[], side: "before" | "after") =>
  changed.flatMap((part) => (part[side] === null ? [] : [`${part.title}: ${part[side]}`])).join("\n");

/** All that the reader may know of, row by row: what the file of the page holds. */
export async function* exportActivity(desk: Desk, of: Inspection, query: ActivityQuery) {
  demand(of, "activity.see");
  const names = namesOf(of.framework);
  const ratings = await toldRatings(desk, of);
  const where = and(visible(desk, of), asked(of, query));
  for (let below = Number.MAX_SAFE_INTEGER; ;) {
    const found = await listEvents(desk, of.id, { where: and(where, lt(event.seq, below)), limit: AT_ONCE });
    for (const one of found) {
      const { at, who, before, thing, after, changed } = shaped(of, names, ratings, one);
      const what = `${before}${thing?.title ?? ""}${after}`;
      const cells = [at, who, what, together(changed, "before"), together(changed, "after")];
      yield isInspector(of) ? [one.seq, ...cells] : cells;
    }
    if (found.length < AT_ONCE) return;
    below = found.at(-1)?.seq ?? 0;
  }
}

/** A digest of a rating could be guessed at: while others rate unseen, entries of ratings stay inside. */
const ratingsAreOpen = (of: Inspection) => of.stage === "published";

/** The entries that the reader may know of, as they are chained and without any words, in order. */
export async function listEntries(desk: Desk, of: Inspection): Promise<Entry[]> {
  demand(of, "activity.see");
  const open = ratingsAreOpen(of) ? undefined : not(like(event.action, "rating.%"));
  const rows = await desk.read
    .select({ event })
    .from(event)
    .leftJoin(user, eq(user.id, event.actor))
    .where(and(eq(event.inspection, of.id), visible(desk, of), open))
    .orderBy(asc(event.seq));
  return rows.map((row) => entryOf(row.event));
}

/** Puts on record that the person took the file. */
export async function recordActivityExport(desk: Desk, of: Inspection): Promise<void> {
  demand(of, "activity.see");
  await desk.change({ action: "activity.export", subject: `inspection:${of.id}`, inspection: of.id }, async () => {});
}

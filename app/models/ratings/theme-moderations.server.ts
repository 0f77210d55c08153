/** The moderation page of one theme: everything that its moderator weighs, as far as the reader is told of it. */
import { and, asc, eq, isNull } from "drizzle-orm";

import { finding } from "#db/schema/findings.ts";
import { line } from "#db/schema/inspections.ts";

import { type FindingKind, findingKinds, findingName } from "#app/models/findings/finding.ts";
import { allowed, demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import type { Desk } from "#app/platform/desk.ts";
import { NotFound } from "#app/platform/failure.ts";

import { type Agreement, agreementOf } from "./agreement.ts";
import { type CommentView, listComments } from "./comments.server.ts";
import { type ComputedView, computedFor } from "./computed.ts";
import { type Elsewhere, listElsewhere } from "./elsewhere.server.ts";
import { type LaterEdit, listLaterEdits } from "./later-edits.server.ts";
import { type ModerationGroup, moderationGroups } from "./moderation.ts";
import { listModerationLog, type ModerationEntry } from "./moderation-log.server.ts";
import { lineInModeration } from "./moderations.server.ts";
import { scaleFor } from "./rating.ts";
import type { Ratings } from "./sight.ts";
import { findSigningOff, listSignOffs, type SignOffView } from "./sign-offs.server.ts";
import { whyNotSignOff } from "./sign-off.ts";
import { levelsOf, type LevelView, type SubjectModeration, subjectModeration } from "./subject-moderation.ts";
import { visibleRatings } from "./visible.server.ts";

export type FindingShown = { name: string; kind: FindingKind; text: string; cited: boolean };

export type LineModeration = SubjectModeration & {
  ref: string;
  title: string;
  group: ModerationGroup;
  /** How many findings of each kind. */
  counts: Record<FindingKind, number>;
  citable: number;
  cited: number;
  findings: FindingShown[];
  comments: CommentView[];
  elsewhere: Elsewhere[];
};

export type ThemeModerationPage = {
  judgement: { number: number; title: string };
  theme: { number: number; title: string };
  previous: number | null;
  next: number | null;
  levels: LevelView[];
  themeLevels: LevelView[];
  lines: LineModeration[];
  agreement: Agreement;
  themeRating: SubjectModeration & { computed: ComputedView | null };
  comments: CommentView[];
  log: ModerationEntry[];
  /** The sign-off that stands. */
  signOff: SignOffView | null;
  /** Sign-offs that were ended, with why. */
  reopened: SignOffView[];
  edits: LaterEdit[];
  /** Why the reader cannot sign it off; null where they can. */
  whyNot: string | null;
  mayDecide: boolean;
  mayComment: boolean;
};

/** The findings of a theme's lines, by line, each with its name. One query. */
async function findingsOf(desk: Desk, of: Inspection, theme: number): Promise<Map<string, FindingShown[]>> {
  demand(of, "finding.see");
  const rows = await desk.read
    .select({ ref: line.ref, kind: finding.kind, text: finding.text, citations: finding.citations })
    .from(finding)
    .innerJoin(line, eq(line.id, finding.line))
    .where(and(eq(line.inspection, of.id), eq(line.theme, theme), isNull(finding.withdrawnAt)))
    .orderBy(asc(line.position), asc(finding.position));
  const byLine = new Map<string, FindingShown[]>();
  for (const { ref, kind, text, citations } of rows) {
    const own = byLine.get(ref) ?? [];
    const name = findingName(kind, own.filter((one) => one.kind === kind).length);
    byLine.set(ref, [...own, { name, kind, text, cited: citations > 0 }]);
  }
  const place = ({ kind }: FindingShown) => findingKinds.indexOf(kind);
  for (const own of byLine.values()) own.sort((a, b) => place(a) - place(b));
  return byLine;
}

type Known = {
  ratings: Ratings;
  findings: Map<string, FindingShown[]>;
  comments: CommentView[];
  elsewhere: Map<string, Elsewhere[]>;
};

function lineModeration(of: Inspection, { ref, title }: { ref: string; title: string }, known: Known): LineModeration {
  const findings = known.findings.get(ref) ?? [];
  const count = (kind: FindingKind) => findings.filter((one) => one.kind === kind).length;
  const citable = findings.filter(({ kind }) => kind !== "area");
  return {
    ...subjectModeration(of.framework, known.ratings, "line", ref),
    ref,
    title,
    group: lineInModeration(of, known.ratings, ref).group,
    counts: { strength: count("strength"), weakness: count("weakness"), area: count("area") },
    citable: citable.length,
    cited: citable.filter(({ cited }) => cited).length,
    findings,
    comments: known.comments.filter(({ subject }) => subject === `line:${ref}`),
    elsewhere: known.elsewhere.get(ref) ?? [],
  };
}

/** The theme of this number with its judgement, and its neighbours; throws `NotFound` where there is none. */
function placeOf(of: Inspection, number: number) {
  const all = of.framework.judgements.flatMap((judgement) => judgement.themes.map((theme) => ({ judgement, theme })));
  const at = all.findIndex(({ theme }) => theme.number === number);
  const found = all[at];
  if (!found) throw new NotFound();
  return { ...found, previous: all[at - 1]?.theme.number ?? null, next: all[at + 1]?.theme.number ?? null };
}

/** The theme with its lines, those that need settling first. About ten queries, whatever the number of lines. */
export async function findThemeModeration(desk: Desk, of: Inspection, number: number): Promise<ThemeModerationPage> {
  demand(of, "moderation.see");
  const { judgement, theme, previous, next } = placeOf(of, number);
  const themeScale = scaleFor(of.framework, "theme", String(number));
  const lineScale = scaleFor(of.framework, "line", theme.lines[0]?.ref ?? "") ?? themeScale;
  if (!themeScale || !lineScale) throw new NotFound();
  const ratings = await visibleRatings(desk, of);
  const comments = await listComments(desk, of);
  const refs = theme.lines.map(({ ref }) => ref);
  const known = {
    ratings,
    comments,
    findings: await findingsOf(desk, of, number),
    elsewhere: await listElsewhere(desk, of, refs),
  };
  const order = ({ group }: LineModeration) => moderationGroups.indexOf(group);
  const signOffs = (await listSignOffs(desk, of)).filter((one) => one.theme === number);
  const mayDecide = allowed(of, "moderation.decide");
  return {
    judgement: { number: judgement.number, title: judgement.title },
    theme: { number, title: theme.title },
    previous,
    next,
    levels: levelsOf(lineScale),
    themeLevels: levelsOf(themeScale),
    lines: theme.lines.map((one) => lineModeration(of, one, known)).sort((a, b) => order(a) - order(b)),
    agreement: agreementOf(refs.flatMap((ref) => lineInModeration(of, ratings, ref).pairs)),
    themeRating: {
      ...subjectModeration(of.framework, ratings, "theme", number),
      computed: computedFor(of.framework, ratings, "theme", String(number)),
    },
    comments: comments.filter(({ subject }) => subject === `theme:${number}`),
    log: await listModerationLog(desk, of, number, refs),
    signOff: signOffs.find(({ reopened }) => !reopened) ?? null,
    reopened: signOffs.filter(({ reopened }) => reopened),
    edits: (await listLaterEdits(desk, of)).filter((one) => one.theme === number),
    whyNot: mayDecide ? whyNotSignOff(await findSigningOff(desk, desk.read, of, number)) : null,
    mayDecide,
    mayComment: allowed(of, "comment.write"),
  };
}

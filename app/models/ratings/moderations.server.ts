/** Moderation: the ratings of inspectors side by side, theme by theme, and the rating that settles each. */
import { and, count, eq, isNull, sql } from "drizzle-orm";

import { line } from "#db/schema/inspections.ts";
import { rating } from "#db/schema/ratings.ts";

import { listLines, type LineRow } from "#app/models/inspections/lines.server.ts";
import { demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import { type Desk, prepared } from "#app/platform/desk.ts";
import { Invalid, NotFound, Refused } from "#app/platform/failure.ts";

import { type Agreement, agreementOf } from "./agreement.ts";
import { type ComputedView, computedFor } from "./computed.ts";
import { listComments } from "./comments.server.ts";
import { listLaterEdits } from "./later-edits.server.ts";
import {
  groupOf,
  type ModerationGroup,
  moderationGroups,
  nextStep,
  pairsOf,
  type ThemeProgress,
} from "./moderation.ts";
import { type ModeratedDraft, setModerated } from "./moderated.server.ts";
import { scaleFor } from "./rating.ts";
import { REASON_LENGTH } from "./rows.server.ts";
import { type Ratings, ratingsOf } from "./sight.ts";
import { listSignOffs, type SignOffView } from "./sign-offs.server.ts";
import { standingOf } from "./standing.ts";
import { levelsOf, type LevelView, type SubjectModeration, subjectModeration } from "./subject-moderation.ts";
import { visibleRatings } from "./visible.server.ts";

/** The line's place among groups, and its pairs of ratings, for this reader. */
export function lineInModeration(of: Inspection, ratings: Ratings, ref: string) {
  const all = ratingsOf(ratings, "line", ref);
  const values = scaleFor(of.framework, "line", ref)?.levels.map(({ value }) => value) ?? [];
  return { group: groupOf(all, ratings.double), pairs: pairsOf(all, values) };
}

export type ThemeModeration = ThemeProgress & {
  number: number;
  title: string;
  lines: number;
  agreement: Agreement;
  /** The sign-off that stands. */
  signOff: Pick<SignOffView, "by" | "at"> | null;
  openComments: number;
  next: string;
};

export type JudgementModeration = {
  number: number;
  title: string;
  agreement: Agreement;
  themes: ThemeModeration[];
  levels: LevelView[];
  rating: SubjectModeration & { computed: ComputedView | null };
};

const countGroups = (groups: ModerationGroup[]): Record<ModerationGroup, number> =>
  Object.fromEntries(
    moderationGroups.map((group) => [group, groups.filter((one) => one === group).length]),
  ) as ThemeProgress["groups"];

const inUse = (lines: LineRow[]) => lines.filter(({ withdrawnAt }) => withdrawnAt === null);

/** Every theme with how far its moderation has come, as far as the reader is told of ratings. Five queries. */
export async function listModeration(desk: Desk, of: Inspection): Promise<JudgementModeration[]> {
  demand(of, "moderation.see");
  const ratings = await visibleRatings(desk, of);
  const lines = inUse(await listLines(desk, of));
  const standing = (await listSignOffs(desk, of)).filter(({ reopened }) => !reopened);
  const edits = await listLaterEdits(desk, of);
  const open = (await listComments(desk, of)).filter(({ resolved }) => !resolved);

  const themeView = ({ number, title }: { number: number; title: string }) => {
    const own = lines.filter(({ theme }) => theme === number).map(({ ref }) => lineInModeration(of, ratings, ref));
    const signOff = standing.find(({ theme }) => theme === number) ?? null;
    const progress = {
      groups: countGroups(own.map(({ group }) => group)),
      themeSettled: standingOf(ratingsOf(ratings, "theme", number), ratings.double).kind === "moderated",
      signedOff: signOff !== null,
      edits: edits.filter(({ theme }) => theme === number).length,
    };
    const about = open.filter(({ subject }) => subject === `theme:${number}` || subject.startsWith(`line:${number}.`));
    const pairs = own.flatMap((line) => line.pairs);
    const view = { ...progress, number, title, lines: own.length, agreement: agreementOf(pairs), signOff };
    return { pairs, view: { ...view, openComments: about.length, next: nextStep(progress) } };
  };
  return of.framework.judgements.map(({ number, title, themes }) => {
    const views = themes.map(themeView);
    const agreement = agreementOf(views.flatMap(({ pairs }) => pairs));
    const scale = scaleFor(of.framework, "judgement", String(number));
    const rating = {
      ...subjectModeration(of.framework, ratings, "judgement", number),
      computed: computedFor(of.framework, ratings, "judgement", String(number)),
    };
    const levels = scale ? levelsOf(scale) : [];
    return { number, title, agreement, themes: views.map(({ view }) => view), levels, rating };
  });
}

/** Throws `NotFound` where the theme has no such line. */
export function demandLineOf(of: Inspection, theme: number, ref: string): void {
  const found = of.framework.judgements.flatMap(({ themes }) => themes).find(({ number }) => number === theme);
  if (!found?.lines.some((line) => line.ref === ref)) throw new NotFound();
}

/** Confirms or changes a rating. Throws `Refused` for a line that no inspector has rated; else as `setModerated` does. */
export async function moderate(desk: Desk, of: Inspection, draft: ModeratedDraft): Promise<void> {
  demand(of, "moderation.decide");
  const all = ratingsOf(await visibleRatings(desk, of), draft.subject, draft.ref);
  if (draft.subject === "line" && !all.hidden && !all.told.some(({ rater }) => rater === "inspector")) {
    throw new Refused(`No inspector has rated line ${draft.ref} yet, so there is nothing to moderate.`);
  }
  await setModerated(desk, of, draft);
}

/** An agreed line as the page showed it: "1.3:3" is line 1.3 at level 3. */
function readAgreed(typed: string): { ref: string; level: number } | null {
  const [, ref, level] = /^(\d+\.\d+):(-?\d{1,9})$/.exec(typed) ?? [];
  return ref ? { ref, level: Number(level) } : null;
}

/**
 * Confirms lines on which inspectors agree, each with its own event. The reason is what was typed and, after it, that of
 * the first inspector: a rating stands with its reasons. Throws `Refused`, before anything is written, where one has
 * changed since the page was shown. Returns how many were confirmed.
 */
export async function confirmAgreed(
  desk: Desk,
  of: Inspection,
  theme: number,
  typed: { lines: string[]; reason: string },
): Promise<number> {
  demand(of, "moderation.decide");
  const reason = typed.reason.trim();
  if (!reason) throw new Invalid({ reason: "Enter why these ratings are confirmed" });
  if (!typed.lines.length) throw new Invalid({ line: "Choose at least one line" });
  const ratings = await visibleRatings(desk, of);
  const drafts = typed.lines.map((one) => {
    const asked = readAgreed(one);
    if (!asked) throw new Invalid({ line: "Choose lines of this theme" });
    demandLineOf(of, theme, asked.ref);
    const now = standingOf(ratingsOf(ratings, "line", asked.ref), ratings.double);
    if (now.kind !== "agreed" || now.level !== asked.level) {
      throw new Refused(`The rating of line ${asked.ref} has changed since you opened this page. Look at it again.`);
    }
    const whole = `${reason} ${now.reason}`;
    return { ...asked, reason: whole.length > REASON_LENGTH ? `${whole.slice(0, REASON_LENGTH - 1)}…` : whole };
  });
  for (const draft of drafts) await setModerated(desk, of, { subject: "line", version: 0, ...draft });
  return drafts.length;
}

const differing = prepared((read) => {
  const levels = sql`count(distinct case when ${rating.rater} = 'inspector' then ${rating.level} end)`;
  const refs = read
    .select({ ref: rating.ref })
    .from(rating)
    .innerJoin(line, and(eq(line.inspection, rating.inspection), eq(line.ref, rating.ref), isNull(line.withdrawnAt)))
    .where(and(eq(rating.inspection, sql.placeholder("inspection")), eq(rating.subject, "line")))
    .groupBy(rating.ref)
    .having(sql`${levels} > 1 and sum(${rating.rater} = 'moderated') = 0`)
    .as("differing");
  return read.select({ lines: count() }).from(refs).prepare();
});

/** How many lines wait for a difference to be settled: for the navigation, so one query by index. */
export async function countDifferences(desk: Pick<Desk, "read">, of: Inspection): Promise<number> {
  demand(of, "moderation.see");
  const [row] = await differing(desk.read).execute({ inspection: of.id });
  return row?.lines ?? 0;
}

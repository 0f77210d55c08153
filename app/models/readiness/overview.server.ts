/** What pages of a whole inspection show: counter rows and ratings, one row for each line, however many findings there are. */
import { listActivity } from "#app/models/audit/activity.server.ts";
import { type Change, tellActivity } from "#app/models/audit/activity.ts";
import type { Judgement, Theme } from "#app/models/frameworks/framework.ts";
import { allowed, demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import { listLines } from "#app/models/inspections/lines.server.ts";
import { type RatedSubject, scaleFor } from "#app/models/ratings/rating.ts";
import { listRatings, type RatingView } from "#app/models/ratings/ratings.server.ts";
import type { Desk } from "#app/platform/desk.ts";
import { NotFound } from "#app/platform/failure.ts";

import { namesOf } from "./names.ts";
import {
  doNext,
  type JudgementView,
  type LineView,
  lineView,
  ratedAs,
  type ScaleView,
  scaleView,
  summarise,
  type Summary,
  type Task,
} from "./readiness.ts";

type Overview = {
  summary: Summary;
  scales: ScaleView[];
  judgements: JudgementView[];
  /** Null for those who do none of it, or no more. */
  tasks: Task[] | null;
  changes: Change[];
};

/** How far back to look for changes: work of one kind is told in one line, so a few lines may stand for many events. */
const EVENTS = 200;
const CHANGES = 6;

const rater = (of: Inspection, ratings: RatingView[]) => {
  const found = new Map(ratings.map((one) => [`${one.subject} ${one.ref}`, one.level]));
  return (subject: RatedSubject, ref: string | number) =>
    ratedAs(of.framework, subject, String(ref), found.get(`${subject} ${ref}`));
};

/** The council, once it may read, reads what was found: not who did what when, nor what is left to do. */
const isInspector = (of: Inspection) => allowed(of, "evidence.see-inspectorate");

async function readLines(desk: Desk, of: Inspection) {
  const rows = await listLines(desk, of);
  const ratings = await listRatings(desk, of);
  const rated = rater(of, ratings);
  return { lines: rows.map((row) => lineView(row, rated("line", row.ref))), ratings, rated };
}

function tree(of: Inspection, lines: LineView[], rated: ReturnType<typeof rater>): JudgementView[] {
  return of.framework.judgements.map(({ number, title, themes }) => ({
    number,
    title,
    rating: rated("judgement", number),
    themes: themes.map((theme) => ({
      number: theme.number,
      title: theme.title,
      rating: rated("theme", theme.number),
      lines: lines.filter((line) => line.theme === theme.number),
    })),
  }));
}

/** Every line under its judgement and theme, with its state and its rating. Two queries. */
export async function listJudgements(desk: Desk, of: Inspection): Promise<JudgementView[]> {
  const { lines, rated } = await readLines(desk, of);
  return tree(of, lines, rated);
}

/**
 * The whole readiness page in three queries. What to do next is told to inspectors until the inspection is published;
 * what they did, always to them and to nobody else.
 */
export async function findOverview(desk: Desk, of: Inspection): Promise<Overview> {
  demand(of, "line.see");
  const { lines, rated } = await readLines(desk, of);
  const inspector = isInspector(of);
  const used = new Set(of.framework.judgements.map(({ scale }) => scale));
  return {
    summary: summarise(lines),
    scales: of.framework.scales.filter(({ id }) => used.has(id)).map(scaleView),
    judgements: tree(of, lines, rated),
    tasks: inspector && of.stage !== "published" ? doNext(lines) : null,
    changes: inspector ? await latestChanges(desk, of) : [],
  };
}

async function latestChanges(desk: Desk, of: Inspection): Promise<Change[]> {
  const events = await listActivity(desk, of.id, EVENTS);
  const told = tellActivity(events, namesOf(of.framework), CHANGES + 1);
  // The oldest may have begun before what was read: its number is what was seen of it.
  const cut = events.length === EVENTS ? told.length - 1 : -1;
  return told
    .map((change, at) =>
      at === cut ? { ...change, before: change.before.replace(/ (\d+) /, " at least $1 ") } : change,
    )
    .slice(0, CHANGES);
}

type ThemePage = {
  judgement: Pick<Judgement, "number" | "title">;
  theme: Pick<Theme, "number" | "title" | "guidance">;
  previous: number | null;
  next: number | null;
  lines: LineView[];
  scale: ScaleView;
  rating: (Pick<RatingView, "level" | "reason" | "version"> & { by: string | null }) | null;
};

/** A theme with its guidance, its lines and its rating; throws `NotFound` where the framework has none of this number. */
export async function findTheme(desk: Desk, of: Inspection, number: number): Promise<ThemePage> {
  demand(of, "line.see");
  const judgement = of.framework.judgements.find(({ themes }) => themes.some((one) => one.number === number));
  const theme = judgement?.themes.find((one) => one.number === number);
  const scale = scaleFor(of.framework, "theme", String(number));
  if (!judgement || !theme || !scale) throw new NotFound();
  const { lines, ratings } = await readLines(desk, of);
  const rating = ratings.find(({ subject, ref }) => subject === "theme" && ref === String(number));
  const numbers = of.framework.judgements.flatMap(({ themes }) => themes.map((one) => one.number));
  const at = numbers.indexOf(number);
  return {
    judgement: { number: judgement.number, title: judgement.title },
    theme: { number, title: theme.title, guidance: theme.guidance },
    previous: numbers[at - 1] ?? null,
    next: numbers[at + 1] ?? null,
    lines: lines.filter((line) => line.theme === number),
    scale: scaleView(scale),
    rating: rating
      ? {
          level: rating.level,
          reason: rating.reason,
          version: rating.version,
          by: isInspector(of) ? rating.ratedBy : null,
        }
      : null,
  };
}

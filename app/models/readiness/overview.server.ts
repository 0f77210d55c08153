/** What pages of a whole inspection show: counter rows and ratings, one row for each line, however many findings there are. */
import { listActivity } from "#app/models/audit/activity.server.ts";
import { type Change, tellActivity } from "#app/models/audit/activity.ts";
import type { Judgement, Theme } from "#app/models/frameworks/framework.ts";
import { scaleIdOf } from "#app/models/frameworks/scale.ts";
import { allowed, demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import { type LineRow, listLines } from "#app/models/inspections/lines.server.ts";
import { listTeam } from "#app/models/inspections/members.server.ts";
import { overallSentence } from "#app/models/ratings/computed.ts";
import type { Ratings } from "#app/models/ratings/sight.ts";
import { visibleRatings } from "#app/models/ratings/visible.server.ts";
import { countOpenByLine } from "#app/models/requests/open-requests.server.ts";
import type { Desk } from "#app/platform/desk.ts";
import { NotFound } from "#app/platform/failure.ts";

import { doNext, type Task } from "./do-next.ts";
import { namesOf } from "./names.ts";
import { findOutstanding } from "./outstanding.server.ts";
import { unseenByInspectors } from "./own-actions.ts";
import type { RatingBox } from "./rating-box.ts";
import { findRatingBox } from "./rating-box.server.ts";
import { type Stands, standings } from "./standings.ts";
import { asTold } from "./told.ts";
import {
  type JudgementView,
  type LineLead,
  type LineView,
  lineView,
  type ScaleView,
  scaleView,
  type StandingView,
  summarise,
  type Summary,
} from "./readiness.ts";

type Overview = {
  summary: Summary;
  scales: ScaleView[];
  judgements: JudgementView[];
  /** What the judgements say together; null while one is not rated, and where the framework has no such sentence. */
  sentence: string | null;
  /** Null for those who do none of it, or no more. */
  tasks: Task[] | null;
  changes: Change[];
};

const subjects = ["judgement", "theme", "line"] as const;

/** How far back to look for changes: work of one kind is told in one line, so a few lines may stand for many events. */
const EVENTS = 200;
/** Where this many tell enough, as they mostly do, no more are read. */
const FEW = 40;
const CHANGES = 6;

/** The council, once it may read, reads what was found: not who did what when, nor what is left to do. */
const isInspector = (of: Inspection) => allowed(of, "evidence.see-inspectorate");

/** Who may lead a line, by id: nobody's name leaves the inspectorate. */
async function leadsOf(desk: Desk, of: Inspection): Promise<Map<string, LineLead>> {
  if (!isInspector(of)) return new Map();
  return new Map((await listTeam(desk, of)).map(({ id, name }) => [id, { id, name }]));
}

async function readLines(desk: Desk, of: Inspection) {
  const rows = await listLines(desk, of);
  const ratings = await visibleRatings(desk, of);
  const open = await countOpenByLine(desk, of);
  const leads = await leadsOf(desk, of);
  const stands = standings(of.framework, ratings);
  const inside = (row: LineRow) =>
    isInspector(of)
      ? { lead: leads.get(row.lead ?? "") ?? null, openAreas: row.openAreas, lost: row.lostFindings }
      : {};
  const lines = rows.map((row) => lineView(row, stands("line", row.ref), open.get(row.id), inside(row)));
  return { lines, ratings, stands };
}

function tree(of: Inspection, lines: LineView[], stands: Stands): JudgementView[] {
  return of.framework.judgements.map(({ number, title, themes }) => ({
    number,
    title,
    standing: stands("judgement", number),
    themes: themes.map((theme) => ({
      number: theme.number,
      title: theme.title,
      standing: stands("theme", theme.number),
      lines: lines.filter((line) => line.theme === theme.number),
    })),
  }));
}

/** Every line under its judgement and theme, with its state and its rating. Four queries. */
export async function listJudgements(desk: Desk, of: Inspection): Promise<JudgementView[]> {
  const { lines, stands } = await readLines(desk, of);
  return tree(of, lines, stands);
}

/**
 * The whole readiness page, in as many queries whatever there is. What to do next is told to inspectors until the inspection is published;
 * what they did, always to them and to nobody else.
 */
export async function findOverview(desk: Desk, of: Inspection): Promise<Overview> {
  demand(of, "line.see");
  const { lines, ratings, stands } = await readLines(desk, of);
  const inspector = isInspector(of);
  const used = new Set(of.framework.judgements.flatMap((one) => subjects.map((subject) => scaleIdOf(one, subject))));
  return {
    summary: summarise(lines),
    scales: of.framework.scales.filter(({ id }) => used.has(id)).map(scaleView),
    judgements: tree(of, lines, stands),
    sentence: overallSentence(of.framework, ratings),
    tasks: inspector && of.stage !== "published" ? doNext(await findOutstanding(desk, of, lines), of.stage) : null,
    changes: inspector ? await latestChanges(desk, of, ratings) : [],
  };
}

async function latestChanges(desk: Desk, of: Inspection, ratings: Ratings, many = FEW): Promise<Change[]> {
  const events = (await listActivity(desk, of.id, many, unseenByInspectors)).map((one) => asTold(one, ratings));
  const told = tellActivity(events, namesOf(of.framework), CHANGES + 1);
  const all = events.length < many;
  if (!all && told.length <= CHANGES && many < EVENTS) return latestChanges(desk, of, ratings, EVENTS);
  // The oldest may have begun before what was read: its number is what was seen of it.
  const cut = all ? -1 : told.length - 1;
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
  box: RatingBox;
};

/** A theme with its guidance, its lines and its ratings; throws `NotFound` where the framework has none of this number. */
export async function findTheme(desk: Desk, of: Inspection, number: number): Promise<ThemePage> {
  demand(of, "line.see");
  const judgement = of.framework.judgements.find(({ themes }) => themes.some((one) => one.number === number));
  const theme = judgement?.themes.find((one) => one.number === number);
  if (!judgement || !theme) throw new NotFound();
  const { lines, ratings } = await readLines(desk, of);
  const numbers = of.framework.judgements.flatMap(({ themes }) => themes.map((one) => one.number));
  const at = numbers.indexOf(number);
  return {
    judgement: { number: judgement.number, title: judgement.title },
    theme: { number, title: theme.title, guidance: theme.guidance },
    previous: numbers[at - 1] ?? null,
    next: numbers[at + 1] ?? null,
    lines: lines.filter((line) => line.theme === number),
    box: await findRatingBox(desk, of, ratings, { subject: "theme", ref: String(number) }),
  };
}

type JudgementPage = {
  judgement: Pick<Judgement, "number" | "title" | "guidance">;
  /** The judgements of the framework, to go from one to another. */
  all: { number: number; title: string; standing: StandingView }[];
  themes: (Omit<JudgementView["themes"][number], "lines"> & Pick<Summary, "lines" | "counts">)[];
  sentence: string | null;
  box: RatingBox;
};

/** A judgement with its themes and its ratings; throws `NotFound` where the framework has none of this number. */
export async function findJudgement(desk: Desk, of: Inspection, number: number): Promise<JudgementPage> {
  demand(of, "line.see");
  const judgement = of.framework.judgements.find((one) => one.number === number);
  if (!judgement) throw new NotFound();
  const { lines, ratings, stands } = await readLines(desk, of);
  const all = tree(of, lines, stands);
  return {
    judgement: { number, title: judgement.title, guidance: judgement.guidance },
    all: all.map((one) => ({ number: one.number, title: one.title, standing: one.standing })),
    themes: (all.find((one) => one.number === number)?.themes ?? []).map(({ lines: under, ...theme }) => {
      const { lines: count, counts } = summarise(under);
      return { ...theme, lines: count, counts };
    }),
    sentence: overallSentence(of.framework, ratings),
    box: await findRatingBox(desk, of, ratings, { subject: "judgement", ref: String(number) }),
  };
}

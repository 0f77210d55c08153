/** A page of a review: ten slides as they came, each beside what is proposed. */
import type { Inspection } from "#app/models/inspections/inspections.server.ts";
import type { Desk } from "#app/platform/desk.ts";
import { findingKinds } from "#app/models/findings/finding.ts";

import { decideOn, findReview, type Review } from "./deck-imports.server.ts";
import { type Decided, type Decision, type Decisions, goneKey } from "./read/decision.ts";
import { grouped } from "./read/pairing.ts";
import { type Left, placeKey } from "./read/point.ts";
import { type SlideUnits, unitsOn } from "./read/read-slide.ts";
import { isOurs } from "./read/restored.ts";
import { type Warning, warningTitle } from "./read/warning.ts";
import { type WordChange, wordChanges } from "./word-change.ts";

const PER_PAGE = 10;

export type ShownPoint = Decided & { words: string; changes: WordChange[]; ours: WordChange[] };

/** The points for which one line of enquiry is chosen: of a slide, or of a row of a table on it. */
export type ShownPlace = { key: string; row: Decided["row"]; ref: string | null; points: ShownPoint[] };

/** `title`, `units` and `rows` are as they stand on the slide. */
export type ShownSlide = SlideUnits & {
  number: number;
  hidden: boolean;
  places: ShownPlace[];
  left: Left[];
  warnings: (Warning & { title: string })[];
};

/** Only slides of which a person should look at something. */
export const views = ["all", "questions", "changes"] as const;
export type View = (typeof views)[number];

const asks = (code: Warning["code"]) => !["maybe-merged", "slide-count", "left-out", "sub-point"].includes(code);

const shownPoint = (point: Decided): ShownPoint => {
  const { status, text } = point;
  if (status.is !== "changed") return { ...point, changes: [], ours: [] };
  const ours = status.base !== null && status.both ? wordChanges(status.base, status.now) : [];
  return { ...point, changes: wordChanges(status.base ?? status.now, text), ours };
};

function slidesOf({ source, points, left, warnings }: Review): ShownSlide[] {
  return source.slides.map((slide): ShownSlide => {
    const own = points.filter((point) => point.slide === slide.number);
    return {
      ...unitsOn(slide),
      ...{ number: slide.number, hidden: slide.hidden },
      places: [...grouped(own, placeKey)].map(([key, those]) => ({
        ...{ key, row: those[0]?.row, ref: those[0]?.ref ?? null },
        points: those.map(shownPoint),
      })),
      left: left.filter((each) => each.slide === slide.number && !["title", "heading", "name"].includes(each.why)),
      warnings: warnings
        .filter((each) => each.slide === slide.number)
        .map((each) => ({ ...each, title: warningTitle(each.code) })),
    };
  });
}

const fits: Record<View, (slide: ShownSlide, ours: boolean) => boolean> = {
  all: () => true,
  questions: ({ warnings, places }) =>
    warnings.some(({ code }) => asks(code)) || places.some(({ ref }) => ref === null),
  // In a deck of ours a new point is a change, too; in one of others nearly all of them are new.
  changes: ({ places }, ours) =>
    places.some(({ points }) => points.some(({ status: { is } }) => is === "changed" || (ours && is === "new"))),
};

export async function findReviewPage(
  desk: Pick<Desk, "read">,
  of: Inspection,
  id: string,
  at: { page: number; view: View },
) {
  const review = await findReview(desk, of, id);
  const { name, state, by, takenAt, version, again, source, points, gone, warnings, decisions } = review;
  const all = slidesOf(review);
  const fit = all.filter((slide) => fits[at.view](slide, isOurs(source)));
  const pages = Math.max(1, Math.ceil(fit.length / PER_PAGE));
  const page = Math.min(Math.max(1, at.page), pages);
  const count = (test: (point: Decided) => boolean) => points.filter(test).length;
  return {
    ...{ id, name, state, by, at: review.at, takenAt, version, again, page, pages, view: at.view },
    /** What its pieces are called. */
    piece: source.kind === "markdown" ? ("part" as const) : ("slide" as const),
    /** The title of the briefing where it was written for another inspection. */
    other: source.briefing && source.briefing.inspection !== of.code ? source.briefing.title : null,
    slides: fit.slice((page - 1) * PER_PAGE, page * PER_PAGE),
    gone: gone.map((one) => ({ ...one, key: goneKey(one), ...decisions[goneKey(one)] })),
    counts: {
      slides: all.length,
      points: points.length,
      lines: new Set(points.flatMap(({ ref }) => ref ?? [])).size,
      kinds: findingKinds.map((kind) => ({ kind, count: count((point) => point.kind === kind) })),
      fresh: count(({ status }) => status.is === "new"),
      taking: count(({ take, status }) => take && status.is === "new"),
      changed: count(({ status }) => status.is === "changed"),
      changing: count(({ take, status }) => take && status.is === "changed"),
      open: count(({ status, decided }) => status.is === "changed" && status.both && !decided),
      known: count(({ status }) => status.is === "known"),
      lineless: count(({ ref, status }) => ref === null && status.is === "new"),
      withdrawing: gone.filter((one) => decisions[goneKey(one)]?.take).length,
      gone: gone.length,
    },
    warnings: warnings.map((each) => ({ ...each, title: warningTitle(each.code) })),
    lines: of.framework.judgements.flatMap(({ themes }) =>
      themes.flatMap((theme) => theme.lines.map(({ ref, title }) => ({ ref, title }))),
    ),
  };
}

export type ReviewPage = Awaited<ReturnType<typeof findReviewPage>>;

type Fields = { value(name: string): string; all(name: string): string[] };

/** Reads the choices that a page of the review sent: of the points that it showed, and of no others. */
export async function keepChoices(
  desk: Desk,
  of: Inspection,
  id: string,
  fields: Fields,
  version: number,
): Promise<void> {
  const review = await findReview(desk, of, id);
  const shown = new Set(fields.all("point"));
  const chosen: Decisions = {};
  for (const point of review.points) {
    if (!shown.has(point.id) || point.status.is === "known") continue;
    chosen[point.id] = choiceOf(point, fields);
  }
  for (const one of review.gone) {
    const key = goneKey(one);
    if (shown.has(key)) {
      chosen[key] = { take: fields.value(`take-${key}`) === "1", reason: fields.value(`reason-${key}`).slice(0, 1000) };
    }
  }
  await decideOn(desk, of, id, { chosen, version });
}

function choiceOf({ id, slide, row, status, kind }: Decided, fields: Fields): Decision {
  const ref = fields.value(`ref-${placeKey({ slide, row })}`);
  const given = fields.value(`kind-${id}`);
  const text = fields.value(`text-${id}`).replace(/\s+/g, " ").trim();
  const known = findingKinds.find((each) => each === given) ?? kind;
  const choice = fields.value(`take-${id}`);
  // Where both sides changed a finding, no choice is a choice that is still to be made.
  const made = status.is === "changed" && choice === "" ? {} : { take: choice === "1" };
  return { ...made, ...(ref && { ref }), kind: known, ...(text && { text }) };
}

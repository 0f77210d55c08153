/** A briefing as a deck, in the order of the founding briefing: front, judgements line by line, ratings, next, evidence. */
import { agendaTimes } from "./agenda.ts";
import type { Briefing, BriefingJudgement, BriefingTheme } from "./briefing.ts";
import { type Choices, noChoices } from "./choices.ts";
import { ratingChartSlides } from "./chart-slide.ts";
import { chosen } from "./chosen.ts";
import { longDate } from "./date.ts";
import type { Deck, Slide } from "./deck.ts";
import { findingsSlides } from "./findings-slide.ts";
import { coverSlide, dividerSlide, hasContents, questionsSlide } from "./front-slide.ts";
import { agendaSlides, contextSlides, nextStagesSlides, teamSlides, withdrawnSlides } from "./list-slide.ts";
import { clamp } from "./measure.ts";
import { withSpeakersNotes } from "./note.ts";
import { footerWidth, size } from "./page.ts";
import { printable, printableIn } from "./printable.ts";
import { evidenceSlides, isRated, lineRatingSlides, themeRatingSlides, type Scales } from "./table-slide.ts";
import { titleDesk, type Claim } from "./title.ts";

export type ComposeOptions = {
  /** Whether ratings are told, in tables and notes; the choices may still say no. */
  ratings?: boolean;
  /** The labels of a judgement's scale, lowest first, by its number: they give ratings their tone. */
  scales?: Scales;
  /** Those of a saved deck; without them the whole briefing is shown. */
  choices?: Choices;
  /** The name of the deck, where that is not the inspection's. */
  name?: string;
  /** A word across each slide. */
  watermark?: string;
};

/** Pure: the same briefing and choices give the same deck. What has nothing to show has no slide. */
export function compose(given: Briefing, options: ComposeOptions = {}): Deck {
  const { ratings = true, scales = {}, choices = noChoices, watermark } = options;
  const briefing = printableIn(chosen(given, choices));
  const rated = ratings && choices.show.ratings && isRated(briefing.judgements);
  const times = agendaTimes(choices.agenda ?? [], choices.begins);
  const claim = titleDesk();
  const front = options.name ? { ...briefing, kind: printable(options.name) } : briefing;
  const slides: Slide[] = [
    ...claim((tag) => [coverSlide(front, tag)]),
    ...claim((tag) => teamSlides(briefing, tag)),
    ...claim((tag) => agendaSlides(briefing, tag, times)),
    ...(briefing.judgements.length === 0 ? contexts(briefing, "Context", claim) : []),
    ...briefing.judgements.flatMap((judgement, n) => [
      ...(isTold(judgement, n, briefing, rated) ? claim((tag) => [dividerSlide(judgement, tag, rated)]) : []),
      ...(n === 0 ? contexts(briefing, `Judgement ${judgement.number}`, claim) : []),
      ...themes(judgement, rated, choices, claim),
    ]),
    ...(rated ? claim((tag) => ratingChartSlides(briefing, scales, tag)) : []),
    ...(rated ? claim((tag) => themeRatingSlides(briefing, scales, tag)) : []),
    ...(rated ? claim((tag) => lineRatingSlides(briefing, scales, tag)) : []),
    ...(choices.show.marks ? claim((tag) => withdrawnSlides(briefing, tag)) : []),
    ...claim((tag) => nextStagesSlides(briefing, tag)),
    ...claim((tag) => evidenceSlides(briefing, tag)),
  ];
  return { version: 1, meta: metaOf(front, watermark), slides: withSpeakersNotes(slides, choices.notes) };
}

/** The first judgement has what the service aims at, beside its findings. */
const isTold = (judgement: BriefingJudgement, at: number, { context }: Briefing, rated: boolean): boolean =>
  hasContents(judgement) || (at === 0 && context.length > 0) || (rated && judgement.rating !== null);

function contexts({ context }: Briefing, section: string, claim: Claim): Slide[] {
  return context.flatMap((each, n) => claim((tag) => contextSlides(each, n + 1, section, tag)));
}

function themes({ themes: all }: BriefingJudgement, rated: boolean, choices: Choices, claim: Claim): Slide[] {
  return all.flatMap((theme) => {
    const told = lines(theme, rated, choices, claim);
    if (told.length === 0 || !choices.breaks.includes(theme.number)) return told;
    return [...told, ...claim((tag) => [questionsSlide(theme, choices.breakMinutes, tag)])];
  });
}

function lines(theme: BriefingTheme, rated: boolean, { show, layout, headlines }: Choices, claim: Claim): Slide[] {
  return theme.lines.flatMap((line) => {
    const look = { rated, show, layout: layout[line.ref] ?? "one", headlines: headlines[line.ref] ?? {} };
    return claim((tag) => findingsSlides(line, theme, tag, look), line.ref);
  });
}

function metaOf({ title, council, kind, date }: Briefing, watermark: string | undefined): Deck["meta"] {
  const occasion = `${kind}, ${longDate(date)}`;
  const text = [watermark, `${council} – ${occasion}`].filter(Boolean).join(" – ");
  const footer = clamp(text, "regular", size.footer, footerWidth, 1);
  return { title, council, kind, asOf: date, footer, ...(watermark && { watermark }), lang: "en-GB" };
}

/** A briefing as a deck, in the order of the founding briefing: front, judgements line by line, ratings, next, evidence. */
import type { Briefing, BriefingJudgement } from "./briefing.ts";
import { longDate } from "./date.ts";
import type { Deck, Slide } from "./deck.ts";
import { findingsSlides } from "./findings-slide.ts";
import { coverSlide, dividerSlide } from "./front-slide.ts";
import { agendaSlides, contextSlides, nextStagesSlides, teamSlides } from "./list-slide.ts";
import { clamp } from "./measure.ts";
import { footerWidth, size } from "./page.ts";
import { printableIn } from "./printable.ts";
import { evidenceSlides, isRated, lineRatingSlides, themeRatingSlides, type Scales } from "./table-slide.ts";
import { titleDesk, type Claim } from "./title.ts";

type ComposeOptions = {
  /** Whether ratings are told, in tables and notes. */
  ratings?: boolean;
  /** The labels of a judgement's scale, lowest first, by its number: they give ratings their tone. */
  scales?: Scales;
};

/** Pure: the same briefing gives the same deck. What has nothing to show has no slide. */
export function compose(given: Briefing, { ratings = true, scales = {} }: ComposeOptions = {}): Deck {
  const briefing = printableIn(given);
  const rated = ratings && isRated(briefing.judgements);
  const claim = titleDesk();
  const slides: Slide[] = [
    ...claim((tag) => [coverSlide(briefing, tag)]),
    ...claim((tag) => teamSlides(briefing, tag)),
    ...claim((tag) => agendaSlides(briefing, tag)),
    ...(briefing.judgements.length === 0 ? contexts(briefing, "Context", claim) : []),
    ...briefing.judgements.flatMap((judgement, n) => [
      ...claim((tag) => [dividerSlide(judgement, tag, rated)]),
      ...(n === 0 ? contexts(briefing, `Judgement ${judgement.number}`, claim) : []),
      ...lines(judgement, rated, claim),
    ]),
    ...(rated ? claim((tag) => themeRatingSlides(briefing, scales, tag)) : []),
    ...(rated ? claim((tag) => lineRatingSlides(briefing, scales, tag)) : []),
    ...claim((tag) => nextStagesSlides(briefing, tag)),
    ...claim((tag) => evidenceSlides(briefing, tag)),
  ];
  return { version: 1, meta: metaOf(briefing), slides };
}

function contexts({ context }: Briefing, section: string, claim: Claim): Slide[] {
  return context.flatMap((each, n) => claim((tag) => contextSlides(each, n + 1, section, tag)));
}

function lines({ themes }: BriefingJudgement, rated: boolean, claim: Claim): Slide[] {
  return themes.flatMap((theme) =>
    theme.lines.flatMap((line) => claim((tag) => findingsSlides(line, theme, tag, rated), line.ref)),
  );
}

function metaOf({ title, council, kind, date }: Briefing): Deck["meta"] {
  const occasion = `${kind}, ${longDate(date)}`;
  const footer = clamp(`${council} – ${occasion}`, "regular", size.footer, footerWidth, 1);
  return { title, council, kind, asOf: date, footer, lang: "en-GB" };
}

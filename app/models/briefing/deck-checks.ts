/** What to look at before a deck goes out, each with its count, in the reader's words. */
import { agendaMinutes, inHours, runningMinutes } from "./agenda.ts";
import type { Briefing } from "./briefing.ts";
import { listLeftOut } from "./chosen.ts";
import type { Deck } from "./deck.ts";
import { deckChanges } from "./deck-changes.ts";
import { fitOf } from "./fit.ts";
import { strayNotes } from "./note.ts";
import { countFindings } from "./outline.ts";
import type { SavedDeck } from "./saved-deck.ts";

export type DeckCheck = {
  key:
    | "uncited"
    | "unsupported"
    | "left-out"
    | "fits"
    | "alt"
    | "ratings"
    | "changes"
    | "time"
    | "notes"
    | "framework"
    | "draft";
  ok: boolean;
  /** Said in bold, first. */
  lead: string;
  rest: string;
};

export type Checked = {
  saved: SavedDeck;
  whole: Briefing;
  briefing: Briefing;
  deck: Deck;
  /** Where the briefing is not what the framework says. */
  faults: number;
};

const some = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;
const are = (count: number) => (count === 1 ? "is" : "are");

const check = (key: DeckCheck["key"], ok: boolean, lead: string, rest = ""): DeckCheck => ({ key, ok, lead, rest });

/** Only those that have something to say; what is well is said too, so that a reader can rely on it. */
export function checkDeck({ saved, whole, briefing, deck, faults }: Checked): DeckCheck[] {
  const { choices } = saved;
  const out = listLeftOut(whole, choices);
  const byRule = out.filter(({ reason }) => reason === "no citation").length;
  const byHand = out.length - byRule;
  const { uncited } = countFindings(briefing);
  const full = deck.slides.filter((slide) => fitOf(slide).filled > 1).length;
  const smallest = Math.min(...deck.slides.map((slide) => fitOf(slide).points));
  const mute = deck.slides.filter((slide) => "alt" in slide && !slide.alt).length;
  const changes = deckChanges(saved.seen, deck).length;
  const stray = strayNotes(deck.slides, choices.notes).length;
  const tells = deck.slides.some((slide) => slide.kind === "table" && slide.role === "ratings");
  return [
    ...(byRule ? [check("uncited", false, some(byRule, "uncited finding"), `${are(byRule)} left out.`)] : []),
    ...(uncited ? [check("unsupported", false, some(uncited, "finding"), "in the deck rest on no citation.")] : []),
    ...(byRule + uncited === 0 ? [check("uncited", true, "", "Every finding in the deck has a citation")] : []),
    ...(byHand ? [check("left-out", true, some(byHand, "finding"), `${are(byHand)} left out by choice.`)] : []),
    full
      ? check("fits", false, some(full, "slide"), `${full === 1 ? "holds" : "hold"} more than fits.`)
      : check("fits", true, "", `All text fits, at ${smallest} point or larger`),
    mute
      ? check("alt", false, some(mute, "picture"), "without words for those who cannot see it.")
      : check("alt", true, "", "Every table, chart and sign has words beside it"),
    saved.forCouncil
      ? check(
          "ratings",
          !tells,
          tells ? "Ratings are shown" : "",
          tells ? "to the council." : "No ratings are shown to the council",
        )
      : check("ratings", true, "", tells ? "Ratings are shown: the deck is for inspectors" : "No ratings are shown"),
    ...(changes ? [check("changes", false, some(changes, "slide"), "changed since someone last looked.")] : []),
    ...timeCheck(saved, deck),
    ...(stray ? [check("notes", false, some(stray, "note"), `${are(stray)} on slides that are no longer there.`)] : []),
    ...(faults ? [check("framework", false, some(faults, "fault"), "against the framework.")] : []),
    ...(deck.meta.watermark ? [check("draft", true, "", "Marked Draft on each slide until it is published")] : []),
  ];
}

function timeCheck({ choices }: SavedDeck, deck: Deck): DeckCheck[] {
  const planned = agendaMinutes(choices);
  if (planned === null) return [];
  const needed = runningMinutes(deck, choices);
  if (needed <= planned)
    return [check("time", true, "", `The slides take about ${inHours(needed)} of the ${inHours(planned)} planned`)];
  return [
    check(
      "time",
      false,
      `About ${inHours(needed - planned)} over:`,
      `the agenda plans ${inHours(planned)}, the slides take ${inHours(needed)}.`,
    ),
  ];
}

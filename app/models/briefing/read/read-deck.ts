/**
 * What a deck says, matched to a framework: its points under lines of enquiry, and every other word of it with the reason
 * why it is none. Nothing that was read is left untold.
 */
import type { Framework } from "#app/models/frameworks/framework.ts";

import { doubts } from "./doubts.ts";
import { readBriefingDeck } from "./markdown.ts";
import { namesOf } from "./match-title.ts";
import type { ReadDeck } from "./point.ts";
import { Reading } from "./reading.ts";
import { runningText } from "./running-text.ts";
import type { Source } from "./source.ts";
import { once, type Warning, warning } from "./warning.ts";

export function readDeck(source: Source, framework: Framework): ReadDeck {
  if (source.briefing) return readBriefingDeck(source.briefing);
  const shown = source.slides.filter(({ hidden }) => !hidden);
  const reading = new Reading(namesOf(framework), runningText(shown));
  let place = 0;
  for (const slide of source.slides) {
    if (slide.hidden) reading.hide(slide);
    else reading.take(slide, place++);
  }
  const { points, left, warnings } = reading;
  warnings.push(...ofTheFile(source, points.length));
  for (const { point, code } of doubts(points)) {
    point.codes.push(code);
    warnings.push(warning(code, point.slide));
  }
  return { points, left, warnings: once(warnings) };
}

/** What a person should know of the file as a whole. */
function ofTheFile({ slides, declared, said }: Source, points: number): Warning[] {
  const found = said.map((message): Warning => ({ code: "left-out", slide: 0, message }));
  if (declared !== null && declared !== slides.length) {
    const message = `The file says that it holds ${declared} slides, but ${slides.length} were found.`;
    found.push({ code: "slide-count", slide: slides.length, message });
  }
  if (points === 0) found.push(warning("no-findings", 0));
  return found;
}

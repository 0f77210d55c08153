/** Titles that name one slide each, however alike what they name. */
import type { Slide } from "./deck.ts";
import { fitTitle } from "./page.ts";

/** The longest ending of a slide's title but the tag, so that all slides of a line begin at one height. */
const anyContinuation = "(continued, 10 of 10)";

export function titleFor(title: string, tag: string, part: number, of: number): { title: string; top: number } {
  const continued = part === 1 ? "" : of === 2 ? "(continued)" : `(continued, ${part} of ${of})`;
  return fitTitle(title, [tag, continued].filter(Boolean).join(" "));
}

/** The lowest that the body may begin under a title that goes on over several slides. */
export function topFor(title: string, tag: string): number {
  const ends = [tag, anyContinuation].filter(Boolean).join(" ");
  return Math.max(fitTitle(title, tag).top, fitTitle(title, ends).top);
}

function* tags(ref: string): Generator<string> {
  yield "";
  if (ref) yield `(${ref})`;
  for (let n = 2; ; n++) yield `(${n})`;
}

export type Claim = (build: (tag: string) => Slide[], ref?: string) => Slide[];

/** Gives each title out once: `build` is asked again, with another tag, until none of its slides has a taken title. */
export function titleDesk(): Claim {
  const taken = new Set<string>();
  return (build, ref = "") => {
    for (const tag of tags(ref)) {
      const slides = build(tag);
      const titles = new Set(slides.map((slide) => slide.title));
      if (titles.size < slides.length || slides.some((slide) => taken.has(slide.title))) continue;
      for (const title of titles) taken.add(title);
      return slides;
    }
    throw new Error("unreachable: tags never end");
  };
}

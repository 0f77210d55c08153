/** What a person should look at in a deck that was read, each by name. */

const facts = {
  "glued-heading": "A heading had run into the point before it. They were parted.",
  "title-mismatch":
    "The title names one line of enquiry, but what stands here goes on from the slide before. Check the line.",
  "repeated-title": "An earlier slide lists findings of this kind under the same title. Check the line.",
  "line-guessed": "The title is not quite the name of a line of enquiry. Check the line.",
  "no-line": "The title names no line of enquiry of this framework. Choose a line.",
  "title-guessed": "No title is marked on this slide. What looks like one was taken.",
  "implicit-continuation": "No heading stands over these points. They were taken to go on from the slide before.",
  "orphan-item": "Words stand before the first heading. They were left out.",
  "hidden-slide": "This slide is hidden, so it was left out.",
  "maybe-truncated": "The last point may be cut off. Nothing was added to it.",
  "maybe-merged": "Two points may have run into one. They were left as they are.",
  "sub-point": "A point stands below another. It was taken as a point of its own.",
  "too-long": "A point is longer than a finding may be. Shorten it before you take it.",
} as const;

export type WarningCode = keyof typeof facts | "slide-count" | "left-out";
export type Warning = { code: WarningCode; slide: number; message: string };

export const warning = (code: keyof typeof facts, slide: number): Warning => ({ code, slide, message: facts[code] });

/** A code as a page names it: "Title mismatch". */
export const warningTitle = (code: WarningCode): string => {
  const words = code.replace(/-/g, " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** In the order of the slides, each once. */
export const once = (warnings: Warning[]): Warning[] => {
  const seen = new Set<string>();
  return warnings
    .filter(({ code, slide, message }) => {
      const key = `${code} ${slide} ${message}`;
      return !seen.has(key) && seen.add(key);
    })
    .sort((a, b) => a.slide - b.slide);
};

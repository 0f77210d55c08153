/** What a person should look at in a deck that was read, each by name. */

const facts = {
  "glued-heading": "A heading had run into the point before it. They were parted.",
  "title-mismatch":
    "The title names one line of enquiry, but what stands here goes on from the slide before. Check the line.",
  "repeated-title": "An earlier slide lists findings of this kind under the same title. Check the line.",
  "line-guessed": "The title is not quite the name of a line of enquiry. Check the line.",
  "no-line": "The title names no line of enquiry of this framework. Choose a line.",
  "row-without-line": "A row of a table names no line of enquiry of this framework. Choose a line for it.",
  "title-guessed": "No title is marked on this slide. What looks like one was taken.",
  "implicit-continuation": "No heading stands over these points. They were taken to go on from the slide before.",
  "orphan-item": "Words stand before the first heading. They were left out.",
  "hidden-slide": "This slide is hidden, so it was left out.",
  "maybe-truncated": "A point seems to stop in the middle of a sentence. Nothing was added to it.",
  "maybe-merged": "Two points may have run into one. They were left as they are.",
  "sub-point": "A point stands below another. It was taken as a point of its own.",
  "no-findings":
    "No findings were found. They are read under headings such as “Strengths”, “Weaknesses” or “Areas to explore”.",
  "too-long": "A point is longer than a finding may be. Shorten it before you take it.",
  "notes-changed": "The speaker’s notes of this slide were changed in the deck. They are not brought in.",
  "sources-changed":
    "The sources or the note under a finding were changed in the file. Those here stay; change them where the finding stands.",
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

/** What a search found in a text, as stretches that are marked and stretches that are not. */

export type HitPart = { text: string; hit: boolean };

/** What the index puts before and behind what it found: signs that no text holds. */
export const START = "\u0001";
export const END = "\u0002";

/** The stretches of a text that the index marked. A pound or per cent sign belongs to the figure that it stands by. */
export function partsOf(words: string): HitPart[] {
  const whole = words
    .replace(/([£$€])\u0001(?=\d)/g, `${START}$1`)
    .replace(/(\u0001[^\u0002]*\d[a-z]{0,2})\u0002%/gi, `$1%${END}`)
    // Words that follow one another are one stretch.
    .replace(/\u0002(\s+)\u0001/g, "$1");
  return whole
    .split(/(\u0001[^\u0002]*\u0002)/)
    .filter(Boolean)
    .map((part) => ({ text: part.replace(/[\u0001\u0002]/g, ""), hit: part.startsWith(START) }));
}

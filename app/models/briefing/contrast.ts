/** How well one colour is read on another. Colours are six hexadecimal digits. Source: WCAG 2.2, relative luminance. */

const channels = (hex: string): [number, number, number] =>
  [0, 2, 4].map((at) => parseInt(hex.slice(at, at + 2), 16)) as [number, number, number];

const linear = (value: number): number => {
  const part = value / 255;
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
};

/** From 0, black, to 1, white. */
export function luminance(hex: string): number {
  const [red, green, blue] = channels(hex);
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

/** From 1, alike, to 21, black on white. */
export function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** The least for text of any size: WCAG 2.2, 1.4.3. */
export const readable = 4.5;

/** So much of `one` in `other`, from 0 to 1. */
export function mix(one: string, other: string, share: number): string {
  const [a, b] = [channels(one), channels(other)];
  return a
    .map((value, n) => Math.round(value * share + b[n]! * (1 - share)))
    .map((value) => value.toString(16).padStart(2, "0"))
    .join("")
    .toUpperCase();
}

/** Whether two colours can be told apart side by side: their distance in the cube of red, green and blue. */
export function areAlike(one: string, other: string): boolean {
  const [a, b] = [channels(one), channels(other)];
  return Math.hypot(...a.map((value, n) => value - b[n]!)) < 70;
}

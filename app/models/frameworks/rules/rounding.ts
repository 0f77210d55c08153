/** How a per cent is rounded: part of the rule, since 62.5 falls into another band each way. */

export const roundings = ["half-up", "half-even", "down", "none"] as const;
export type Rounding = (typeof roundings)[number];

const words = {
  "half-up": "rounded to a whole per cent, a half upwards",
  "half-even": "rounded to a whole per cent, a half to the even number",
  down: "cut to a whole per cent",
  none: "not rounded",
} as const satisfies Record<Rounding, string>;

export const roundingInWords = (rounding: Rounding): string => words[rounding];

/** `part` of `whole` (whole numbers, `whole` above zero) in per cent. Exact: no half is lost to floating point. */
export function percentOf(part: number, whole: number, rounding: Rounding): number {
  const [cut, left] = [Math.floor((part * 100) / whole), (part * 100) % whole];
  switch (rounding) {
    case "none":
      return (part * 100) / whole;
    case "down":
      return cut;
    case "half-up":
      return left * 2 >= whole ? cut + 1 : cut;
    case "half-even":
      return left * 2 > whole || (left * 2 === whole && cut % 2 === 1) ? cut + 1 : cut;
  }
}

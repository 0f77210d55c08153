/** The colours of a deck, the same in every format. All text keeps 4.5:1 or more on what it stands on. */
import type { SectionKey } from "./deck.ts";

export const colour = {
  ink: "0E2A35",
  paper: "FFFFFF",
  slate: "465A63",
  wash: "F4F7F7",
  line: "D5DEE1",
  teal: "0F6A6E",
  rust: "A8431A",
  violet: "5B3F91",
  /** Never for text: 2.9:1 on white. */
  amber: "E0823D",
  /** On ink. */
  mist: "9FD0D2",
  cloud: "DFE8EB",
  link: "135E96",
} as const;

/** Each kind of finding has a colour and a sign, so that neither stands alone. */
export const signs = { strengths: "+", weaknesses: "–", areas: "?" } as const satisfies Record<SectionKey, string>;

type Tone = { name: "poor" | "fair" | "good" | "excellent"; fill: string; text: string };

export const tones: [Tone, ...Tone[]] = [
  { name: "poor", fill: "F9D5C4", text: "6A2408" },
  { name: "fair", fill: "FBEBB5", text: "563D00" },
  { name: "good", fill: "CBE6E4", text: "0B4347" },
  { name: "excellent", fill: "0F6A6E", text: "FFFFFF" },
];

/** From 0, the lowest level of a scale, to 1, the highest. */
export function toneOf(place: number): Tone {
  return tones[Math.min(tones.length - 1, Math.floor(place * tones.length))] ?? tones[0];
}

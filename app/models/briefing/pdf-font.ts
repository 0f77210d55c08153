/** Which file of the Carlito family draws a character: the family comes in one file for each script. */
import { isDrawn, type Face } from "./measure.ts";

/** In the order in which they are asked. Source: unicode.json of @fontsource/carlito 5.3.0. */
const ranges = {
  latin: "0-FF,131,152-153,2BB-2BC,2C6,2DA,2DC,2000-206F,20AC,2122,2191,2193,2212,2215,FEFF,FFFD",
  "latin-ext":
    "100-2BA,2BD-2C5,2C7-2CC,2CE-2D7,2DD-2FF,304,308,329,1D00-1DBF,1E00-1E9F,1EF2-1EFF,2020,20A0-20AB,20AD-20C0,2113,2C60-2C7F,A720-A7FF",
  greek: "370-377,37A-37F,384-38A,38C,38E-3A1,3A3-3FF",
  cyrillic: "301,400-45F,490-491,4B0-4B1,2116",
  vietnamese: "300-301,303-304,308-309,323,329,1EA0-1EF9",
  "greek-ext": "1F00-1FFF",
  "cyrillic-ext": "460-52F,1C80-1C8A,2DE0-2DFF,A640-A69F,FE2E-FE2F",
} as const;

export type Script = keyof typeof ranges;

/** The bytes of a font file (WOFF), which an I/O floor reads. */
export type Fonts = (face: Face, script: Script) => Uint8Array;

const scripts = Object.entries(ranges).map(([script, text]) => ({
  script: script as Script,
  spans: text.split(",").map((span) => {
    const [from, to = from] = span.split("-").map((hex) => parseInt(hex, 16));
    return { from: from!, to: to! };
  }),
}));

const holds = (spans: { from: number; to: number }[], code: number) =>
  spans.some(({ from, to }) => code >= from && code <= to);

const known = new Map<string, Script | null>();

/** Null where no file of the family can draw it. */
export function scriptOf(character: string): Script | null {
  let script = known.get(character);
  if (script === undefined) {
    const code = character.codePointAt(0)!;
    script = isDrawn(character) ? (scripts.find(({ spans }) => holds(spans, code))?.script ?? null) : null;
    known.set(character, script);
  }
  return script;
}

export type Stretch = { text: string; script: Script | null };

/** The text in stretches that one file draws, or that none can. Where a line breaks is decided: every space is one alike. */
export function stretches(text: string): Stretch[] {
  const found: Stretch[] = [];
  // PDFKit cannot measure the no-break space of these files.
  for (const character of text.replaceAll("\u00a0", " ")) {
    const script = scriptOf(character);
    const last = found.at(-1);
    if (last && last.script === script) last.text += character;
    else found.push({ text: character, script });
  }
  return found;
}

/** The colours that a deck takes from a template: those of the file wherever text can be read in them, else our own. */
import { areAlike, contrast, luminance, mix, readable } from "./contrast.ts";
import { ownTheme, type Palette } from "./theme.ts";
import type { RawTemplate } from "./template.ts";

const shown = (hexadecimal: string) => `#${hexadecimal}`;

/** What is not taken is told in `said`. */
export function paletteOf({ colours, inside, front: cover }: RawTemplate, said: string[]): Palette {
  const of = (name: string) => colours.get(name) ?? null;
  const own = ownTheme.palette;
  const paper = light(inside.ground ?? of("bg1"), said);
  const onPaper = (given: string | null, least: number, fallback: string) =>
    given && contrast(given, paper) >= least ? given : fallback;
  const ink = onPaper(of("tx1"), 7, own.ink);
  const wash = of("bg2");
  const [teal, rust, violet] = sections(["accent1", "accent2", "accent3"].map(of), paper, said);
  const front = frontOf([cover.ground, of("tx2"), of("accent1"), of("tx1")], paper) ?? own.front;
  return {
    ink,
    paper,
    slate: onPaper(of("tx2"), readable, own.slate),
    wash: wash && luminance(wash) > 0.75 && contrast(ink, wash) >= 7 ? wash : mix(ink, paper, 0.04),
    line: mix(ink, paper, 0.16),
    teal: teal!,
    rust: rust!,
    violet: violet!,
    amber: of("accent4") ?? of("accent1") ?? own.amber,
    mist: mix(front, paper, 0.2),
    cloud: mix(front, paper, 0.1),
    link: onPaper(of("hlink"), readable, own.link),
    front,
  };
}

/** Slides are read on a light ground: the signs and levels of findings have no colours for a dark one. */
function light(ground: string | null, said: string[]): string {
  if (!ground || luminance(ground) > 0.8) return ground ?? ownTheme.palette.paper;
  said.push(`Its slides are dark (${shown(ground)}). Findings stand on white, since their colours are made for that.`);
  return ownTheme.palette.paper;
}

/** The first on which the paper's colour can be read as text. */
const frontOf = (tried: (string | null)[], paper: string): string | null =>
  tried.find((each) => each !== null && contrast(each, paper) >= 7) ?? null;

const sectionNames = ["strengths", "weaknesses", "areas to explore"];

/** A colour for each kind of finding; ours where the file's fails as text, or cannot be told from another. */
function sections(given: (string | null)[], paper: string, said: string[]): string[] {
  const own = [ownTheme.palette.teal, ownTheme.palette.rust, ownTheme.palette.violet];
  const used: string[] = [];
  given.forEach((each, n) => {
    if (each === null) return void used.push(own[n]!);
    const ratio = contrast(each, paper);
    const alike = used.some((other) => areAlike(each, other));
    if (ratio < readable) {
      const words = `${shown(each)} is ${(Math.floor(ratio * 100) / 100).toFixed(2)} to 1 on its ground; text needs ${readable} to 1`;
      said.push(`${words}. Headings of ${sectionNames[n]} keep our colour.`);
    } else if (alike) {
      said.push(`${shown(each)} is too like another of its colours. Headings of ${sectionNames[n]} keep our colour.`);
    }
    used.push(ratio < readable || alike ? own[n]! : each);
  });
  return used;
}

/** Every pair of a text's colour and what it stands on, in every format. */
const pairs: [text: keyof Palette, ground: keyof Palette][] = [
  ["ink", "paper"],
  ["slate", "paper"],
  ["teal", "paper"],
  ["rust", "paper"],
  ["violet", "paper"],
  ["link", "paper"],
  ["ink", "wash"],
  ["paper", "front"],
  ["mist", "front"],
];

/** Whether all text of a deck in these colours can be read. */
export const isReadable = (palette: Palette): boolean =>
  pairs.every(([text, ground]) => contrast(palette[text], palette[ground]) >= readable);

/** A veil of the front's colour over a picture, from 0 to 1: the thinnest through which text can be read on any picture. */
export function veilOver({ front, paper, mist }: Palette): number {
  for (let veil = 0.7; veil < 1; veil += 0.05) {
    // Text on fronts is light, so white is the worst that can lie under the veil.
    const ground = mix(front, "FFFFFF", veil);
    if ([paper, mist].every((text) => contrast(text, ground) >= readable)) return Math.round(veil * 100) / 100;
  }
  return 1;
}

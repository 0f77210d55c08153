/** Takes pictures out of a PowerPoint file that may be hostile: few, small, whole, and each once. */
import type { Inflate, Zip } from "#app/models/evidence/text/zip.ts";

import { type Bounds, logoBounds, groundBounds, soundPicture } from "./sound-picture.ts";
import type { SheetPicture } from "./template-sheet.ts";
import type { RawLogo, RawPicture } from "./template.ts";

/** Less than this part of a slide is a logo; this much and more is a ground; what is between stands among text. */
const largestLogo = 0.25;
const leastGround = 0.7;
/** Logos of one sheet, and bytes of all pictures of a template. */
const mostLogos = 3;
const mostBytes = 2_000_000;
/** Pictures that are looked at, before it is given up. */
const mostTried = 40;

export class Pictures {
  readonly #taken = new Map<string, RawPicture | null>();
  readonly #said = new Set<string>();
  #bytes = 0;
  #tried = 0;

  constructor(
    readonly zip: Zip,
    readonly inflate: Inflate,
  ) {}

  /** Whole sentences about what was left out. */
  get said(): string[] {
    return [...this.#said];
  }

  say(sentence: string): void {
    this.#said.add(sentence);
  }

  ground(target: string): RawPicture | null {
    const taken = this.#take(target, groundBounds);
    if (!taken)
      this.say("A picture behind the text was left out: only whole PNG and JPEG pictures of up to 1 MB are taken.");
    return taken;
  }

  /** The small pictures among these, from left to right. `on`: the plain colour that they stood on. */
  logos(pictures: SheetPicture[], on: string): RawLogo[] {
    const small = pictures.filter(({ share }) => share <= largestLogo);
    const once = [...new Map(small.map((each) => [each.target, each])).values()];
    const found = once.slice(0, mostTried).flatMap(({ target, x }): RawLogo[] => {
      const taken = this.#take(target, logoBounds);
      if (!taken) {
        this.say("A picture in it was left out: only whole PNG and JPEG pictures of up to 500 kB are taken as a logo.");
      }
      if (taken && isStrip(taken)) this.say("A strip that only decorates was left out.");
      return taken && !isStrip(taken) ? [{ ...taken, x, on }] : [];
    });
    if (found.length > mostLogos)
      this.say(`It has more than ${mostLogos} small pictures; the first ${mostLogos} were taken.`);
    if (pictures.some(({ share }) => share > largestLogo && share < leastGround)) {
      this.say("A large picture in it was left out: the text of slides would stand on it.");
    }
    return found.slice(0, mostLogos).sort((a, b) => a.x - b.x);
  }

  #take(target: string, bounds: Bounds): RawPicture | null {
    const key = `${bounds.bytes} ${target}`;
    const known = this.#taken.get(key);
    if (known !== undefined) return known;
    const taken = this.#tried++ < mostTried && this.zip.has(target) ? this.#read(this.zip.read(target), bounds) : null;
    this.#taken.set(key, taken);
    return taken;
  }

  #read(bytes: Uint8Array, bounds: Bounds): RawPicture | null {
    const sound = this.#bytes + bytes.length <= mostBytes ? soundPicture(bytes, this.inflate, bounds) : null;
    if (!sound) return null;
    this.#bytes += bytes.length;
    return { ...sound, data: base64(bytes) };
  }
}

/** Too narrow or too flat for a logo. */
const isStrip = ({ width, height }: RawPicture) => width < height / 4 || width > height * 12;

/** The picture that lies behind all else: the first that takes nearly the whole slide. */
export const groundAmong = (pictures: SheetPicture[]): string | null =>
  pictures.find(({ share }) => share >= leastGround)?.target ?? null;

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

function base64(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b = 0, c = 0] = bytes.subarray(at, at + 3);
    const all = (a << 16) | (b << 8) | c;
    const four = [18, 12, 6, 0].map((shift) => alphabet[(all >> shift) & 63]!).join("");
    parts.push(four.slice(0, Math.min(4, bytes.length - at + 1)).padEnd(4, "="));
  }
  return parts.join("");
}

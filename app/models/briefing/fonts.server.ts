/** The font files that documents embed, read once from the package that brings them. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

import type { Fonts } from "./pdf-font.ts";

const require = createRequire(import.meta.url);
const read = new Map<string, Uint8Array>();

/** Carlito (SIL Open Font Licence 1.1), a file for each face and script. */
export const fonts: Fonts = (face, script) => {
  const name = `carlito-${script}-${face === "bold" ? 700 : 400}-normal.woff`;
  const bytes = read.get(name) ?? new Uint8Array(readFileSync(require.resolve(`@fontsource/carlito/files/${name}`)));
  read.set(name, bytes);
  return bytes;
};

/** Inflates with a hard cap: what a header says is never believed. */
import { inflateRawSync } from "node:zlib";

import { type Inflate, Overflow } from "./zip.ts";

export const inflate: Inflate = (raw, limit) => {
  try {
    return inflateRawSync(raw, { maxOutputLength: limit + 1 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE") throw new Overflow();
    throw error;
  }
};

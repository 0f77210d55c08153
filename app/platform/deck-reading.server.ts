/** Reads a deck of others, bounded. */
import { z } from "zod";

import { type Source, source } from "#app/models/briefing/read/source.ts";

import { readBounded } from "./bounded-reading.server.ts";

/** The deck, or in a whole sentence why there is none. A deck of a hundred slides takes a second. */
export const readDeckFile = (bytes: AsyncIterable<Uint8Array>): Promise<{ source: Source } | { why: string }> =>
  readBounded(bytes, {
    asks: "--deck",
    answer: z.strictObject({ source }),
    seconds: 8,
    deadline: 9_000,
    endings: {
      ended: "It is damaged, or not built as a presentation should be.",
      memory: "Reading it took more memory than it may have, so it was stopped.",
      output: "It holds more text than can be kept.",
      time: "Reading it took more time than it may have, so it was stopped.",
    },
  });

/** Reads the look of an office file, bounded. */
import { z } from "zod";

import { templateLook, type TemplateLook } from "#app/models/briefing/template.ts";

import { readBounded } from "./bounded-reading.server.ts";

/** The look, or in a whole sentence why there is none. A file of this kind takes a tenth of a second. */
export const readLook = (bytes: AsyncIterable<Uint8Array>): Promise<{ look: TemplateLook } | { why: string }> =>
  readBounded(bytes, {
    asks: "--look",
    answer: z.strictObject({ look: templateLook }),
    seconds: 15,
    deadline: 20_000,
    endings: {
      ended: "It is damaged, or not built as a PowerPoint file should be.",
      memory: "Reading it took more memory than it may have, so it was stopped.",
      output: "It holds more pictures than can be kept.",
      time: "Reading it took more time than it may have, so it was stopped.",
    },
  });

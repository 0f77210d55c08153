/** An extraction as it comes out of another process, which is believed in nothing. */
import { z } from "zod";

import {
  type Extraction,
  extractionStatuses,
  MAX_CHARACTERS,
  MAX_LABEL,
  MAX_UNITS,
  MAX_WARNING,
  MAX_WARNINGS,
  unitKinds,
} from "./extraction.ts";

export const extraction: z.ZodType<Extraction> = z
  .object({
    status: z.enum(extractionStatuses),
    units: z
      .array(
        z.object({ kind: z.enum(unitKinds), label: z.string().max(MAX_LABEL), text: z.string(), hidden: z.boolean() }),
      )
      .max(MAX_UNITS),
    warnings: z.array(z.string().max(MAX_WARNING)).max(MAX_WARNINGS),
  })
  .refine(({ units }) => units.reduce((sum, { text }) => sum + text.length, 0) <= MAX_CHARACTERS)
  .refine(({ status, units }) => (status === "ok") === units.some(({ text }) => text !== ""));

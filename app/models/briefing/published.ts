/** What is published: the inspection as everyone may read it, in one canonical text whose hash stands beside it. */
import { z } from "zod";

import { canonicalJson } from "#app/models/audit/canonical.ts";

import { briefing, type Briefing } from "./briefing.ts";

const published = z.strictObject({
  format: z.literal("throughline-publication/1"),
  number: z.number().int().positive(),
  /** Why this version replaces the one before; null for the first. */
  reason: z.string().nullable(),
  briefing,
});

export type Published = z.infer<typeof published>;

/** The text that is kept and hashed: the same inspection always gives the same. */
export function writePublished(of: { number: number; reason: string | null; briefing: Briefing }): string {
  return canonicalJson({ format: "throughline-publication/1", ...of } satisfies Published);
}

/** Reads the text back. Throws where it is none of ours. */
export const readPublished = (content: string): Published => published.parse(JSON.parse(content));

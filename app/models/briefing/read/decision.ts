/** What a person chose for each point of a deck, and what is taken where they chose nothing. */
import { z } from "zod";

import { FINDING_LENGTH, findingKinds } from "#app/models/findings/finding.ts";

import type { Gone, Status } from "./compare.ts";
import type { Point } from "./point.ts";

export const decision = z.strictObject({
  take: z.boolean().optional(),
  ref: z.string().max(10).optional(),
  kind: z.enum(findingKinds).optional(),
  text: z.string().max(5_000).optional(),
  /** Why a finding that the deck left out is withdrawn. */
  reason: z.string().max(1_000).optional(),
});
export const decisions = z.record(z.string().max(80), decision);

export type Decision = z.infer<typeof decision>;
export type Decisions = z.infer<typeof decisions>;

export const goneKey = ({ finding }: Pick<Gone, "finding">): string => `gone-${finding}`;

/** A point with what was decided: `take` of one that stands already changes nothing. */
export type Decided = Point & { take: boolean; decided: boolean; status: Status };

/** New points are taken, changed ones where only the deck changed them; where both did, a person chooses. */
export function decide(point: Point, status: Status, made: Decision | undefined): Decided {
  const { take, ref = point.ref, kind = point.kind, text = point.text } = made ?? {};
  const fit = ref !== null && text.trim() !== "" && text.length <= FINDING_LENGTH;
  const usual = status.is === "new" || (status.is === "changed" && !status.both);
  const wanted = status.is !== "known" && (take ?? usual);
  return { ...point, ref, kind, text, take: wanted && fit, decided: take !== undefined, status };
}

/** A day as a form sends it. */
import { z } from "zod";

/** YYYY-MM-DD; null where it is empty, undefined where it is no day. */
export function readDay(typed: string): string | null | undefined {
  const day = typed.trim();
  if (!day) return null;
  return z.iso.date().safeParse(day).success ? day : undefined;
}

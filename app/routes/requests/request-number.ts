/** The number of a request in an address. */
import { NotFound } from "#app/platform/failure.ts";

/** Throws `NotFound` where it is none. */
export function requestNumber({ number = "" }: Record<string, string>): number {
  if (!/^[1-9]\d{0,5}$/.test(number)) throw new NotFound();
  return Number(number);
}

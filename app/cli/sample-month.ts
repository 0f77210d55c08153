/**
 * The month before the demonstration is made. Its clock starts a month back and moves on day by day, so that the record
 * tells of a month of work, and the figures that were kept each day have a course to show.
 */
import type { Services } from "#app/desk.server.ts";
import { steadyClock } from "#app/platform/clock.ts";

const DAY = 86_400_000;

/** Days before today on which the first things are done. */
export const MONTH = 30;

/** Services whose clock stands `MONTH` days back until `daysAgo` moves it on; it never goes back. */
export function aMonthAgo(services: Services): { services: Services; daysAgo(days: number): void } {
  let back = MONTH;
  const now = steadyClock(null, () => new Date(Date.now() - back * DAY));
  return { services: { ...services, now }, daysAgo: (days) => void (back = Math.min(back, days)) };
}

/** All of `rows` in so many runs, in their order, the longest first: people begin with what is plain. */
export function inRuns<T>(rows: readonly T[], runs: number): T[][] {
  return Array.from({ length: runs }, (_, n) => {
    const edge = (at: number) => Math.round(rows.length * Math.sin((Math.PI / 2) * (at / runs)));
    return rows.slice(edge(n), edge(n + 1));
  });
}

/** Who looks at what at this moment: kept in memory, known to one's own side only, and soon forgotten. */
import type { Side } from "#app/models/accounts/role.ts";

/** A person as they are shown to colleagues. */
export type Here = { id: string; name: string; side: Side };

export type Presence = {
  /** Notes that this person is at `place` now. */
  mark(place: string, who: Here, now: Date): void;
  /** The names of others of the same side who were there a moment ago, the latest first. */
  others(place: string, who: Here, now: Date): string[];
};

/** How long someone counts as here after they were seen. */
export const HERE = 2 * 60_000;

/** Remembers the last `most` sightings: more would only cost memory. */
export function presence(most = 2000): Presence {
  /** By place and person, the longest ago first. */
  const seen = new Map<string, Here & { place: string; at: number }>();

  function forget(now: number): void {
    for (const [key, { at }] of seen) {
      if (seen.size <= most && now - at <= HERE) return;
      seen.delete(key);
    }
  }

  return {
    mark(place, { id, name, side }, now) {
      const key = `${place} ${id}`;
      seen.delete(key);
      seen.set(key, { id, name, side, place, at: now.getTime() });
      forget(now.getTime());
    },
    others(place, who, now) {
      forget(now.getTime());
      return [...seen.values()]
        .filter((one) => one.place === place && one.side === who.side && one.id !== who.id)
        .map(({ name }) => name)
        .reverse();
    },
  };
}

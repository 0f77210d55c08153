/** Nobody can be in two places: what a timetable asks of the same person at the same time. */

export type Slot = {
  id: string;
  title: string;
  /** Who is met, in words. */
  whom: string;
  startsAt: string;
  endsAt: string;
  /** The inspectors who go. */
  visitors: { id: string; name: string }[];
};

export type Clash = { visit: string; with: string; title: string; who: string };

const overlaps = (a: Slot, b: Slot) => a.startsAt < b.endsAt && b.startsAt < a.endsAt;

const plain = (words: string) => words.trim().replace(/\s+/g, " ").toLowerCase();

/** Why `a` and `b` cannot both be as they are: the people who would be at both. Empty where they can. */
export function sharedPeople(a: Slot, b: Slot): string[] {
  if (a.id === b.id || !overlaps(a, b)) return [];
  const both = a.visitors.filter(({ id }) => b.visitors.some((other) => other.id === id)).map(({ name }) => name);
  return plain(a.whom) === plain(b.whom) ? [...both, a.whom.trim()] : both;
}

/** Every clash of these visits, each told from both sides. */
export function findClashes(slots: readonly Slot[]): Clash[] {
  const inOrder = [...slots].sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1));
  const clashes: Clash[] = [];
  for (const [at, first] of inOrder.entries()) {
    for (const second of inOrder.slice(at + 1)) {
      if (second.startsAt >= first.endsAt) break;
      const who = sharedPeople(first, second).join(", ");
      if (!who) continue;
      clashes.push({ visit: first.id, with: second.id, title: second.title, who });
      clashes.push({ visit: second.id, with: first.id, title: first.title, who });
    }
  }
  return clashes;
}

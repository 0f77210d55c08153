/** What is asked of the council, added up, so that nobody asks for more than people can send. */
import type { RequestState } from "./request.ts";

export type Burden = {
  /** All that was sent and not taken back. */
  asked: number;
  /** Those that the council still has to answer. */
  open: number;
  overdue: number;
  /** Those sent within the last seven days. */
  week: number;
  /** Open requests by who has them, the most first. */
  people: { name: string; open: number }[];
};

type Asked = {
  state: RequestState;
  standing: string;
  sentAt: string | null;
  person: { name: string } | null;
  team: string | null;
};

const WEEK = 7 * 86_400_000;
export const NOBODY = "Nobody in particular";

/** The burden of these requests at the moment `now`. Drafts are none. */
export function burdenOf(requests: readonly Asked[], now: Date): Burden {
  const sent = requests.filter(({ state, sentAt }) => sentAt !== null && state !== "withdrawn");
  const open = sent.filter(({ state }) => state === "sent" || state === "returned");
  const people = new Map<string, number>();
  for (const { person, team } of open) {
    const name = person?.name ?? team ?? NOBODY;
    people.set(name, (people.get(name) ?? 0) + 1);
  }
  return {
    asked: sent.length,
    open: open.length,
    overdue: open.filter(({ standing }) => standing === "overdue").length,
    week: sent.filter(({ sentAt }) => now.getTime() - Date.parse(sentAt ?? "") < WEEK).length,
    people: [...people].map(([name, count]) => ({ name, open: count })).sort((a, b) => b.open - a.open),
  };
}

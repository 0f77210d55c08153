/** The requests that the council was sent, as its people look at them: what is due first. */
import { londonClock } from "#app/models/fieldwork/london-time.ts";
import type { Inspection } from "#app/models/inspections/inspections.server.ts";
import { isOpen } from "#app/models/requests/request.ts";
import { listRequests, type RequestView } from "#app/models/requests/requests.server.ts";
import type { Desk } from "#app/platform/desk.ts";

import { tagOf } from "./tag.tsx";

const shows = {
  waiting: ({ state }: RequestView) => isOpen(state),
  overdue: ({ standing }: RequestView) => standing === "overdue",
  mine: ({ state, person }: RequestView, me: string) => isOpen(state) && person?.id === me,
  sent: ({ state }: RequestView) => state === "answered",
  closed: ({ state }: RequestView) => state === "accepted" || state === "withdrawn",
} as const;

const titles: Record<keyof typeof shows, string> = {
  waiting: "To answer",
  overdue: "Overdue",
  mine: "Given to me",
  sent: "Sent",
  closed: "Closed",
};

const byDue = (a: RequestView, b: RequestView) => ((a.due ?? "9") < (b.due ?? "9") ? -1 : 1);

/** A request as a row of the inbox. */
export const inboxRow = (request: RequestView, today: string) => ({
  id: request.id,
  number: request.number ?? 0,
  title: request.title,
  tag: tagOf(request, today),
  to: request.person?.name ?? request.team,
});

export async function loadInbox(desk: Desk, of: Inspection, url: URL) {
  const all = (await listRequests(desk, of)).sort(byDue);
  const today = londonClock(desk.now()).day;
  const me = desk.user?.id ?? "";
  const names = Object.keys(shows) as (keyof typeof shows)[];
  const show = names.find((name) => name === url.searchParams.get("show")) ?? "waiting";
  return {
    code: of.code,
    show,
    tabs: names.map((name) => ({ name, title: titles[name], count: all.filter((one) => shows[name](one, me)).length })),
    requests: all.filter((one) => shows[show](one, me)).map((one) => inboxRow(one, today)),
  };
}

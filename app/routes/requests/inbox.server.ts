/** The requests that the council was sent, as its people look at them: what is due first. */
import { londonClock } from "#app/models/fieldwork/london-time.ts";
import type { Inspection } from "#app/models/inspections/inspections.server.ts";
import { countDraftFiles } from "#app/models/requests/answer-files.server.ts";
import { isOpen } from "#app/models/requests/request.ts";
import { listRequests, type RequestView } from "#app/models/requests/requests.server.ts";
import type { Desk } from "#app/platform/desk.ts";
import { dayAndMonth } from "#app/ui/dates.ts";

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

/** What there is to say of a row beside its state: what is begun, what day has passed, who answers. */
function notesOf(request: RequestView, files: number | undefined): string[] {
  const { state, standing, due, person, team } = request;
  const draft =
    files === undefined ? null : files ? `${files} ${files === 1 ? "file" : "files"}, not sent` : "A draft, not sent";
  const whom = isOpen(state) ? (person?.name ?? team) : null;
  return [
    standing === "overdue" && due ? `Was due ${dayAndMonth(due)}` : null,
    isOpen(state) ? draft : null,
    whom && `Given to ${whom}`,
  ].filter((words) => words !== null);
}

/** A request as a row of the inbox. `drafts` gives how many files each draft answer has, by its request. */
export const inboxRow = (request: RequestView, today: string, drafts: ReadonlyMap<string, number>) => ({
  id: request.id,
  number: request.number ?? 0,
  title: request.title,
  tag: tagOf(request, today),
  notes: notesOf(request, drafts.get(request.id)),
});

export async function loadInbox(desk: Desk, of: Inspection, url: URL) {
  const all = (await listRequests(desk, of)).sort(byDue);
  const drafts = await countDraftFiles(desk, of);
  const today = londonClock(desk.now()).day;
  const me = desk.user?.id ?? "";
  const names = Object.keys(shows) as (keyof typeof shows)[];
  const show = names.find((name) => name === url.searchParams.get("show")) ?? "waiting";
  return {
    code: of.code,
    show,
    tabs: names.map((name) => ({ name, title: titles[name], count: all.filter((one) => shows[name](one, me)).length })),
    requests: all.filter((one) => shows[show](one, me)).map((one) => inboxRow(one, today, drafts)),
  };
}

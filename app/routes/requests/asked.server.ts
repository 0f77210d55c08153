/** What inspectors asked for: narrowed, sorted and counted. */
import { londonClock } from "#app/models/fieldwork/london-time.ts";
import { allowed, type Inspection } from "#app/models/inspections/inspections.server.ts";
import { burdenOf } from "#app/models/requests/burden.ts";
import { listRequests, type RequestView } from "#app/models/requests/requests.server.ts";
import type { Desk } from "#app/platform/desk.ts";

import { tagOf } from "./tag.tsx";

type Show = { name: string; title: string; takes(of: RequestView): boolean };

const open = ({ state }: RequestView) => state === "sent" || state === "returned";

/** What the list can be narrowed to; the first is what it shows unasked. */
const shows: readonly Show[] = [
  { name: "open", title: "Open", takes: (one) => open(one) || one.state === "answered" || one.state === "draft" },
  { name: "answered", title: "To look at", takes: ({ state }) => state === "answered" },
  { name: "council", title: "With the council", takes: open },
  { name: "overdue", title: "Overdue", takes: ({ standing }) => standing === "overdue" },
  { name: "drafts", title: "Drafts", takes: ({ state }) => state === "draft" },
  { name: "accepted", title: "Accepted", takes: ({ state }) => state === "accepted" },
  { name: "withdrawn", title: "Taken back", takes: ({ state }) => state === "withdrawn" },
];

/** What wants an inspector first: answers, then what is late, then by day; drafts come before what is far off. */
const urgency = ({ state, standing }: RequestView) =>
  state === "answered" ? 0 : standing === "overdue" ? 1 : state === "draft" ? 2 : 3;

const byDue = (a: RequestView, b: RequestView) => (a.due ?? "9999").localeCompare(b.due ?? "9999");
const sorts: Record<string, (a: RequestView, b: RequestView) => number> = {
  first: (a, b) => urgency(a) - urgency(b) || byDue(a, b),
  number: (a, b) => (a.number ?? Infinity) - (b.number ?? Infinity) || 0,
  title: (a, b) => a.title.localeCompare(b.title, "en-GB"),
  due: byDue,
};

export async function loadAsked(desk: Desk, of: Inspection, url: URL) {
  const all = await listRequests(desk, of);
  const asked = url.searchParams;
  const show = shows.find(({ name }) => name === asked.get("show")) ?? shows[0]!;
  const sort = Object.hasOwn(sorts, asked.get("sort") ?? "") ? (asked.get("sort") ?? "first") : "first";
  const today = londonClock(desk.now()).day;
  return {
    code: of.code,
    mayWrite: allowed(of, "request.write"),
    done: asked.get("done"),
    show: show.name,
    title: show.title,
    sort,
    shows: shows.map(({ name, title, takes }) => ({ name, title, count: all.filter(takes).length })),
    none: all.length === 0,
    rows: all
      .filter(show.takes)
      .sort(sorts[sort])
      .map((one) => ({
        id: one.id,
        number: one.number,
        title: one.title,
        lines: one.lines.map(({ ref }) => ref),
        due: one.due,
        whom: one.person?.name ?? one.team,
        tag: tagOf(one, today),
        late: one.standing === "overdue",
      })),
    burden: burdenOf(all, desk.now()),
  };
}

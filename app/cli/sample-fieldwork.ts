/** The fieldwork of the demonstration: two weeks of meetings, the first of them with its questions. */
import { addAreas } from "#app/models/fieldwork/guides.server.ts";
import { listAreas } from "#app/models/fieldwork/areas.server.ts";
import { londonClock } from "#app/models/fieldwork/london-time.ts";
import type { VisitKind } from "#app/models/fieldwork/visit.ts";
import { addVisit, listVisitors } from "#app/models/fieldwork/visits.server.ts";
import type { Inspection } from "#app/models/inspections/inspections.server.ts";
import type { Desk } from "#app/platform/desk.ts";

type Sample = {
  kind: VisitKind;
  whom: string;
  place: string;
  /** Working days after the first Monday. */
  day: number;
  from: string;
  to: string;
  who: string[];
  shared?: true;
  /** Lines whose areas are asked about, all of them. */
  lines?: string[];
  /** How single areas begin that are asked about, too. */
  areas?: string[];
};

const lead = "Lead inspector";
const second = "Second inspector";
const partner = "Partner inspector";

const samples: Sample[] = [
  {
    kind: "interview",
    whom: "Accountable officer",
    place: "Council offices, room 2",
    day: 0,
    from: "9:30",
    to: "10:30",
    who: [lead, second],
    shared: true,
    lines: ["1.4"],
    areas: [
      "How effective the Core Strategy Group is",
      "What the group has achieved",
      "How members’ capacity is being built",
      "How the conflict resolution protocol",
    ],
  },
  {
    kind: "interview",
    whom: "Chair of the commissioning body",
    place: "Council offices, room 2",
    day: 0,
    from: "11:00",
    to: "12:00",
    who: [lead],
    shared: true,
    lines: ["1.2"],
  },
  {
    kind: "focus-group",
    whom: "People who use services, first group",
    place: "Community centre",
    day: 1,
    from: "10:00",
    to: "11:30",
    who: [second, partner],
    lines: ["6.1"],
    areas: ["Progress towards involving people who use services"],
  },
  {
    kind: "interview",
    whom: "Supporting People team",
    place: "Council offices, room 4",
    day: 1,
    from: "14:00",
    to: "15:30",
    who: [lead],
    shared: true,
    lines: ["3.1", "3.2", "3.4"],
  },
  {
    kind: "visit",
    whom: "Hostel staff and residents",
    place: "A hostel",
    day: 2,
    from: "9:00",
    to: "11:00",
    who: [second],
  },
  {
    kind: "focus-group",
    whom: "Providers",
    place: "Council offices, hall",
    day: 2,
    from: "13:00",
    to: "14:30",
    who: [lead, partner],
    shared: true,
    lines: ["1.6"],
  },
  {
    kind: "interview",
    whom: "Probation",
    place: "Probation office",
    day: 3,
    from: "10:00",
    to: "11:00",
    who: [partner],
    areas: [
      "Plans for a review of the LPS",
      "How robust the multi-agency",
      "Whether service specifications are consistent",
    ],
  },
  {
    kind: "reality-check",
    whom: "Reception desks and the web site",
    place: "Across the city",
    day: 3,
    from: "9:30",
    to: "12:30",
    who: [second],
    areas: ["Whether alternative formats can be reached"],
  },
  {
    kind: "case-sample",
    whom: "Ten service reviews",
    place: "Council offices, room 4",
    day: 4,
    from: "9:00",
    to: "12:00",
    who: [lead, second],
  },
  {
    kind: "interview",
    whom: "Health partners",
    place: "By telephone",
    day: 4,
    from: "11:30",
    to: "12:15",
    who: [lead],
    areas: ["Whether the hospital discharge protocols", "Plans for adding the changes already identified"],
  },
];

const DAY = 86_400_000;

/** The first Monday at least a week after `now`. */
function firstMonday(now: Date): Date {
  const day = new Date(now.getTime() + 7 * DAY);
  while (day.getUTCDay() !== 1) day.setTime(day.getTime() + DAY);
  return day;
}

/** Plans the visits as the lead would, and asks about the areas of some lines. */
export async function planFieldwork(desk: Desk, of: Inspection): Promise<void> {
  const [visitors, areas] = [await listVisitors(desk, of), await listAreas(desk, of)];
  const monday = firstMonday(desk.now());
  for (const { day, who, shared, lines = [], areas: single = [], ...visit } of samples) {
    const id = await addVisit(desk, of, {
      ...visit,
      title: "",
      day: londonClock(new Date(monday.getTime() + day * DAY)).day,
      visitors: visitors.filter(({ name }) => who.includes(name)).map((one) => one.id),
      shared: shared === true,
    });
    const chosen = areas
      .filter(({ ref, text }) => lines.includes(ref) || single.some((words) => text.startsWith(words)))
      .map((one) => one.id);
    if (chosen.length) await addAreas(desk, of, id, chosen);
  }
}

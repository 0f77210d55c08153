/** What the page of a topic guide shows: its questions, and the areas that could still be asked about. */
import { type AreaRow, listAreas } from "#app/models/fieldwork/areas.server.ts";
import { listQuestions } from "#app/models/fieldwork/guides.server.ts";
import { minutesOf, visitKindTitle } from "#app/models/fieldwork/visit.ts";
import { findVisit } from "#app/models/fieldwork/visits.server.ts";
import { allowed, type Inspection } from "#app/models/inspections/inspections.server.ts";
import type { Desk } from "#app/platform/desk.ts";
import { longDate, timeOf } from "#app/ui/dates.ts";

/** Which areas are offered: those that the visit's people would know about, those of one theme, or those with a word. */
export type GuideView = { theme: number | null; q: string };

const knows = (whom: string, { whoWouldKnow }: AreaRow) =>
  whoWouldKnow.some((role) => whom.toLowerCase().includes(role.toLowerCase()));

function offered(areas: AreaRow[], whom: string, { theme, q }: GuideView): AreaRow[] {
  if (q) return areas.filter(({ text }) => text.toLowerCase().includes(q.toLowerCase()));
  if (theme !== null) return areas.filter((area) => area.theme === theme);
  return areas.filter((area) => knows(whom, area));
}

/** Throws `NotFound` unless the person may see the visit from inside. */
export async function loadGuide(desk: Desk, of: Inspection, id: string, view: GuideView) {
  const visit = await findVisit(desk, of, id);
  const areas = await listAreas(desk, of);
  const questions = await listQuestions(desk, of, id, areas);
  const asked = new Set(questions.flatMap((one) => one.areas.map((area) => area.id)));
  const open = areas.filter((area) => !asked.has(area.id) && area.state !== "closed");
  const { title, kind, whom, startsAt, endsAt } = visit;
  return {
    code: of.code,
    inspection: of.title,
    visit: { id, title, kind: visitKindTitle(kind), whom },
    when: `${longDate(startsAt)}, ${timeOf(startsAt)} to ${timeOf(endsAt)}`,
    minutes: { of: minutesOf(visit), used: questions.reduce((sum, one) => sum + one.minutes, 0) },
    questions,
    themes: of.framework.judgements.flatMap(({ themes }) => themes.map(({ number, title }) => ({ number, title }))),
    view,
    offered: offered(open, whom, view).map((area) => ({
      id: area.id,
      place: `${area.ref} ${area.name}`,
      line: area.line,
      text: area.text,
      chosen: view.theme === null && !view.q,
    })),
    mayWrite: allowed(of, "visit.write"),
  };
}

export type GuidePage = Awaited<ReturnType<typeof loadGuide>>;

/** The view that an address asks for. */
export function readGuideView(given: URLSearchParams): GuideView {
  const theme = given.get("theme") ?? "";
  return {
    theme: /^\d{1,3}$/.test(theme) ? Number(theme) : null,
    q: (given.get("q") ?? "").trim().slice(0, 200),
  };
}

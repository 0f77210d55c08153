/** Gathers what is left to do in an inspection: from counters of lines and from small tables, never from findings. */
import { londonClock } from "#app/models/fieldwork/london-time.ts";
import { allowed, type Inspection } from "#app/models/inspections/inspections.server.ts";
import { listComments } from "#app/models/ratings/comments.server.ts";
import { listSignOffs } from "#app/models/ratings/sign-offs.server.ts";
import { daysLeft } from "#app/models/requests/request.ts";
import { listRequests, type RequestView } from "#app/models/requests/requests.server.ts";
import type { Desk } from "#app/platform/desk.ts";

import type { Outstanding, Overdue } from "./do-next.ts";
import type { LineView } from "./readiness.ts";

function overdueOf({ number, title, due, person, team, lines }: RequestView, today: string): Overdue {
  const whom = person?.name ?? team;
  return { number: number ?? 0, title, days: due ? -daysLeft(due, today) : 0, whom, refs: lines.map(({ ref }) => ref) };
}

/** For inspectors. `lines` are those of the page, with their standing as the reader is told it. Four queries. */
export async function findOutstanding(desk: Desk, of: Inspection, lines: readonly LineView[]): Promise<Outstanding> {
  const today = londonClock(desk.now()).day;
  const requests = await listRequests(desk, of);
  const signed = new Set((await listSignOffs(desk, of)).filter((one) => !one.reopened).map(({ theme }) => theme));
  const themes = of.framework.judgements.flatMap((judgement) => judgement.themes);
  const comments = await listComments(desk, of);
  return {
    lines,
    mayRate: allowed(of, "rating.write"),
    overdue: requests.filter(({ standing }) => standing === "overdue").map((one) => overdueOf(one, today)),
    answered: requests.filter(({ state }) => state === "answered").length,
    unsigned: of.stage === "draft" ? 0 : themes.filter(({ number }) => !signed.has(number)).length,
    comments: comments.filter(({ resolved }) => !resolved).length,
  };
}

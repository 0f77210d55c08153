/** What inspectors see of a request: what was asked, what came, and where it was raised from. */
import { allowed, type Inspection } from "#app/models/inspections/inspections.server.ts";
import { londonClock } from "#app/models/fieldwork/london-time.ts";
import { listAnswers } from "#app/models/requests/answers.server.ts";
import { listOrigins } from "#app/models/requests/origins.server.ts";
import { answerKindTitle, isOpen } from "#app/models/requests/request.ts";
import { findRequest } from "#app/models/requests/requests.server.ts";
import type { Desk } from "#app/platform/desk.ts";

import { tagOf } from "./tag.tsx";

export async function loadInspectorsRequest(desk: Desk, of: Inspection, number: number, url: URL) {
  const request = await findRequest(desk, of, number);
  const answers = await listAnswers(desk, of, request.id);
  const mayWrite = allowed(of, "request.write");
  return {
    code: of.code,
    council: of.council,
    request,
    tag: tagOf(request, londonClock(desk.now()).day),
    done: url.searchParams.get("done"),
    origins: await listOrigins(desk, of, request.id),
    answers: answers.map(({ kind, ...one }) => ({ ...one, how: kind === "files" ? null : answerKindTitle(kind) })),
    mayReview: mayWrite && request.state === "answered",
    mayChase: mayWrite && isOpen(request.state),
  };
}

/** What the council sees of a request: what it says, the answer in the making, what was sent before. */
import { listEvidenceNames } from "#app/models/evidence/library.server.ts";
import { londonClock } from "#app/models/fieldwork/london-time.ts";
import { allowed, type Inspection } from "#app/models/inspections/inspections.server.ts";
import { findAnswerDraft, listAnswers } from "#app/models/requests/answers.server.ts";
import { answerKindTitle, answerKinds, isOpen, whyNotAnswer } from "#app/models/requests/request.ts";
import { findRequest, listAnswerers, listRequests } from "#app/models/requests/requests.server.ts";
import type { Desk } from "#app/platform/desk.ts";

import { inboxRow } from "./inbox.server.ts";
import { tagOf } from "./tag.tsx";

const OTHERS = 6;

export async function loadOfficersRequest(desk: Desk, of: Inspection, number: number, url: URL) {
  const request = await findRequest(desk, of, number);
  const today = londonClock(desk.now()).day;
  const mayAnswer = allowed(of, "request.answer");
  const answering = mayAnswer && isOpen(request.state);
  const sent = await listAnswers(desk, of, request.id);
  const all = await listRequests(desk, of);
  return {
    code: of.code,
    request,
    tag: tagOf(request, today),
    done: url.searchParams.get("done"),
    draft: answering ? await findAnswerDraft(desk, of, number) : null,
    documents: answering ? await listEvidenceNames(desk, of) : [],
    people: answering ? await listAnswerers(desk, of) : [],
    kinds: answerKinds.map((kind) => ({ kind, title: answerKindTitle(kind) })),
    closed: mayAnswer ? whyNotAnswer(request.state, number) : null,
    answering,
    sent: sent.map(({ kind, ...one }) => ({ ...one, how: kind === "files" ? null : answerKindTitle(kind) })),
    others: all.slice(0, OTHERS).map((one) => inboxRow(one, today)),
    count: all.length,
  };
}

export type OfficersPage = Awaited<ReturnType<typeof loadOfficersRequest>>;

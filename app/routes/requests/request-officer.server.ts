/** What the council sees of a request: what it says, the answer in the making, what was sent before. */
import type { Services } from "#app/desk.server.ts";
import { acceptedEndings } from "#app/models/evidence/file-kind.ts";
import { listEvidenceNames } from "#app/models/evidence/library.server.ts";
import { londonClock } from "#app/models/fieldwork/london-time.ts";
import { allowed, type Inspection } from "#app/models/inspections/inspections.server.ts";
import { countDraftFiles } from "#app/models/requests/answer-files.server.ts";
import { findAnswerDraft, listAnswers } from "#app/models/requests/answers.server.ts";
import { answerKindTitle, answerKinds, isOpen, whyNotAnswer } from "#app/models/requests/request.ts";
import { findRequest, listAnswerers, listRequests } from "#app/models/requests/requests.server.ts";
import type { Desk } from "#app/platform/desk.ts";

import { inboxRow } from "./inbox.server.ts";
import { tagOf } from "./tag.tsx";

const OTHERS = 6;

/** What stands beside a request: those that are due first, and the one that is open. */
async function sideList(desk: Desk, of: Inspection, { number, today }: { number: number; today: string }) {
  const all = await listRequests(desk, of);
  const drafts = await countDraftFiles(desk, of);
  const due = ({ state, due: day }: (typeof all)[number]) =>
    isOpen(state) ? (day ?? "9") : state === "answered" ? "98" : "99";
  const sorted = all.sort((a, b) => due(a).localeCompare(due(b)) || (b.number ?? 0) - (a.number ?? 0));
  const open = sorted.findIndex((one) => one.number === number);
  const from = Math.max(0, Math.min(open - 2, sorted.length - OTHERS));
  return { others: sorted.slice(from, from + OTHERS).map((one) => inboxRow(one, today, drafts)), count: all.length };
}

type From = { url: URL; services: Services };

/** What only those need who answer. */
async function loadAnswer(desk: Desk, of: Inspection, number: number, { url, services }: From) {
  const draft = await findAnswerDraft(desk, of, number);
  const asked = answerKinds.find((kind) => kind === url.searchParams.get("way"));
  return {
    draft,
    way: asked ?? draft?.kind ?? "files",
    limit: services.settings.MAX_UPLOAD_MB,
    endings: acceptedEndings,
    documents: await listEvidenceNames(desk, of),
    people: await listAnswerers(desk, of),
  };
}

export async function loadOfficersRequest(desk: Desk, of: Inspection, number: number, from: From) {
  const request = await findRequest(desk, of, number);
  const today = londonClock(desk.now()).day;
  const mayAnswer = allowed(of, "request.answer");
  const answering = mayAnswer && isOpen(request.state);
  const sent = await listAnswers(desk, of, request.id);
  return {
    code: of.code,
    request,
    tag: tagOf(request, today),
    done: from.url.searchParams.get("done"),
    answer: answering ? await loadAnswer(desk, of, number, from) : null,
    closed: mayAnswer ? whyNotAnswer(request.state, number) : null,
    answering,
    sent: sent.map(({ kind, ...one }) => ({ ...one, how: kind === "files" ? null : answerKindTitle(kind) })),
    ...(await sideList(desk, of, { number, today })),
  };
}

export type OfficersPage = Awaited<ReturnType<typeof loadOfficersRequest>>;
/** The page of someone who answers. */
export type AnsweringPage = OfficersPage & { answer: NonNullable<OfficersPage["answer"]> };

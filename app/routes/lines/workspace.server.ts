/** What the workspace shows of one line: shaped here, so that no row goes to the page whole. */
import { listEvidenceNames } from "#app/models/evidence/library.server.ts";
import { findingKinds } from "#app/models/findings/finding.ts";
import { listFindings } from "#app/models/findings/findings.server.ts";
import { findNote } from "#app/models/findings/notes.server.ts";
import type { Scale, Theme } from "#app/models/frameworks/framework.ts";
import { allowed, type Inspection } from "#app/models/inspections/inspections.server.ts";
import { findLine, listLines, type LineRow } from "#app/models/inspections/lines.server.ts";
import { sideOfPart } from "#app/models/inspections/part.ts";
import { asHeld } from "#app/models/inspections/upgrades.server.ts";
import { findRatingBox } from "#app/models/readiness/rating-box.server.ts";
import { lineState } from "#app/models/readiness/readiness.ts";
import { type Stands, standings } from "#app/models/readiness/standings.ts";
import { countOpenByLine } from "#app/models/requests/open-requests.server.ts";
import { levelOf, scaleFor } from "#app/models/ratings/rating.ts";
import { whatToUndo } from "#app/models/ratings/undo.server.ts";
import { visibleRatings } from "#app/models/ratings/visible.server.ts";
import type { WorkspaceView } from "#app/paths.ts";
import type { Desk } from "#app/platform/desk.ts";
import { NotFound } from "#app/platform/failure.ts";
import type { Presence } from "#app/platform/presence.ts";
import { shortDate, timeOf } from "#app/ui/dates.ts";

import { loadAreas } from "./areas.server.ts";
import { loadPanel } from "./evidence-panel.server.ts";
import { loadSuggested } from "./suggested.server.ts";

type Where = { desk: Desk; services: { presence: Presence } };

/** The line of this reference with all that stands on it, and the form that `view` opens. */
export async function loadWorkspace({ desk, services }: Where, now: Inspection, ref: string, view: WorkspaceView) {
  const line = await findLine(desk, now, ref);
  const of = await asHeld(desk, now, line);
  const current = line.withdrawnAt === null;
  const judgement = of.framework.judgements.find((one) => one.number === line.judgement);
  const theme = judgement?.themes.find((one) => one.number === line.theme);
  const guide = theme?.lines.find((one) => one.ref === ref);
  const scale = scaleFor(of.framework, "line", ref);
  if (!judgement || !theme || !guide || !scale) throw new NotFound();

  const lines = await listLines(desk, of);
  const ratings = await visibleRatings(desk, of);
  const findings = await listFindings(desk, of, line.id);
  const open = await countOpenByLine(desk, of);
  const at = lines.findIndex((one) => one.ref === ref);
  const linked = linkedEvidence(findings);
  const groups = findingKinds.map((kind) => ({ kind, findings: findings.filter((one) => one.kind === kind) }));
  const mayWrite = current && allowed(of, "finding.write");
  const mayPlan = current && allowed(of, "enquiry.write");
  const box = await findRatingBox(desk, of, ratings, { subject: "line", ref });

  return {
    code: of.code,
    inspection: of.title,
    ref,
    title: line.title,
    /** When a newer edition of the framework set it aside. */
    withdrawn: line.withdrawnAt && shortDate(line.withdrawnAt),
    theme: { number: theme.number, title: theme.title },
    saved: line.changedAt && timeOf(line.changedAt),
    undo: await whatToUndo(desk, of, line),
    here: alsoHere(desk, of, ref, services.presence),
    previous: neighbour(lines[at - 1]),
    next: neighbour(current ? lines[at + 1] : undefined),
    siblings: lines
      .filter((one) => one.theme === line.theme)
      .map((one) => sibling(one, standings(of.framework, ratings), open.get(one.id))),
    guide: guideOf(guide, scale),
    groups,
    areas: await loadAreas(desk, of, line.id, findings, mayPlan ? view : {}),
    rating: current ? box : { ...box, mayRate: false, mayCompare: false },
    linked,
    panel: view.cite ? null : await loadPanel(desk, of, line, linked, view),
    suggested: view.panel === "suggested" ? await loadSuggested(desk, of, line, findings, view.finding) : null,
    evidence: mayWrite && view.cite ? await listEvidenceNames(desk, of) : [],
    note: allowed(of, "note.keep") ? await findNote(desk, of, line.id) : null,
    mayWrite,
    mayPlan,
    mayAsk: mayPlan && allowed(of, "request.write"),
    view: { ...(mayWrite && view), ...(mayPlan && areaView(view)) },
  };
}

/** What to look for on the line, as its framework says. */
const guideOf = (line: Theme["lines"][number], scale: Scale) => ({
  guidance: line.guidance,
  lists: [
    { title: "Typical evidence", items: line.typicalEvidence },
    { title: "What good looks like", items: line.good },
    { title: "Signs of strength", items: line.prompts.strengths },
    { title: "Signs of weakness", items: line.prompts.weaknesses },
    { title: "Worth exploring", items: line.prompts.areas },
    ...line.descriptors.map(({ level, statements }) => ({
      title: `What ${levelOf(scale, level)?.label.toLowerCase() ?? ""} means here`,
      items: statements,
    })),
  ].filter(({ items }) => items.length > 0),
});

/** The forms of areas, which are open longer than those of findings: an area is closed before publication. */
const areaView = ({ plan, answer, close, reopen }: WorkspaceView): WorkspaceView => ({ plan, answer, close, reopen });

export type Workspace = Awaited<ReturnType<typeof loadWorkspace>>;

/** Who of the inspectors is on this line too. The council is neither told nor seen, whatever it may read. */
function alsoHere(desk: Desk, of: Inspection, ref: string, presence: Presence): string[] {
  if (!desk.user || !allowed(of, "evidence.see-inspectorate")) return [];
  const [place, who] = [`${of.id} ${ref}`, { id: desk.user.id, name: desk.user.name, side: sideOfPart(of.part) }];
  presence.mark(place, who, desk.now());
  return presence.others(place, who, desk.now());
}

const neighbour = (line: LineRow | undefined) => (line ? { ref: line.ref, label: line.label } : null);

function sibling(line: LineRow, stands: Stands, openRequests = 0) {
  const { ref, label } = line;
  return { ref, label, standing: stands("line", ref), state: lineState(line, openRequests) };
}

/** Each piece of evidence that the line's findings cite, with how often. */
function linkedEvidence(findings: Awaited<ReturnType<typeof listFindings>>) {
  const linked = new Map<string, { id: string; number: number; title: string; withdrawn: boolean; by: string[] }>();
  for (const { name, citations } of findings) {
    for (const { evidence } of citations) {
      const known = linked.get(evidence.id) ?? { ...evidence, by: [] };
      if (!known.by.includes(name)) known.by.push(name);
      linked.set(evidence.id, known);
    }
  }
  return [...linked.values()].sort((a, b) => a.number - b.number);
}

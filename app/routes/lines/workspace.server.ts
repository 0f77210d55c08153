/** What the workspace shows of one line: shaped here, so that no row goes to the page whole. */
import { listEvidenceNames } from "#app/models/evidence/library.server.ts";
import { findingKinds } from "#app/models/findings/finding.ts";
import { listFindings } from "#app/models/findings/findings.server.ts";
import { findNote } from "#app/models/findings/notes.server.ts";
import { allowed, type Inspection } from "#app/models/inspections/inspections.server.ts";
import { findLine, listLines, type LineRow } from "#app/models/inspections/lines.server.ts";
import { sideOfPart } from "#app/models/inspections/part.ts";
import { lineState } from "#app/models/readiness/readiness.ts";
import { levelOf, scaleFor, tone } from "#app/models/ratings/rating.ts";
import { listRatings, type RatingView } from "#app/models/ratings/ratings.server.ts";
import { whatToUndo } from "#app/models/ratings/undo.server.ts";
import type { WorkspaceView } from "#app/paths.ts";
import type { Desk } from "#app/platform/desk.ts";
import { NotFound } from "#app/platform/failure.ts";
import type { Presence } from "#app/platform/presence.ts";
import { timeOf } from "#app/ui/dates.ts";

type Where = { desk: Desk; services: { presence: Presence } };

/** The line of this reference with all that stands on it, and the form that `view` opens. */
export async function loadWorkspace({ desk, services }: Where, of: Inspection, ref: string, view: WorkspaceView) {
  const line = await findLine(desk, of, ref);
  const judgement = of.framework.judgements.find((one) => one.number === line.judgement);
  const theme = judgement?.themes.find((one) => one.number === line.theme);
  const guide = theme?.lines.find((one) => one.ref === ref);
  const scale = scaleFor(of.framework, "line", ref);
  if (!judgement || !theme || !guide || !scale) throw new NotFound();

  const lines = await listLines(desk, of);
  const ratings = (await listRatings(desk, of)).filter(({ subject }) => subject === "line");
  const findings = await listFindings(desk, of, line.id);
  const at = lines.findIndex((one) => one.ref === ref);
  const groups = findingKinds.map((kind) => ({ kind, findings: findings.filter((one) => one.kind === kind) }));
  const rating = ratings.find((one) => one.ref === ref) ?? null;
  const mayWrite = allowed(of, "finding.write");

  return {
    code: of.code,
    inspection: of.title,
    ref,
    title: line.title,
    theme: { number: theme.number, title: theme.title },
    saved: line.changedAt && timeOf(line.changedAt),
    undo: await whatToUndo(desk, of, line),
    here: alsoHere(desk, of, ref, services.presence),
    previous: neighbour(lines[at - 1]),
    next: neighbour(lines[at + 1]),
    siblings: lines.filter((one) => one.theme === line.theme).map((one) => sibling(of, one, ratings)),
    guide: {
      guidance: guide.guidance,
      lists: [
        { title: "Typical evidence", items: guide.typicalEvidence },
        { title: "What good looks like", items: guide.good },
        { title: "Signs of strength", items: guide.prompts.strengths },
        { title: "Signs of weakness", items: guide.prompts.weaknesses },
        { title: "Worth exploring", items: guide.prompts.areas },
        ...guide.descriptors.map(({ level, statements }) => ({
          title: `What ${levelOf(scale, level)?.label.toLowerCase() ?? ""} means here`,
          items: statements,
        })),
      ].filter(({ items }) => items.length > 0),
    },
    groups,
    rating: rating && { level: rating.level, reason: rating.reason, version: rating.version, by: rating.ratedBy },
    scale: {
      title: scale.title,
      levels: scale.levels.map(({ value, label }) => ({ value, label, tone: tone(scale, value) })),
    },
    linked: linkedEvidence(groups.flatMap((group) => group.findings)),
    evidence: mayWrite && view.cite ? await listEvidenceNames(desk, of) : [],
    note: allowed(of, "note.keep") ? await findNote(desk, of, line.id) : null,
    mayWrite,
    mayRate: allowed(of, "rating.write"),
    view: mayWrite ? view : {},
  };
}

export type Workspace = Awaited<ReturnType<typeof loadWorkspace>>;

/** Who of the inspectors is on this line too. The council is neither told nor seen, whatever it may read. */
function alsoHere(desk: Desk, of: Inspection, ref: string, presence: Presence): string[] {
  if (!desk.user || !allowed(of, "evidence.see-inspectorate")) return [];
  const [place, who] = [`${of.id} ${ref}`, { id: desk.user.id, name: desk.user.name, side: sideOfPart(of.part) }];
  presence.mark(place, who, desk.now());
  return presence.others(place, who, desk.now());
}

const neighbour = (line: LineRow | undefined) => (line ? { ref: line.ref, label: line.label } : null);

function sibling(of: Inspection, line: LineRow, ratings: RatingView[]) {
  const scale = scaleFor(of.framework, "line", line.ref);
  const level = scale && levelOf(scale, ratings.find((one) => one.ref === line.ref)?.level);
  return {
    ref: line.ref,
    label: line.label,
    level: level && scale ? { label: level.label, tone: tone(scale, level.value) } : null,
    gap: lineState(line) === "gap",
  };
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

/**
 * Who may do what in an inspection, at which stage: the permission matrix as data.
 * Source: security.md, section 2. The part that a person plays in the inspection decides, not their account.
 */
import type { Part } from "./part.ts";
import { type Stage, stages } from "./stage.ts";

const always: readonly Stage[] = stages;
const untilPublished: readonly Stage[] = stages.filter((stage) => stage !== "published");
const published: readonly Stage[] = ["published"];
const drafting: readonly Stage[] = ["draft", "moderation"];
const checking: readonly Stage[] = ["factual_accuracy"];

/** Partner inspectorates and members with experience of the service work as inspectors do. */
const inspectors = (when: readonly Stage[]) => ({ inspector: when, partner: when, experience: when });

const inspectorate = { lead: always, ...inspectors(always), reviewer: always };
const council = { officer: always, manager: always };
const writers = { lead: untilPublished, ...inspectors(drafting) };

const permissions = {
  /** That the inspection exists, its name, its dates, the text of the framework. */
  "inspection.see": { ...inspectorate, ...council },
  /** Readiness, lines with their counts, guidance beside findings. */
  "line.see": { ...inspectorate, officer: published, manager: published },
  /** Who leads which line. */
  "line.assign": { lead: untilPublished, reviewer: untilPublished },
  "finding.see": { ...inspectorate, officer: published, manager: published },
  /** Notes for the team, who rated, and what else stays inside after publication too. */
  "finding.see-inside": inspectorate,
  "finding.write": writers,
  /** Earlier versions, and who wrote them: never the council's, not even of what is published. */
  "finding.history": inspectorate,
  "rating.see": { ...inspectorate, officer: published, manager: published },
  "rating.write": writers,
  /** What the council sent. */
  "evidence.see": { ...inspectorate, ...council },
  /** What inspectors added themselves, and what is cited by what. */
  "evidence.see-inspectorate": inspectorate,
  "evidence.add": { lead: untilPublished, ...inspectors(untilPublished), officer: untilPublished },
  /** Names people who use services: on the council's side, officers see only what they added themselves. */
  "evidence.see-restricted": { ...inspectorate, manager: always },
  /** Read marks, tags, lines, who reads what, quality, and sending back with a reason. */
  "evidence.appraise": { lead: untilPublished, ...inspectors(untilPublished) },
  /** A council officer withdraws only what they sent themselves. */
  "evidence.withdraw": { lead: untilPublished, ...inspectors(untilPublished), officer: untilPublished },
  /** What a previous inspection, a peer review or the council itself rated. */
  "rating.compare": { lead: untilPublished },
  "moderation.see": inspectorate,
  /** Confirming or changing ratings, signing a theme off, reopening it. Whoever rated does not sign off. */
  "moderation.decide": { lead: untilPublished, reviewer: untilPublished },
  "comment.see": inspectorate,
  "comment.write": { lead: untilPublished, ...inspectors(untilPublished), reviewer: untilPublished },
  "stage.see": inspectorate,
  "stage.move": { lead: always },
  "publication.see": { ...inspectorate, ...council },
  "publication.propose": { lead: checking },
  /** By someone other than who proposed it. */
  "publication.approve": { lead: checking, reviewer: checking },
  /** What is published stays as it is; a correction is another version. */
  "publication.correct": { lead: published },
  "edition.see": inspectorate,
  "edition.upgrade": { lead: drafting },
  "settings.change": { lead: untilPublished },
  /** The council sees those that were sent. */
  "request.see": { ...inspectorate, ...council },
  "request.see-inside": inspectorate,
  "request.write": { lead: untilPublished, ...inspectors(untilPublished) },
  "request.answer": { officer: untilPublished },
  /** What becomes of areas to explore: inside, after publication too. */
  "enquiry.see": inspectorate,
  "enquiry.write": { lead: untilPublished, ...inspectors(untilPublished) },
  /** The council sees when, where and whom of those that are shared with it. */
  "visit.see": { ...inspectorate, ...council },
  "visit.see-inside": inspectorate,
  "visit.write": { lead: untilPublished, ...inspectors(untilPublished) },
  /** People may take back their words whatever the stage. */
  "consent.keep": { lead: always, ...inspectors(always) },
  /** What the council's people took from an interview: never the inspectors'. */
  "learning.keep": council,
  "calendar.keep": { ...inspectorate, ...council },
  /** What the council says of itself, its gaps and its improvement plan: its own until it submits them. */
  "assessment.see": council,
  "assessment.write": { officer: untilPublished, manager: untilPublished },
  "assessment.submit": { manager: untilPublished },
  "submission.see": { ...inspectorate, ...council },
  /** A mock inspection on a copy. */
  "rehearsal.start": { manager: always },
  "check.see": inspectorate,
  "check.explain": { lead: untilPublished, ...inspectors(untilPublished) },
  /** Each side its own figures. */
  "snapshot.see": { ...inspectorate, ...council },
  "snapshot.take": { lead: always, ...inspectors(always), reviewer: always, manager: always },
  /** The council sees those that are meant for it, once its stage allows. */
  "deck.see": { ...inspectorate, officer: published, manager: published },
  "deck.see-inside": inspectorate,
  "deck.write": { lead: always, ...inspectors(always) },
  "pack.make": { lead: always, ...inspectors(always), reviewer: always, officer: published, manager: published },
  /** A copy of one's own side's evidence from which words are taken out. */
  "evidence.redact": { lead: untilPublished, ...inspectors(untilPublished), officer: untilPublished },
  "retention.hold": { lead: always, reviewer: always },
  "briefing.export": { ...inspectorate, officer: published, manager: published },
  "briefing.import": { lead: drafting },
  /** What was done: each side what its own part allows, see the activity command. */
  "activity.see": { ...inspectorate, ...council },
  "team.see": { ...inspectorate, ...council },
  "team.see-all": inspectorate,
  "team.manage": { lead: always },
  /** Notes of one's own, which nobody else sees. */
  "note.keep": { lead: always, ...inspectors(always), reviewer: always },
} satisfies Record<string, Partial<Record<Part, readonly Stage[]>>>;

export type Act = keyof typeof permissions;

export const acts = Object.keys(permissions) as Act[];

/** Whether someone who plays `part` may do `act` while the inspection is at `stage`. */
export function may(part: Part, act: Act, stage: Stage): boolean {
  const rule: Partial<Record<Part, readonly Stage[]>> = permissions[act];
  return rule[part]?.includes(stage) ?? false;
}

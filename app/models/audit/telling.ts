/** The vocabulary of the record: what each action is called when it is told. */
import type { Activity } from "./activity.ts";

/** What the record holds only by reference. Each answers null for what it does not know. */
export type Names = {
  line(ref: string): string | null;
  theme(ref: string): string | null;
  level(subject: string, ref: string, value: number | null): string | null;
  /** "S3", or "a strength" where it is no longer on its line. */
  finding(of: { kind: string; place: number | null }): string | null;
};

export type Thing = { kind: "line" | "theme" | "evidence"; id: string; title: string };

/** "linked 6 passages in " "Internal audit 2006" "". */
export type Telling = { before: string; thing: Thing | null; after: string };
type Teller = (run: Activity[], names: Names) => Telling;

const noun = (of: Activity) => of.subject.slice(0, of.subject.indexOf(":"));
const id = (of: Activity) => of.subject.slice(of.subject.indexOf(":") + 1);

const plain = (before: string): Telling => ({ before, thing: null, after: "" });

/** The place that all events of a run share, or null. */
function shared(run: Activity[], place: (of: Activity) => Thing | null): Thing | null {
  const [first, ...others] = run.map(place);
  return first && others.every((other) => other?.id === first.id) ? first : null;
}

const lineOf =
  (names: Names) =>
  ({ line }: Activity): Thing | null =>
    line === null ? null : { kind: "line", id: line, title: [line, names.line(line)].filter(Boolean).join(" ") };

const evidenceOf = ({ evidence }: Activity): Thing | null => evidence && { kind: "evidence", ...evidence };

/** "S3" where all events of a run were done to it. */
function findingOf(run: Activity[], names: Names): string | null {
  const [first] = run;
  const one = run.every(({ subject }) => subject === first?.subject);
  return one && first?.finding ? names.finding(first.finding) : null;
}

/** "added S5 to 1.3 Strategy group", "added 6 findings". */
const findings =
  (does: string, joined: string): Teller =>
  (run, names) => {
    const what = findingOf(run, names) ?? (run.length === 1 ? "a finding" : `${run.length} findings`);
    const thing = shared(run, lineOf(names));
    return thing ? { before: `${does} ${what} ${joined} `, thing, after: "" } : plain(`${does} ${what}`);
  };

/** "linked a passage in Internal audit 2006 to S3 on 1.3". */
const citations =
  (does: string, joined: string): Teller =>
  (run, names) => {
    const what = `${does} ${run.length === 1 ? "a passage" : `${run.length} passages`}`;
    const finding = findingOf(run, names);
    const after = finding ? ` ${joined} ${finding}${run[0]?.line ? ` on ${run[0].line}` : ""}` : "";
    const thing = shared(run, evidenceOf);
    return thing ? { before: `${what} in `, thing, after } : plain(`${what}${after}`);
  };

/** "added Internal audit 2006", "added 12 pieces of evidence". */
const evidence =
  (does: string): Teller =>
  (run) => {
    const thing = shared(run, evidenceOf);
    if (thing) return { before: `${does} `, thing, after: "" };
    return plain(`${does} ${run.length === 1 ? "a piece" : `${run.length} pieces`} of evidence`);
  };

/** "added Second inspector to the team". */
const people =
  (does: string, joined: string): Teller =>
  (run) => {
    const who = run.length === 1 ? (run[0]?.person ?? "a person") : `${run.length} people`;
    return plain(`${does} ${who} ${joined}`);
  };

/** "rated 7.4 Website Good", "moved 5.6 Admin grant from Fair to Poor", "rated 10 themes". */
const rated: Teller = (run, names) => {
  const kind = noun(run[0]!);
  const refs = new Set(run.map(id));
  if (refs.size > 1) return plain(`rated ${refs.size} ${kind}s`);
  const [ref] = [...refs] as [string];
  const now = names.level(kind, ref, run[0]!.after);
  const was = names.level(kind, ref, run.at(-1)!.before);
  const after = now ? (was && was !== now ? ` from ${was} to ${now}` : ` ${now}`) : "";
  return subjectOfRating(was && now && was !== now ? "moved" : "rated", kind, ref, after, names);
};

/** "took back the rating of 7.4 Website": the one before it stands again, or none. */
const unrated: Teller = (run, names) =>
  subjectOfRating("took back the rating of", noun(run[0]!), id(run[0]!), "", names);

function subjectOfRating(does: string, kind: string, ref: string, after: string, names: Names): Telling {
  const title = kind === "line" ? names.line(ref) : kind === "theme" ? names.theme(ref) : null;
  const named = [ref, title].filter(Boolean).join(" ");
  if (kind === "line" || kind === "theme") {
    return { before: `${does} `, thing: { kind, id: ref, title: named }, after };
  }
  return plain(`${does} ${kind} ${ref}${after}`);
}

/** What was changed: told in the feed, too. */
const changes: Record<string, Teller> = {
  "inspection.add": () => plain("opened the inspection"),
  "member.add": people("added", "to the team"),
  "briefing.import": () => plain("imported a briefing"),
  "evidence.add": evidence("added"),
  "evidence.withdraw": evidence("withdrew"),
  "finding.add": findings("added", "to"),
  "finding.edit": findings("edited", "on"),
  "finding.move": findings("moved", "on"),
  "finding.withdraw": findings("withdrew", "from"),
  "citation.add": citations("linked", "to"),
  "citation.withdraw": citations("unlinked", "from"),
  "rating.set": rated,
};

/** What is told on the activity page alone. */
const others: Record<string, Teller> = {
  "activity.export": () => plain("exported the record of activity"),
  "briefing.export": () => plain("exported the briefing"),
  "evidence.edit": evidence("changed the details of"),
  "evidence.download": evidence("downloaded a file of"),
  "member.remove": people("took", "off the team"),
  "member.exclude": people("excluded", "for a conflict of interest"),
  "member.readmit": people("let", "back into the inspection"),
  "finding.add.undo": findings("took back", "from"),
  "finding.edit.undo": findings("put back the words of", "on"),
  "finding.move.undo": findings("moved back", "on"),
  "finding.withdraw.undo": findings("reinstated", "on"),
  "citation.add.undo": citations("took back", "from"),
  "citation.withdraw.undo": citations("linked again", "to"),
  "rating.set.undo": unrated,
};

const tellers: Record<string, Teller> = { ...changes, ...others };

export const isToldInFeed = (action: string): boolean => Object.hasOwn(changes, action);

/** The words for a run of events of one action. */
export function wordsFor(run: Activity[], names: Names): Telling {
  const { action } = run[0]!;
  return Object.hasOwn(tellers, action) ? tellers[action]!(run, names) : plain(`made a change (${action})`);
}

/** The kinds of record that activity can be narrowed to, by the first word of the action. */
export const recordKinds = {
  finding: "Findings",
  citation: "Citations",
  rating: "Ratings",
  evidence: "Evidence",
  request: "Requests",
  briefing: "Briefing",
  member: "Team",
  inspection: "Inspection",
} as const;
export type RecordKind = keyof typeof recordKinds;

/** The vocabulary of the record: what each action is called when it is told. */
import type { Activity } from "./activity.ts";
import { counted, plainly } from "./counted.ts";

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

/** "sent a file to be added as evidence": it is none yet. */
const waiting =
  (does: string, what: string): Teller =>
  (run) =>
    plain(`${does} ${run.length === 1 ? "a file" : `${run.length} files`} ${what}`);

/** "added Second inspector to the team". */
const people =
  (does: string, joined: string): Teller =>
  (run) => {
    const who = run.length === 1 ? (run[0]?.person ?? "a person") : `${run.length} people`;
    return plain(`${does} ${who} ${joined}`);
  };

/** "rated 7.4 Website Good", "moved 5.6 Admin grant from Fair to Poor", "rated 10 themes". */
const rated =
  (does: string): Teller =>
  (run, names) => {
    const kind = noun(run[0]!);
    const refs = new Set(run.map(id));
    if (refs.size > 1) return plain(`${does} ${refs.size} ${kind}s`);
    const [ref] = [...refs] as [string];
    const now = names.level(kind, ref, run[0]!.after);
    const was = names.level(kind, ref, run.at(-1)!.before);
    const after = now ? (was && was !== now ? ` from ${was} to ${now}` : ` ${now}`) : "";
    return subjectOfRating(was && now && was !== now ? "moved" : does, kind, ref, after, names);
  };

/** "recorded a rating to compare with on 7.4 Website". */
const compared: Teller = (run, names) => {
  const kind = noun(run[0]!);
  const refs = new Set(run.map(id));
  if (refs.size > 1) return plain(`recorded ratings to compare with on ${refs.size} ${kind}s`);
  return subjectOfRating("recorded a rating to compare with on", kind, id(run[0]!), "", names);
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

const article = (what: string) => `${/^[aeiou]/.test(what) ? "an" : "a"} ${what}`;

/** "visits", "areas to explore", "notes of a meeting". */
const plural = (what: string) => (/^\S+ (to|of) /.test(what) ? what.replace(" ", "s ") : `${what}s`);

/** "planned a visit", "planned 6 visits". */
const several =
  (does: string, what: string): Teller =>
  (run) =>
    plain(`${does} ${run.length === 1 ? article(what) : `${run.length} ${plural(what)}`}`);

/** "signed off 1 Governance and partnerships". */
const onTheme =
  (does: string): Teller =>
  (run, names) =>
    run.length === 1 ? subjectOfRating(does, "theme", id(run[0]!), "", names) : plain(`${does} ${run.length} themes`);

/** What was changed: told in the feed, too. */
const changes: Record<string, Teller> = {
  "inspection.add": () => plain("opened the inspection"),
  "edition.upgrade": () => plain("moved the inspection to a newer edition of its framework"),
  "member.add": people("added", "to the team"),
  "deck.add": several("added", "briefing deck"),
  "deck.change": (run) =>
    plain(run.length === 1 ? "changed a briefing deck" : `changed a briefing deck ${run.length} times`),
  "deck.accept": () => plain("accepted changes of slides"),
  "finding.confirm": findings("confirmed", "on"),
  "finding.unconfirm": findings("took back that the visit confirmed", "on"),
  "template.add": several("added", "deck template"),
  "template.withdraw": several("withdrew", "deck template"),
  "deck.withdraw": several("withdrew", "briefing deck"),
  "evidence.add": evidence("added"),
  "evidence.redact": evidence("made a redacted copy,"),
  "evidence.revise": evidence("added a new version of"),
  "evidence.return": evidence("sent back"),
  "evidence.withdraw": evidence("withdrew"),
  "finding.add": findings("added", "to"),
  "finding.edit": findings("edited", "on"),
  "finding.move": findings("moved", "on"),
  "finding.withdraw": findings("withdrew", "from"),
  "citation.add": citations("linked", "to"),
  "citation.withdraw": citations("unlinked", "from"),
  "request.send": several("sent", "request"),
  "request.import": () => plain("imported a list of requests as drafts"),
  "request.accept": several("accepted the answer to", "request"),
  "request.return": several("sent back the answer to", "request"),
  "request.withdraw": several("took back", "request"),
  "rating.set": rated("rated"),
  "rating.moderate": rated("moderated"),
  "rating.sign-off": onTheme("signed off"),
  "rating.reopen": onTheme("reopened"),
  "submission.send": () => plain("submitted the self-assessment"),
  "inspection.move": () => plain("moved the inspection to another stage"),
  "publication.propose": () => plain("proposed publication"),
  "publication.withdraw": () => plain("withdrew the proposal to publish"),
  "publication.approve": () => plain("approved publication"),
  "publication.correct": () => plain("opened a correction"),
};

/** What is told on the activity page alone. */
const others: Record<string, Teller> = {
  "edition.undo": () => plain("took the inspection back to the edition before"),
  "activity.export": () => plain("exported the record of activity"),
  "briefing.export": () => plain("exported the briefing"),
  "retention.hold": () => plain("put the inspection on legal hold"),
  "retention.release": () => plain("ended the legal hold"),
  "retention.dispose": () => plain("disposed of the content of the inspection"),
  "pack.make": several("took", "sealed pack"),
  "inspection.edit": () => plain("changed the settings of the inspection"),
  "comment.add": several("added", "comment"),
  "comment.resolve": several("resolved", "comment"),
  "comment.reopen": several("reopened", "comment"),
  "evidence.edit": evidence("changed the details of"),
  "evidence.accept": evidence("took without a new version"),
  "evidence.appraise": evidence("said what to make of"),
  "evidence.transcribe": evidence("typed the text of"),
  "evidence.reread": evidence("asked for another reading of"),
  "evidence.line": evidence("changed the lines of"),
  "evidence.mark-line": () => plain("put a line on chosen evidence"),
  "evidence.mark-line.undo": () => plain("took a line off chosen evidence again"),
  "evidence.mark-tag": () => plain("put a tag on chosen evidence"),
  "evidence.mark-tag.undo": () => plain("took a tag off chosen evidence again"),
  "evidence.unmark-tag": () => plain("took a tag off chosen evidence"),
  "evidence.unmark-tag.undo": () => plain("put a tag on chosen evidence again"),
  "evidence.mark-reader": () => plain("said who reads chosen evidence"),
  "evidence.mark-reader.undo": () => plain("took back who reads chosen evidence"),
  "evidence.download": evidence("downloaded a file of"),
  "evidence.arrive": waiting("sent", "to be added as evidence"),
  "evidence.drop": waiting("dropped", "that had not been added as evidence"),
  "member.remove": people("took", "off the team"),
  "member.exclude": people("excluded", "for a conflict of interest"),
  "member.readmit": people("let", "back into the inspection"),
  "finding.add.undo": findings("took back", "from"),
  "finding.edit.undo": findings("put back the words of", "on"),
  "finding.move.undo": findings("moved back", "on"),
  "finding.withdraw.undo": findings("reinstated", "on"),
  "citation.add.undo": citations("took back", "from"),
  "citation.withdraw.undo": citations("linked again", "to"),
  "citation.relocate": evidence("looked again for the cited passages of"),
  "line.assign": () => plain("said who leads chosen lines"),
  "line.assign.undo": () => plain("took back who leads chosen lines"),
  "enquiry.plan-many": () => plain("planned chosen areas to explore"),
  "consent.record": evidence("recorded how the words may be used of"),
  "consent.withdraw": evidence("took out, on the wish of whoever spoke, the words of"),
  "learning.add": () => plain("added to the learning log of a meeting"),
  "learning.edit": () => plain("changed the learning log of a meeting"),
  "guide.compile": () => plain("made questions of areas to explore"),
  ...Object.fromEntries(Object.entries(plainly).map(([action, words]) => [action, () => plain(words)])),
  ...Object.fromEntries(Object.entries(counted).map(([action, [does, what]]) => [action, several(does, what)])),
  "calendar.make": () => plain("made an address for their calendar"),
  "calendar.revoke": () => plain("stopped the address of their calendar"),
  "rating.compare": compared,
  "rating.set.undo": unrated,
};

const tellers: Record<string, Teller> = { ...changes, ...others };

export const isToldInFeed = (action: string): boolean => Object.hasOwn(changes, action);

/** The words for a run of events of one action. */
export function wordsFor(run: Activity[], names: Names): Telling {
  const { action } = run[0]!;
  return Object.hasOwn(tellers, action) ? tellers[action]!(run, names) : plain(`made a change (${action})`);
}

/** What was done lately, in words: events of one person that follow closely on each other are told as one. */

/** An event with what its words need: where it happened, and for a rating the level before and after. */
export type Activity = {
  at: string;
  /** Null for a command of the product itself. */
  who: string | null;
  action: string;
  /** What it was done to, as "line:1.3". */
  subject: string;
  /** The reference of the line that the finding stands on. */
  line: string | null;
  evidence: { id: string; title: string } | null;
  before: number | null;
  after: number | null;
};

/** What the record holds only by reference. Each answers null for what it does not know. */
export type Names = {
  line(ref: string): string | null;
  theme(ref: string): string | null;
  level(subject: string, ref: string, value: number | null): string | null;
};

export type Thing = { kind: "line" | "theme" | "evidence"; id: string; title: string };

/** "Second inspector" "linked 6 passages in " "Internal audit 2006" "". */
export type Change = { at: string; who: string; before: string; thing: Thing | null; after: string };

const HOUR = 3_600_000;

const noun = (of: Activity) => of.subject.slice(0, of.subject.indexOf(":"));
const id = (of: Activity) => of.subject.slice(of.subject.indexOf(":") + 1);

const together = (a: Activity, b: Activity) =>
  a.who === b.who &&
  a.action === b.action &&
  noun(a) === noun(b) &&
  Math.abs(Date.parse(a.at) - Date.parse(b.at)) < HOUR;

/** Runs of events of one kind, by one person, none more than an hour from the next. */
function runs(events: readonly Activity[]): Activity[][] {
  const all: Activity[][] = [];
  for (const event of events) {
    const run = all.at(-1);
    if (run && together(run.at(-1)!, event)) run.push(event);
    else all.push([event]);
  }
  return all;
}

type Telling = Pick<Change, "before" | "thing" | "after">;
type Teller = (run: Activity[], names: Names) => Telling;

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

/** "added a finding to 1.3 Strategy group", "added 6 findings". */
function counted(
  does: string,
  one: string,
  many: string,
  joined: string,
  place: (names: Names) => (of: Activity) => Thing | null,
): Teller {
  return (run, names) => {
    const what = `${does} ${run.length === 1 ? one : `${run.length} ${many}`}`;
    const thing = shared(run, place(names));
    return thing ? { before: `${what} ${joined} `, thing, after: "" } : plain(what);
  };
}

/** "added Internal audit 2006", "added 12 pieces of evidence". */
const evidence =
  (does: string): Teller =>
  (run) => {
    const thing = shared(run, evidenceOf);
    if (thing) return { before: `${does} `, thing, after: "" };
    return plain(`${does} ${run.length === 1 ? "a piece" : `${run.length} pieces`} of evidence`);
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
  const before = was && now && was !== now ? "moved " : "rated ";
  const title = kind === "line" ? names.line(ref) : kind === "theme" ? names.theme(ref) : null;
  const named = [ref, title].filter(Boolean).join(" ");
  if (kind === "line" || kind === "theme") return { before, thing: { kind, id: ref, title: named }, after };
  return plain(`${before}${kind} ${ref}${after}`);
};

const tellers: Record<string, Teller> = {
  "inspection.add": () => plain("opened the inspection"),
  "member.add": (run) =>
    plain(run.length === 1 ? "added a person to the team" : `added ${run.length} people to the team`),
  "briefing.import": () => plain("imported a briefing"),
  "evidence.add": evidence("added"),
  "evidence.withdraw": evidence("withdrew"),
  "finding.add": counted("added", "a finding", "findings", "to", lineOf),
  "finding.edit": counted("changed", "a finding", "findings", "on", lineOf),
  "finding.move": counted("moved", "a finding", "findings", "on", lineOf),
  "finding.withdraw": counted("withdrew", "a finding", "findings", "from", lineOf),
  "citation.add": counted("linked", "a passage", "passages", "in", () => evidenceOf),
  "citation.withdraw": counted("unlinked", "a passage", "passages", "on", lineOf),
  "rating.set": rated,
};

/**
 * The latest changes, at most `limit`, from events that come newest first. An action that has no words here is left out:
 * not everything that is recorded is for the whole team to read.
 */
export function tellActivity(events: readonly Activity[], names: Names, limit: number): Change[] {
  return runs(events.filter(({ action }) => Object.hasOwn(tellers, action)))
    .slice(0, limit)
    .map((run) => {
      const { at, who, action } = run[0]!;
      return { at, who: who ?? "Throughline", ...tellers[action]!(run, names) };
    });
}

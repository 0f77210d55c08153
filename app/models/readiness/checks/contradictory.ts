import { type Contradiction, contradictionsIn } from "../contradictions/contradictions.ts";
import { type Check, counted, type Examined, findingPlaceOf, findingsOf, type Flag } from "./check.ts";

/** The pairs of one kind, as flags. The same findings are read once for both checks. */
export const pairFlags =
  (kind: Contradiction["kind"]) =>
  (of: Examined): Flag[] => {
    const findings = new Map(findingsOf(of).map((one) => [one.id, one]));
    return found(of)
      .filter((one) => one.kind === kind)
      .map(({ rule, findings: ids, title, shared }) => {
        const about = shared.length ? `: ${shared.join(", ")}` : "";
        const at = ids.flatMap((id) => findings.get(id) ?? []).map(findingPlaceOf);
        return { key: `${rule}:${ids.join(":")}`, words: `${title}${about}.`, at };
      });
  };

const known = new WeakMap<Examined, Contradiction[]>();

function found(of: Examined): Contradiction[] {
  const before = known.get(of);
  if (before) return before;
  const all = contradictionsIn(findingsOf(of));
  known.set(of, all);
  return all;
}

export const contradictory: Check = {
  severity: "weakens",
  title: (count) => `${counted(count, "pair of findings tells", "pairs of findings tell")} against each other`,
  why: "A council that hears both asks which is right. Rules of language find the pairs; some of them are false alarms.",
  mend: "Open both. Change the one that is wrong, say in one how it fits the other, or explain here why both stand.",
  find: pairFlags("against"),
};

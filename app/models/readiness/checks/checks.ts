/** The registry of checks: an entry here is all that a new check takes. */
import { type Check, type Examined, type Flag, severities, type Severity } from "./check.ts";
import { contradictory } from "./contradictory.ts";
import { differing } from "./differing.ts";
import { lostWords } from "./lost-words.ts";
import { oneSided } from "./one-sided.ts";
import { orphaned } from "./orphaned.ts";
import { overdue } from "./overdue.ts";
import { ratedEmpty } from "./rated-empty.ts";
import { repeated } from "./repeated.ts";
import { stale } from "./stale.ts";
import { uncited } from "./uncited.ts";
import { unrated } from "./unrated.ts";
import { unreasoned } from "./unreasoned.ts";
import { unsupported } from "./unsupported.ts";

/** By the names that stand in addresses and in the record: never changed once in use. */
const registry = {
  uncited,
  unsupported,
  unreasoned,
  differing,
  contradictory,
  "lost-words": lostWords,
  "one-sided": oneSided,
  stale,
  orphaned,
  overdue,
  unrated,
  "rated-empty": ratedEmpty,
  repeated,
} as const satisfies Record<string, Check>;

export type CheckName = keyof typeof registry;
export const checks: Readonly<Record<CheckName, Check>> = registry;
export const checkNames = Object.keys(registry) as CheckName[];
export const isCheckName = (name: string): name is CheckName => Object.hasOwn(registry, name);

export type Checked = { name: CheckName; severity: Severity; flags: Flag[] };

/** What every check finds, what stops the briefing first. */
export function runChecks(of: Examined): Checked[] {
  return checkNames
    .map((name) => ({ name, severity: checks[name].severity, flags: checks[name].find(of) }))
    .sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
}

/** Proves the record against itself, and against what is known of it from elsewhere: old heads and signed checkpoints. */
import type { Db } from "#app/platform/desk.ts";

import type { Head } from "./head.ts";
import { type Fault, newWalk, rootOf, type Walk, walkRecord } from "./walk.server.ts";

/** What someone knows of the record: the entry of this number had this hash. */
export type Known = Head & {
  /** The root over all entries up to this one, where it is known too. */
  root?: string;
  /** Where it is known from: "the head that you gave". */
  from: string;
};

export type Verdict = Head & {
  /** The Merkle root over all entries that are right. */
  root: string;
  /** The first wrong entry of the record, then what disagrees with it, then words that were changed. */
  faults: Fault[];
  /** How many entries have had their words erased: that is allowed, and shows. */
  erased: number;
};

/** Of a whole table of changed words, so many are named. */
const MOST = 100;

/** Recomputes every hash of the record, from the first entry to the last. Does not stop others from working. */
export async function verifyRecord(db: Db, { known = [] }: { known?: readonly Known[] } = {}): Promise<Verdict> {
  const walk = newWalk();
  const wrongWords: Fault[] = [];
  let erased = 0;
  const watch = watchFor(known);
  const fault = await walkRecord(db, walk, {
    reached: watch.reached,
    words: (one) => void (wrongWords.length < MOST && wrongWords.push(one)),
    erased: () => erased++,
  });
  // Where an entry is wrong, what came after it was not reached: it was not cut off.
  const faults = [...(fault ? [fault] : []), ...watch.disagreeing, ...(fault ? [] : watch.beyond(walk))];
  return { seq: walk.size, hash: walk.head, root: rootOf(walk), faults: [...faults, ...wrongWords], erased };
}

/** Compares a walk with what is known as it passes by. */
function watchFor(known: readonly Known[]) {
  const waiting = [...known].sort((a, b) => a.seq - b.seq);
  const disagreeing: Fault[] = [];
  let agreed = 0;
  return {
    disagreeing,
    reached(walk: Walk): void {
      for (let next = waiting[0]; next && next.seq <= walk.size; next = waiting[0]) {
        waiting.shift();
        const agrees = next.hash === walk.head && (next.root === undefined || next.root === rootOf(walk));
        if (agrees) agreed = next.seq;
        else disagreeing.push(rewritten(next, agreed));
      }
    },
    beyond: (walk: Walk): Fault[] =>
      waiting
        .filter(({ seq }) => seq > walk.size)
        .map(({ seq, from }) => ({
          seq: walk.size + 1,
          wrong: "cut off",
          words: `The record ends at entry ${walk.size}, but ${from} tells of entry ${seq}: its end was cut off.`,
        })),
  };
}

function rewritten({ seq, from }: Known, agreed: number): Fault {
  const since = agreed ? `after entry ${agreed}` : "at that entry or before";
  return {
    seq,
    wrong: "rewritten",
    words: `Entry ${seq} is not the one that ${from} tells of: the record was rewritten ${since}.`,
  };
}

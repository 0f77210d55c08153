/** What the server does by the clock: signs the state of the record, every hour and when it stops. */
import type { Services } from "#app/desk.server.ts";
import { addCheckpoint } from "#app/models/audit/checkpoints.server.ts";
import { newWalk } from "#app/models/audit/walk.server.ts";

const HOUR = 3_600_000;

export type Jobs = {
  /** Ends what goes on by the clock. Resolves when the last of it is done. */
  stop(): Promise<void>;
};

/** Starts them. The first checkpoint is made at once: later ones go on from there, and so take no time. */
export function startJobs(services: Services): Jobs {
  let walk = newWalk();
  let last: Promise<void> = Promise.resolve();

  async function sign(): Promise<void> {
    try {
      await addCheckpoint(services, walk);
    } catch (error) {
      // The next walk begins anew: it must not take for granted what this one did not finish.
      walk = newWalk();
      console.error((error as Error).message);
    }
  }
  /** One after the other: two walks of the same record at once would count entries twice. */
  const signNext = () => (last = last.then(sign));

  void signNext();
  const timer = setInterval(() => void signNext(), HOUR);
  timer.unref();
  return {
    stop() {
      clearInterval(timer);
      return signNext();
    },
  };
}

/** What the server does by itself: signs the state of the record, reads the text of files, sweeps up what nobody came back for. */
import { deskFor, type Services } from "#app/desk.server.ts";
import { readTexts } from "./reading.ts";
import { addCheckpoint } from "#app/models/audit/checkpoints.server.ts";
import { newWalk } from "#app/models/audit/walk.server.ts";
import { sweepBlobs } from "#app/models/evidence/blobs.server.ts";
import { dropExpired } from "#app/models/evidence/waiting.server.ts";
import { sweepUploads } from "#app/platform/resumable.server.ts";

const HOUR = 3_600_000;
/** How long a file waits at most before its text is read, where none is being read. */
const PAUSE = 2_000;

export type Jobs = {
  /** Ends what goes on by the clock. Resolves when the last of it is done. */
  stop(): Promise<void>;
};

/** Takes away what uploads have left: begun and not ended, sent and not added, kept and on no record. */
export async function sweep(services: Services): Promise<void> {
  const desk = deskFor(services, null);
  await sweepUploads(services.settings.DATA_DIR);
  await dropExpired(desk);
  await sweepBlobs(desk);
}

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

  let stopping = false;
  let reading: Promise<void> | null = null;
  const readNext = () => {
    reading ??= readTexts(services, () => stopping)
      .catch((error: Error) => console.error(error.message))
      .finally(() => (reading = null));
  };

  let sweeping: Promise<void> = Promise.resolve();
  const sweepNext = () => {
    sweeping = sweeping.then(() => sweep(services)).catch((error: Error) => console.error(error.message));
  };

  void signNext();
  sweepNext();
  const readTimer = setInterval(readNext, PAUSE);
  readTimer.unref();
  const timer = setInterval(() => {
    void signNext();
    sweepNext();
  }, HOUR);
  timer.unref();
  return {
    stop() {
      clearInterval(timer);
      clearInterval(readTimer);
      stopping = true;
      return Promise.all([signNext(), reading, sweeping]).then(() => undefined);
    },
  };
}

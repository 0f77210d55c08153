/**
 * What the server does by itself: signs the state of the record, reads the text of files, sends letters, sweeps up what
 * nobody came back for. How each went is noted for whoever looks after the server.
 */
import { deskFor, type Services } from "#app/desk.server.ts";
import { postLetters } from "./letters.ts";
import { readTexts } from "./reading.ts";
import { addCheckpoint } from "#app/models/audit/checkpoints.server.ts";
import { newWalk } from "#app/models/audit/walk.server.ts";
import { sweepBlobs } from "#app/models/evidence/blobs.server.ts";
import { dropExpired } from "#app/models/evidence/waiting.server.ts";
import { takeDailySnapshots } from "#app/models/readiness/snapshots.server.ts";
import { recordJob } from "#app/platform/jobs.server.ts";
import { reserveRoom } from "#app/platform/reserve.server.ts";
import { sweepUploads } from "#app/platform/upload-sweep.server.ts";
import { sizeOf } from "#app/ui/size.ts";

const HOUR = 3_600_000;
/** How long a file waits at most before its text is read, where none is being read. */
const PAUSE = 2_000;
/** How long news waits at most before it is sent, where nothing is in its way. */
const POST = 15_000;

export type Jobs = {
  /** Ends what goes on by the clock. Resolves when the last of it is done. */
  stop(): Promise<void>;
};

/** Takes away what uploads have left: begun and not ended, sent and not added, kept and on no record. */
export async function sweep(services: Services): Promise<number> {
  const desk = deskFor(services, null);
  const halves = await sweepUploads(services.settings.DATA_DIR);
  const waited = await dropExpired(desk);
  return halves + waited + (await sweepBlobs(desk));
}

const counted = (many: number, what: string) => `${many} ${what}${many === 1 ? "" : "s"}`;

const told = (error: Error) => console.error(error.message);

/** Runs `work` when it is called, but never twice at once; `last` is what is under way. */
function oneAtATime(work: () => Promise<void>): { next(): void; last(): Promise<void> | null } {
  let going: Promise<void> | null = null;
  const next = () => {
    going ??= work()
      .catch(told)
      .finally(() => (going = null));
  };
  return { next, last: () => going };
}

/** What signs the record, each time that it is called: one after the other, as two walks at once would count twice. */
function signing(services: Services): () => Promise<void> {
  let walk = newWalk();
  let last: Promise<void> = Promise.resolve();
  async function sign(): Promise<void> {
    try {
      await recordJob(services, "record", async () => {
        const made = await addCheckpoint(services, walk);
        return made && `signed up to entry ${made.size}`;
      });
    } catch (error) {
      // The next walk begins anew: it must not take for granted what this one did not finish.
      walk = newWalk();
      told(error as Error);
    }
  }
  return () => (last = last.then(sign));
}

/**
 * Starts them; `origin` is where letters say that the product is found. The first checkpoint is made at once: later ones go
 * on from there, and so take no time.
 */
export function startJobs(services: Services, origin: string): Jobs {
  let stopping = false;
  const sign = signing(services);
  const reading = oneAtATime(() =>
    recordJob(services, "reading", async () => {
      const many = await readTexts(services, () => stopping);
      return many ? `${counted(many, "file")} read` : null;
    }),
  );
  const sweeping = oneAtATime(() =>
    recordJob(services, "sweep", async () => `${counted(await sweep(services), "file")} taken away`),
  );
  const keeping = oneAtATime(() =>
    recordJob(services, "snapshots", async () => {
      const many = await takeDailySnapshots(deskFor(services, null));
      return many ? `${counted(many, "snapshot")} taken` : null;
    }),
  );
  const posting = oneAtATime(postLetters(services, origin));
  const reserving = oneAtATime(() =>
    recordJob(services, "reserve", async () => {
      const size = await reserveRoom(services.settings.DATA_DIR, services.demo ? "demo" : "real");
      return size ? `${sizeOf(size)} kept` : null;
    }),
  );
  const hourly = () => {
    void sign();
    sweeping.next();
    keeping.next();
    reserving.next();
  };

  hourly();
  const timers = [setInterval(reading.next, PAUSE), setInterval(posting.next, POST), setInterval(hourly, HOUR)];
  for (const timer of timers) timer.unref();
  return {
    stop() {
      timers.forEach(clearInterval);
      stopping = true;
      return Promise.all([sign(), ...[reading, sweeping, keeping, posting, reserving].map(({ last }) => last())]).then(
        () => undefined,
      );
    },
  };
}

/** Letters leave: news at once, and from eight in the morning reminders of what is due and the day's digests. */
import { deskFor, type Services } from "#app/desk.server.ts";
import { londonClock } from "#app/models/fieldwork/london-time.ts";
import { sendDigests } from "#app/models/requests/digests.server.ts";
import { forgetLetters, sendLetters } from "#app/models/requests/letters.server.ts";
import { remindOfDue } from "#app/models/requests/reminders.server.ts";
import { failureName, lastRun, type Outcome, recordJob } from "#app/platform/jobs.server.ts";

/** As the clock in London shows it. */
const MORNING = "08:00";
/** How long someone whose mail server said no is left alone, in milliseconds. */
const PATIENCE = 10 * 60_000;

/** What a run is noted as: how many letters went, where that is `least` or more, and by their codes why others did not. */
function told(sent: number, codes: string[], { kind, least }: { kind: string; least: number }): Outcome {
  const outcome = sent >= least ? `${sent} ${kind}${sent === 1 ? "" : "s"} sent` : null;
  return { outcome, failure: codes.length ? `${codes.length} not sent: ${[...new Set(codes)].join(", ")}` : null };
}

/**
 * What sends letters each time that it is called; `origin` is where the product is found. It does nothing where no mail
 * server is set up. What could not be sent is tried again by a later call, also after a restart.
 */
export function postLetters(services: Services, origin: string): () => Promise<void> {
  const desk = deskFor(services, null);
  const post = { mail: services.mail, origin };
  const tried = new Map<string, { at: number; code: string }>();
  const now = () => services.now().getTime();
  const waits = (user: string) => now() - (tried.get(user)?.at ?? -Infinity) < PATIENCE;

  async function news(): Promise<Outcome> {
    const { sent, failed, skipped } = await sendLetters(desk, post, waits);
    for (const { user, error } of failed) tried.set(user, { at: now(), code: failureName(error) });
    const codes = [...failed.map(({ user }) => user), ...skipped].map((user) => tried.get(user)?.code ?? "");
    return told(sent, codes, { kind: "letter", least: 1 });
  }

  async function morning(today: string): Promise<Outcome> {
    await remindOfDue(desk, today);
    await forgetLetters(desk);
    const { sent, failed } = await sendDigests(desk, post, today);
    const codes = failed.map(({ error }) => failureName(error));
    return told(sent, codes, { kind: "digest", least: 0 });
  }

  return async () => {
    if (!services.mail) return;
    const { day, time } = londonClock(services.now());
    if (time >= MORNING) {
      const last = await lastRun(services, "digest");
      const ranToday = last !== null && londonClock(last.ranAt).day === day;
      const soon = last !== null && now() - Date.parse(last.ranAt) < PATIENCE;
      if (!ranToday || (last.failure !== null && !soon)) await recordJob(services, "digest", () => morning(day));
    }
    await recordJob(services, "letters", news);
  };
}

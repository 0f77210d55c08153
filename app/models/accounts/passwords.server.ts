/** Passwords: Argon2id, at most two at work at a time so that signing in cannot starve the machine. */
import { hash, verify } from "@node-rs/argon2";

// OWASP Password Storage Cheat Sheet: Argon2id, 19 MiB, 2 passes, 1 lane.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const AT_ONCE = 2;
const QUEUE = 20;

/** Too many people are signing in at this moment: answer 503 and ask to try again. */
export class Busy extends Error {}

let working = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (working >= AT_ONCE) {
    if (waiting.length >= QUEUE) throw new Busy("Too many people are signing in. Try again in a minute.");
    await new Promise<void>((resolve) => waiting.push(resolve));
  }
  working++;
  try {
    return await work();
  } finally {
    working--;
    waiting.shift()?.();
  }
}

/** The stored form of a password. */
export const hashPassword = (password: string): Promise<string> => inTurn(() => hash(password, cost));

let nobody: Promise<string> | undefined;

/** Whether `password` fits `stored`. Takes as long where there is no such account, so that time tells nothing. */
export async function passwordFits(stored: string | null, password: string): Promise<boolean> {
  nobody ??= hashPassword("no account has this password");
  const against = stored ?? (await nobody);
  const fits = await inTurn(() => verify(against, password));
  return stored !== null && fits;
}

/** Passwords: Argon2id, at most two at work at a time so that signing in cannot starve the machine. */
import { hash, verify } from "@node-rs/argon2";

import { Busy } from "#app/platform/failure.ts";

// OWASP Password Storage Cheat Sheet: Argon2id, 19 MiB, 2 passes, 1 lane.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const AT_ONCE = 2;
const QUEUE = 20;

/** Of a password that nobody knows: what is compared where there is no account, at the same cost. */
const NOBODY = "$argon2id$v=19$m=19456,t=2,p=1$3+skobdhLIq2zMVpKPZhHA$k3iGyHIBV8A/Ue5iyEd3ezwZYuEJF5Il2BMw9ub7OVw";

let working = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (working < AT_ONCE) working++;
  else {
    if (waiting.length >= QUEUE) throw new Busy("Too many people are signing in. Try again in a minute.");
    // Whoever finishes hands over their place, so that nobody slips in between.
    await new Promise<void>((resolve) => waiting.push(resolve));
  }
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else working--;
  }
}

/** The stored form of a password. */
export const hashPassword = (password: string): Promise<string> => inTurn(() => hash(password, cost));

/** Whether `password` fits `stored`. Takes as long where there is no such account, so that time tells nothing. */
export async function passwordFits(stored: string | null, password: string): Promise<boolean> {
  const fits = await inTurn(() => verify(stored ?? NOBODY, password));
  return stored !== null && fits;
}

/** Whether a password was stored at another cost than today's: it is hashed anew when it is next known. */
export const isDated = (stored: string): boolean =>
  !stored.startsWith(`$argon2id$v=19$m=${cost.memoryCost},t=${cost.timeCost},p=${cost.parallelism}$`);

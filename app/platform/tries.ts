/** Tries at a password or a code, and how many are too many. Source: security.md 4.5. Kept in memory: a restart forgets. */
import { Buckets, Pauses } from "./bucket.ts";
import { TooMany, Wrong } from "./failure.ts";

const MINUTE = 60_000;
const seconds = (milliseconds: number) => Math.max(1, Math.ceil(milliseconds / 1000));

/** Held back by account and by address, and in a row of failures ever longer. */
export class Tries {
  #accounts: Buckets;
  #addresses: Buckets;
  #pauses: Pauses | null;

  constructor(
    private readonly now: () => number,
    demo: boolean,
  ) {
    const rate = demo ? { size: 120, per: MINUTE } : { size: 8, per: 15 * MINUTE };
    this.#accounts = new Buckets(rate);
    this.#addresses = new Buckets(rate);
    this.#pauses = demo ? null : new Pauses(3, MINUTE);
  }

  /**
   * Does `work`, which throws `Wrong` where a password or code does not fit. Throws `TooMany` before anything is done
   * where this account or address has tried too often. An address pays for failures alone: an office shares one.
   */
  async at<T>(account: string, address: string, work: () => Promise<T>): Promise<T> {
    const key = account.trim().toLowerCase().slice(0, 320);
    const now = this.now();
    const held = this.#pauses?.wait(key, now) || this.#addresses.wait(address, now) || this.#accounts.take(key, now);
    if (held) throw new TooMany(seconds(held));
    this.#addresses.take(address, now);
    try {
      const result = await work();
      this.#addresses.giveBack(address, this.now());
      this.#pauses?.clear(key);
      return result;
    } catch (error) {
      if (error instanceof Wrong) this.#pauses?.fail(key, this.now());
      else this.#addresses.giveBack(address, this.now());
      throw error;
    }
  }
}

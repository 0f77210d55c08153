/** One request at a time for each upload. Whoever comes next asks the one at work to let go, and waits in line. */
import type { Locker } from "@tus/server";

type Held = { letGo: () => void; waiting: (() => void)[] };

/** A request that was never answered because its line broke must not keep its sender out for ever. */
export class UploadLocks implements Locker {
  readonly #held = new Map<string, Held>();

  newLock(id: string) {
    return {
      lock: (_signal: AbortSignal, letGo: () => unknown) => this.#lock(id, () => void letGo()),
      unlock: async () => this.#unlock(id),
    };
  }

  async #lock(id: string, letGo: () => void): Promise<void> {
    const held = this.#held.get(id);
    if (!held) return void this.#held.set(id, { letGo, waiting: [] });
    held.letGo();
    await new Promise<void>((resolve) => held.waiting.push(resolve));
    held.letGo = letGo;
    // Others came meanwhile, and wait for this one now.
    if (held.waiting.length) letGo();
  }

  #unlock(id: string): void {
    const next = this.#held.get(id)?.waiting.shift();
    if (next) next();
    else this.#held.delete(id);
  }
}

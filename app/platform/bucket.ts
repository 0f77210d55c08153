/** How often something may be done: a bucket of tokens that fills slowly, and a pause that grows with each failure. */

/** `size` at once, and as many again over `per` milliseconds. */
export type Rate = { size: number; per: number };

type Bucket = { tokens: number; at: number };

/** The bucket of each key, at most `capacity` of them: the one that was longest out of use makes room. */
export class Buckets {
  #kept: Recent<Bucket>;

  constructor(
    private readonly rate: Rate,
    capacity = 10_000,
  ) {
    this.#kept = new Recent(capacity);
  }

  #filled(key: string, now: number): Bucket {
    const { size, per } = this.rate;
    const bucket = this.#kept.get(key);
    if (!bucket) return { tokens: size, at: now };
    const earned = (Math.max(0, now - bucket.at) * size) / per;
    return { tokens: Math.min(size, bucket.tokens + earned), at: now };
  }

  /** Milliseconds until a token is there; 0 where one is. */
  wait(key: string, now: number): number {
    const { tokens } = this.#filled(key, now);
    return tokens >= 1 ? 0 : Math.ceil(((1 - tokens) * this.rate.per) / this.rate.size);
  }

  /** Takes a token and answers 0, or takes none and answers the wait in milliseconds. */
  take(key: string, now: number): number {
    const wait = this.wait(key, now);
    const bucket = this.#filled(key, now);
    this.#kept.set(key, wait === 0 ? { ...bucket, tokens: bucket.tokens - 1 } : bucket);
    return wait;
  }

  /** Gives a token back: it was not needed after all. */
  giveBack(key: string, now: number): void {
    const bucket = this.#filled(key, now);
    this.#kept.set(key, { ...bucket, tokens: Math.min(this.rate.size, bucket.tokens + 1) });
  }
}

/** After `free` failures in a row each further one doubles the pause, from a second up to `longest` milliseconds. */
export class Pauses {
  #kept: Recent<{ failures: number; at: number }>;

  constructor(
    private readonly free: number,
    private readonly longest: number,
    capacity = 10_000,
  ) {
    this.#kept = new Recent(capacity);
  }

  /** Milliseconds until the next try is taken. */
  wait(key: string, now: number): number {
    const last = this.#kept.get(key);
    if (!last || last.failures < this.free) return 0;
    const pause = Math.min(this.longest, 1000 * 2 ** (last.failures - this.free));
    return Math.max(0, Math.min(pause, last.at + pause - now));
  }

  fail(key: string, now: number): void {
    this.#kept.set(key, { failures: (this.#kept.get(key)?.failures ?? 0) + 1, at: now });
  }

  clear(key: string): void {
    this.#kept.delete(key);
  }
}

/** A map that holds the `capacity` entries that were written last. */
export class Recent<V> {
  #map = new Map<string, V>();

  constructor(private readonly capacity: number) {}

  get size(): number {
    return this.#map.size;
  }

  get(key: string): V | undefined {
    return this.#map.get(key);
  }

  set(key: string, value: V): void {
    this.#map.delete(key);
    this.#map.set(key, value);
    if (this.#map.size <= this.capacity) return;
    const [oldest] = this.#map.keys();
    if (oldest !== undefined) this.#map.delete(oldest);
  }

  delete(key: string): void {
    this.#map.delete(key);
  }
}

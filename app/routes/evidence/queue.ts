/** The files that a page is sending: which wait, which go, what became of each. Knows no page and no network. */
import type { Hears, Sending, There } from "./sending.ts";

export type QueuedFile = {
  key: string;
  name: string;
  size: number;
  state: "waiting" | "going" | "stalled" | "paused" | "stopped" | "refused" | "there";
  /** Bytes that have gone. */
  sent: number;
  /** Seconds that it will still take, once that can be told. */
  left: number | null;
  /** Why it was stopped or refused. */
  why: string | null;
  there: There | null;
};

export type Send = (file: File, hears: Hears) => Promise<Sending>;

/** Why a file cannot be taken, told before a byte of it goes; null where it can. */
export type Check = (file: File) => Promise<string | null>;

type Entry = { file: File; item: QueuedFile; sending: Sending | null; began: { at: number; sent: number } | null };

const AT_ONCE = 3;
/** Shorter than this, and the time that is left jumps about. */
const SETTLED = 2000;

export class Queue {
  #entries: Entry[] = [];
  #listeners = new Set<() => void>();
  #seen: readonly QueuedFile[] = [];
  #count = 0;

  constructor(
    readonly send: Send,
    readonly check: Check,
  ) {}

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  files = (): readonly QueuedFile[] => this.#seen;

  add(files: Iterable<File>): void {
    for (const file of files) {
      const { name, size } = file;
      const key = `f${++this.#count}`;
      const item: QueuedFile = { key, name, size, state: "waiting", sent: 0, left: null, why: null, there: null };
      this.#entries.push({ file, item, sending: null, began: null });
    }
    this.#next();
  }

  pause(key: string): void {
    const entry = this.#find(key);
    entry?.sending?.pause();
    this.#set(entry, { state: "paused", left: null });
  }

  /** Goes on with a file that was paused, or tries again with one that was stopped. */
  resume(key: string): void {
    this.#set(this.#find(key), { state: "waiting", why: null });
  }

  /** All that a lost connection stopped. */
  resumeStopped(): void {
    for (const { item } of this.#entries) if (item.state === "stopped") this.resume(item.key);
  }

  /** Takes a file off the list and stops sending it. Returns what became of one that is there: the server still has it. */
  remove(key: string): There | null {
    const entry = this.#find(key);
    this.#entries = this.#entries.filter((each) => each !== entry);
    // What cannot be taken back now is swept away by the server after its time.
    if (entry?.item.state !== "there") entry?.sending?.cancel().catch(() => undefined);
    this.#next();
    return entry?.item.there ?? null;
  }

  #find = (key: string) => this.#entries.find(({ item }) => item.key === key);

  #set(entry: Entry | undefined, change: Partial<QueuedFile>): void {
    if (!entry || !this.#entries.includes(entry)) return;
    entry.item = { ...entry.item, ...change };
    this.#next();
  }

  #next(): void {
    const going = this.#entries.filter(({ item }) => item.state === "going" || item.state === "stalled").length;
    const next = this.#entries.filter(({ item }) => item.state === "waiting").slice(0, Math.max(0, AT_ONCE - going));
    for (const entry of next) {
      entry.item = { ...entry.item, state: "going" };
      entry.began = null;
      void this.#start(entry);
    }
    this.#seen = this.#entries.map(({ item }) => item);
    for (const listener of this.#listeners) listener();
  }

  async #start(entry: Entry): Promise<void> {
    if (entry.sending) return entry.sending.resume();
    try {
      const why = await this.check(entry.file);
      if (why) return this.#set(entry, { state: "refused", why });
      entry.sending = await this.send(entry.file, this.#hears(entry));
    } catch {
      return this.#set(entry, { state: "stopped", why: "This file could not be read. Choose it again." });
    }
    // Paused or removed while the first answer was awaited.
    if (!this.#entries.includes(entry)) void entry.sending.cancel().catch(() => undefined);
    else if (entry.item.state === "paused") entry.sending.pause();
  }

  #hears(entry: Entry): Hears {
    return {
      progress: (sent) => {
        const now = Date.now();
        entry.began ??= { at: now, sent };
        const took = now - entry.began.at;
        const gone = sent - entry.began.sent;
        const left = took > SETTLED && gone > 0 ? ((entry.item.size - sent) / gone) * (took / 1000) : null;
        const { state, sent: before, size } = entry.item;
        const moved = Math.floor((100 * sent) / size) !== Math.floor((100 * before) / size);
        if (state === "stalled" || (state === "going" && moved)) this.#set(entry, { state: "going", sent, left });
      },
      stalled: () => {
        entry.began = null;
        if (entry.item.state === "going") this.#set(entry, { state: "stalled", left: null });
      },
      there: (there) => this.#set(entry, { state: "there", sent: entry.item.size, left: null, there }),
      stopped: (why, final) => {
        if (entry.item.state !== "paused") this.#set(entry, { state: final ? "refused" : "stopped", why, left: null });
      },
    };
  }
}

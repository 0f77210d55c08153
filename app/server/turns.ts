/** One at a time for each key; whoever comes meanwhile waits. */
export class Turns {
  #last = new Map<string, Promise<void>>();

  /** Resolves when it is this one's turn, which lasts until it calls what `whenDone` was given. */
  async take(key: string, whenDone: (done: () => void) => void): Promise<void> {
    const before = this.#last.get(key);
    const turn = new Promise<void>((resolve) => whenDone(resolve));
    const last = Promise.all([before, turn]).then(() => {
      if (this.#last.get(key) === last) this.#last.delete(key);
    });
    this.#last.set(key, last);
    await before;
  }
}

/** The clock of the product, which never goes back: what has ended by it stays ended when someone sets the machine's clock back. */

/** Tells the time by `read`, and the latest that it has told, or `from`, while that is behind. */
export function steadyClock(from: Date | null, read = () => new Date()): () => Date {
  let latest = from ?? new Date(0);
  return () => {
    const now = read();
    if (now > latest) latest = now;
    return latest;
  };
}

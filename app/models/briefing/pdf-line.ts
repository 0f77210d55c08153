/** Text as lines of runs, broken just where it was measured to break. */
import { wrapRuns, type Run } from "./measure.ts";

/** The runs of each line: joined they are the runs again. A run keeps whatever else it carries. */
export function linesOf<R extends Run>(runs: R[], width: number): R[][] {
  const rest = runs.filter(({ text }) => text).map((run) => ({ ...run }));
  return wrapRuns(runs, width).map((line) => {
    const found: R[] = [];
    for (let left = line.length; left > 0 && rest[0];) {
      const run = rest[0];
      const text = run.text.slice(0, left);
      left -= text.length;
      found.push({ ...run, text });
      run.text = run.text.slice(text.length);
      if (!run.text) rest.shift();
    }
    return found;
  });
}

/** What a page asks of the database. */
import Database from "better-sqlite3";

/** How a statement is run: all of its rows, one, or none. */
const WAYS = ["all", "get", "run"] as const;

type Ways = Record<(typeof WAYS)[number], (this: Database.Statement, ...words: unknown[]) => unknown>;

/** The texts of the statements that are run while `work` goes on, in order. */
export async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const memory = new Database(":memory:");
  const prototype = Object.getPrototypeOf(memory.prepare("select 1")) as Ways;
  memory.close();
  const texts: string[] = [];
  const originals = WAYS.map((way) => prototype[way]);
  for (const [n, way] of WAYS.entries()) {
    prototype[way] = function (...words) {
      texts.push(this.source);
      return originals[n]?.apply(this, words);
    };
  }
  try {
    await work();
  } finally {
    for (const [n, way] of WAYS.entries()) prototype[way] = originals[n]!;
  }
  return texts;
}

/** How the database means to answer each of these statements: one line for each step. */
export function plansOf(file: string, texts: readonly string[]): string[] {
  const database = new Database(file, { readonly: true });
  try {
    return [...new Set(texts)]
      .filter((text) => /^\s*(select|with)/i.test(text))
      .flatMap((text) => {
        const nothing = Array.from(text.matchAll(/\?/g), () => null);
        const steps = database.prepare(`EXPLAIN QUERY PLAN ${text}`).all(...nothing) as { detail: string }[];
        return steps.map(({ detail }) => `${detail} (${text.slice(0, 120)}…)`);
      });
  } finally {
    database.close();
  }
}

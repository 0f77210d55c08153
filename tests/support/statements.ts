/** What a page asks of the database: every statement is prepared anew, so that is where they are counted. */
import Database from "better-sqlite3";

/** The texts of the statements that are prepared while `work` goes on, in order. */
export async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const { prototype } = Database as unknown as { prototype: Database.Database };
  const prepare = Object.getOwnPropertyDescriptor(prototype, "prepare");
  const texts: string[] = [];
  const original = prototype.prepare;
  prototype.prepare = function (this: Database.Database, text: string) {
    texts.push(text);
    return original.call(this, text);
  } as typeof original;
  try {
    await work();
  } finally {
    if (prepare) Object.defineProperty(prototype, "prepare", prepare);
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

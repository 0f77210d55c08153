/** Measures in turn, each beside its limit: rounds that alternate, so that a busy moment falls on both. */
import { type ChildProcess, spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { Agent, request } from "node:http";

export type Measure = {
  name: string;
  /** What one round of ours costs, and one of the limit's, in the same unit. */
  ours(): Promise<number>;
  limit(): Promise<number>;
  unit: string;
  /** What the ratio should be at most. Source: performance.md, section 4. */
  target: number;
};

export type Result = {
  name: string;
  unit: string;
  target: number;
  ratios: number[];
  ours: number[];
  limits: number[];
};

/** Runs every measure `rounds` times, ours first in one round and the limit first in the next. */
export async function measureAll(measures: Measure[], rounds: number): Promise<Result[]> {
  const results = measures.map(({ name, unit, target }) => ({ name, unit, target, ...empty() }));
  for (let round = 0; round < rounds; round++) {
    for (const [n, measure] of measures.entries()) {
      const result = results[n];
      if (!result) continue;
      const first = round % 2 ? await measure.limit() : await measure.ours();
      const second = round % 2 ? await measure.ours() : await measure.limit();
      const [ours, limit] = round % 2 ? [second, first] : [first, second];
      result.ours.push(ours);
      result.limits.push(limit);
      result.ratios.push(ours / limit);
    }
  }
  return results;
}

const empty = () => ({ ratios: [] as number[], ours: [] as number[], limits: [] as number[] });

const sorted = (numbers: number[]) => [...numbers].sort((a, b) => a - b);
export const median = (numbers: number[]): number => sorted(numbers)[Math.floor(numbers.length / 2)] ?? NaN;

const short = (number: number) => (number < 10 ? number.toFixed(2) : number.toFixed(0));

/** A table for people: ratio to the limit (median, least, most), the target, and whether it is met. */
export function tableOf(results: Result[]): string {
  const rows = results.map(({ name, unit, target, ratios, ours, limits }) => {
    const [least = NaN, most = NaN] = [Math.min(...ratios), Math.max(...ratios)];
    const met = median(ratios) <= target ? "met" : "missed";
    const costs = `${short(median(ours))} / ${short(median(limits))} ${unit}`;
    return [name, costs, `${short(median(ratios))}×`, `${short(least)}–${short(most)}`, `≤ ${target}×`, met];
  });
  const all = [["measure", "ours / limit (median)", "ratio", "min–max", "target", ""], ...rows];
  const widths = (all[0] ?? []).map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  return all
    .map((row) =>
      row
        .map((cell, n) => cell.padEnd(widths[n] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

/**
 * Milliseconds of processor time that a process, without its children, has used. The scheduler counts each thread in
 * nanoseconds; the clock's ticks, a hundred a second, would show a short page as nothing at all.
 */
function cpuOf(pid: number): number {
  const threads = readdirSync(`/proc/${pid}/task`);
  const used = (thread: string) => Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, "utf8").split(" ")[0]);
  return threads.reduce((sum, thread) => sum + used(thread), 0) / 1e6;
}

/** Megabytes that a process holds in memory. */
export const memoryOf = (pid: number): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? NaN) / 1024;

export type Served = { origin: string; child: ChildProcess; startMs: number };

/** Starts a server that says "ready at ADDRESS". */
export function serve(words: string[], environment: Record<string, string>): Promise<Served> {
  const began = performance.now();
  const env = { PATH: process.env.PATH, NODE_ENV: "production" as const, ...environment };
  const child = spawn(process.execPath, words, { env, stdio: ["ignore", "pipe", "inherit"] });
  return new Promise((resolve, reject) => {
    let said = "";
    child.stdout?.on("data", (chunk: Buffer) => {
      said += chunk.toString();
      const [, origin] = /ready at (http:\S+)/.exec(said) ?? [];
      if (origin) resolve({ origin, child, startMs: performance.now() - began });
    });
    child.once("exit", () => reject(new Error(`The server did not start: ${said}`)));
  });
}

/** Of a request; as a function where each has its own, as where people ask in turn. */
type Headers = Record<string, string> | (() => Record<string, string>);

export type Ask = { path: string; method?: string; headers?: Headers; body?: () => string | Buffer };

/** Asks once; resolves with the status when all of the answer has come. */
function askOnce(agent: Agent, origin: string, { path, method = "GET", headers = {}, body }: Ask): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request(
      new URL(path, origin),
      { method, headers: typeof headers === "function" ? headers() : headers, agent },
      (answer) => {
        answer.resume();
        answer.on("end", () => resolve(answer.statusCode ?? 0));
      },
    );
    sent.on("error", reject);
    sent.end(body?.());
  });
}

/** Asks `count` times, eight at once. Returns the server's processor time for each, in milliseconds. */
export async function load({ origin, child }: Served, ask: Ask, count: number): Promise<number> {
  let left = count;
  // Not kept from one round to the next: the server closes what has been idle for five seconds.
  const agent = new Agent({ keepAlive: true, maxSockets: 8 });
  const before = cpuOf(child.pid ?? 0);
  const work = async () => {
    while (left-- > 0) {
      const status = await askOnce(agent, origin, ask);
      if (status >= 400) throw new Error(`${ask.path} answered ${status}.`);
    }
  };
  await Promise.all(Array.from({ length: 8 }, work));
  agent.destroy();
  return (cpuOf(child.pid ?? 0) - before) / count;
}

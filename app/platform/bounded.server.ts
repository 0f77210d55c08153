/** Runs a program that may go wrong in any way, and ends it as soon as it takes more than its share. */
import { type ChildProcess, spawn } from "node:child_process";
import { readFile } from "node:fs/promises";

const MB = 1024 * 1024;

/** Milliseconds that a file may take in all, unless told otherwise. */
const DEADLINE = 30_000;
/**
 * Milliseconds that it may work without a sign that the reading gets on: of the processor's time, so that a busy server
 * makes nobody's file fail, and of the clock's where the system does not tell the first.
 */
const STILL = 6_000;
const STILL_BY_CLOCK = 15_000;
/** How often it is looked at. */
const LOOK = 100;
const MAX_MEMORY = 512 * MB;
const MAX_OUTPUT = 20 * MB;
/** What is kept of its last words, to tell one end from another. */
const MAX_COMPLAINT = 4_096;

/** An empty environment; the type of Node's wants what no program needs. */
export const nothing = {} as NodeJS.ProcessEnv;

export type Ending = {
  /** Ended by itself, or what it took too much of. */
  why: "ended" | "memory" | "output" | "time";
  /** All of its output, where it ended by itself. */
  output: string;
  /** The most memory that it was seen to hold, in bytes; null where the system does not say. */
  peak: number | null;
};

/** The kernel counts in hundredths of a second: proc(5), sysconf(_SC_CLK_TCK). */
const TICK = 10;

/** The most memory that a process has held so far, in bytes, and the milliseconds that it has worked. */
async function usageOf(pid: number): Promise<{ memory: number; worked: number } | null> {
  const [status, stat] = await Promise.all(
    ["status", "stat"].map((name) => readFile(`/proc/${pid}/${name}`, "latin1").catch(() => "")),
  );
  const [, kilobytes] = /^VmHWM:\s+(\d+) kB$/m.exec(status ?? "") ?? [];
  // The name of the program, in brackets, may hold anything.
  const fields = (stat ?? "").slice((stat ?? "").lastIndexOf(")") + 2).split(" ");
  const worked = (Number(fields[11]) + Number(fields[12])) * TICK;
  return kilobytes === undefined || !Number.isFinite(worked) ? null : { memory: Number(kilobytes) * 1024, worked };
}

/** The ends that the limits of the process itself bring about. */
function endOf(signal: NodeJS.Signals | null, complaint: string): Ending["why"] {
  if (signal === "SIGXCPU") return "time";
  if (signal === "SIGKILL" || /heap out of memory|allocation failed|Zone.*OOM|out of memory/i.test(complaint)) {
    return "memory";
  }
  return "ended";
}

/**
 * Runs `command` with the open file `input` as its standard input and nothing in its environment, for at most `deadline`
 * milliseconds. Never rejects.
 */
export function runBounded(
  command: string,
  words: readonly string[],
  input: number,
  deadline = DEADLINE,
): Promise<Ending> {
  return new Promise((resolve) => {
    const child = spawn(command, words, { env: nothing, cwd: "/", stdio: [input, "pipe", "pipe"] });
    const run = new Run(child, deadline);
    const clock = setInterval(() => void run.look(), LOOK);
    const end = (ending: Ending) => {
      clearInterval(clock);
      resolve(ending);
    };
    child.once("error", () => end(run.ending(null)));
    child.once("close", (_code, signal) => end(run.ending(signal)));
  });
}

class Run {
  readonly #began = Date.now();
  readonly #chunks: Buffer[] = [];
  #size = 0;
  /** Whether it gave a sign of life since it was last looked at, and when the last was. */
  #heard = true;
  #heardAt = Date.now();
  /** What it had worked by then. */
  #workedBefore = 0;
  #complaint = "";
  #stopped: Ending["why"] | null = null;
  #peak: number | null = null;

  constructor(
    readonly child: ChildProcess,
    readonly deadline: number,
  ) {
    child.stdout?.on("data", (chunk: Buffer) => {
      this.#heard = true;
      this.#heardAt = Date.now();
      this.#size += chunk.length;
      if (this.#size > MAX_OUTPUT) this.#stop("output");
      else this.#chunks.push(chunk);
    });
    child.stderr?.on("data", (chunk: Buffer) => {
      this.#complaint = (this.#complaint + chunk.toString("latin1")).slice(-MAX_COMPLAINT);
    });
  }

  async look(): Promise<void> {
    const { pid } = this.child;
    const usage = pid === undefined || this.child.exitCode !== null ? null : await usageOf(pid);
    const now = Date.now();
    if (usage) {
      this.#peak = Math.max(this.#peak ?? 0, usage.memory);
      if (this.#heard) this.#workedBefore = usage.worked;
      this.#heard = false;
      if (usage.memory > MAX_MEMORY) this.#stop("memory");
      if (usage.worked - this.#workedBefore > STILL) this.#stop("time");
    }
    if (now - this.#began > this.deadline || now - this.#heardAt > STILL_BY_CLOCK * (usage ? 2 : 1)) this.#stop("time");
  }

  #stop(why: Ending["why"]): void {
    this.#stopped ??= why;
    this.child.kill("SIGKILL");
  }

  ending(signal: NodeJS.Signals | null): Ending {
    const why = this.#stopped ?? endOf(signal, this.#complaint);
    const output = why === "ended" && signal === null ? Buffer.concat(this.#chunks).toString("utf8") : "";
    return { why, output, peak: this.#peak };
  }
}

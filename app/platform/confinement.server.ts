/**
 * What this machine offers to hold a program in: limits of the kernel, no network, no files but its own code. Tried once,
 * since containers forbid some of it; what is missing is left out, and the limits that Node and this server set stay.
 */
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

import { home } from "./home.server.ts";
import { nothing } from "./bounded.server.ts";
import { extractProgram } from "./extract-program.server.ts";

const protections = ["limits", "no-network", "no-files"] as const;
export type Protection = (typeof protections)[number];

export type Confinement = {
  command: string;
  words: readonly string[];
  /** What holds here, for whoever runs the server. */
  active: readonly Protection[];
};

const PRLIMIT = "/usr/bin/prlimit";
const UNSHARE = "/usr/bin/unshare";

/** Bytes of data, seconds of processor, open files, bytes of a written file, bytes of a core dump. */
const limits = (seconds: number) => [
  "--data=700000000",
  `--cpu=${seconds}:${seconds + 5}`,
  "--nofile=128",
  "--fsize=0",
  "--core=0",
];

/** Seconds of the processor that reading one file may take, unless told otherwise. */
const SECONDS = 40;

/** Node's own flag: it was renamed when it ceased to be an experiment. */
const permission = ["--permission", "--experimental-permission"].find((flag) =>
  process.allowedNodeEnvironmentFlags.has(flag),
);

const nodeWords = ["--max-old-space-size=300", "--disallow-code-generation-from-strings", "--no-warnings"];

/** A program with these protections around it, outermost first, and as many seconds of the processor. */
export function confined(program: string, active: readonly Protection[], seconds = SECONDS): Confinement {
  const files = [program, join(home, "node_modules", "*"), join(home, "package.json")];
  const words = [
    ...(active.includes("limits") ? [PRLIMIT, ...limits(seconds)] : []),
    ...(active.includes("no-network") ? [UNSHARE, "--map-root-user", "--net"] : []),
    process.execPath,
    ...nodeWords,
    ...(active.includes("no-files") && permission
      ? [permission, ...files.map((file) => `--allow-fs-read=${file}`)]
      : []),
    program,
  ];
  const [command = process.execPath, ...rest] = words;
  return { command, words: rest, active };
}

/** Whether the program still finds all that it needs when it is held like this. */
const works = ({ command, words }: Confinement): Promise<boolean> =>
  new Promise((resolve) => {
    const child = spawn(command, [...words, "--check"], {
      env: nothing,
      cwd: "/",
      stdio: ["ignore", "pipe", "ignore"],
    });
    let said = "";
    child.stdout.on("data", (chunk: Buffer) => (said = (said + chunk.toString()).slice(0, 100)));
    const clock = setTimeout(() => child.kill("SIGKILL"), 20_000);
    child.once("error", () => resolve(false));
    child.once("close", (code) => {
      clearTimeout(clock);
      resolve(code === 0 && said === "ready");
    });
  });

type Found = { program: string; active: readonly Protection[] };

async function detect(): Promise<Found> {
  const program = await extractProgram();
  const offered = protections.filter(
    (each) =>
      ({ limits: existsSync(PRLIMIT), "no-network": existsSync(UNSHARE), "no-files": permission !== undefined })[each],
  );
  if (await works(confined(program, offered))) return { program, active: offered };
  const active: Protection[] = [];
  for (const each of offered) if (await works(confined(program, [...active, each]))) active.push(each);
  return { program, active };
}

let found: Promise<Found> | null = null;

/** How the program that reads text is run on this machine. Tried at the first call, which takes about a second. */
export async function confinement(seconds = SECONDS): Promise<Confinement> {
  found ??= detect().catch((error: unknown) => {
    found = null;
    throw error;
  });
  const { program, active } = await found;
  return confined(program, active, seconds);
}

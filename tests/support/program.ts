/** The built program as a process of its own: what can be killed, stopped and starved. */
import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";

import { home } from "#app/platform/home.server.ts";

import { Client, PASSWORD } from "./server.ts";

export type Program = {
  child: ChildProcess;
  origin: string;
  /** Someone of the demonstration, signed in. */
  signedIn(account: string): Promise<Client>;
};

export const PROGRAM = join(home, "build/programs/main.js");

/** What a process says until it ends, and how it ends. */
export function whole(child: ChildProcess): Promise<{ code: number | null; said: string }> {
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk: Buffer) => (said += chunk.toString()));
  return new Promise((resolve) => child.once("close", (code) => resolve({ code, said })));
}

/**
 * Serves the demonstration in `folder`. `under` are words put before the command, such as those that limit it. Rejects,
 * with what was said, where the program ends instead.
 */
export async function serveDemo(folder: string, under: string[] = []): Promise<Program> {
  const environment = { PATH: process.env.PATH, DATA_DIR: folder, PORT: "0", NODE_ENV: "production" as const };
  const [command = "", ...words] = [...under, process.execPath, PROGRAM, "demo"];
  const child = spawn(command, words, { env: environment });
  const end = whole(child);
  const origin = await new Promise<string>((resolve, reject) => {
    let said = "";
    child.stdout.on("data", (chunk: Buffer) => {
      said += chunk.toString();
      const [, address] = /ready at (http:\S+)/.exec(said) ?? [];
      if (address) resolve(address);
    });
    void end.then(({ said }) => reject(new Error(said)));
  });
  return {
    child,
    origin,
    async signedIn(account) {
      const client = new Client(origin);
      await client.post("/sign-in", { email: `${account}@demo.test`, password: PASSWORD });
      return client;
    },
  };
}

/** Ends a process. Resolves with its exit code, null where a signal ended it, and the milliseconds that it took. */
export function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<{ code: number | null; took: number }> {
  const began = performance.now();
  return new Promise((resolve) => {
    child.once("close", (code) => resolve({ code, took: performance.now() - began }));
    child.kill(signal);
  });
}

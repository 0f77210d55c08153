/** `demo`: makes the sample data, once, then serves it. */
import { readdir, rm } from "node:fs/promises";
import { join, resolve } from "node:path";

import { readSettings, type Settings } from "#app/platform/env.ts";
import { home } from "#app/platform/home.server.ts";
import { readInstance } from "#app/platform/instance.server.ts";
import { takeFolder } from "#app/server/folder.ts";
import { startServer } from "#app/server/main.ts";

import { type Command, read } from "./command.ts";
import { LAST, PASSWORD, people } from "./sample-people.ts";
import { stopped } from "./serve.ts";

const isMade = async (folder: string) => (await list(folder)).includes(LAST) && (await readInstance(folder)).demo;

const list = (folder: string): Promise<string[]> =>
  readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });

/** Empties the folder, if all that it holds is a demonstration. */
async function clear(folder: string): Promise<void> {
  if ((await list(folder)).length && !(await readInstance(folder)).demo) {
    throw new Error(`${folder} holds something else, so no demonstration is made in it. Choose another DATA_DIR.`);
  }
  (await takeFolder(folder)).release();
  await rm(folder, { recursive: true, force: true });
}

/** The settings of the demonstration, which is made if it is not there yet. */
export async function ensureDemo(reset = false): Promise<Settings> {
  const settings = readSettings({
    DATA_DIR: join(home, "data/demo"),
    LOG_LEVEL: "error",
    ...process.env,
    INSECURE_COOKIES: "1",
  });
  const folder = resolve(settings.DATA_DIR);
  if (reset || !(await isMade(folder))) {
    await clear(folder);
    console.log("Making the demonstration…");
    const { makeDemo } = await import("./sample.ts");
    await makeDemo(settings);
  }
  return settings;
}

export const demo: Command = {
  name: "demo",
  usage: "[--reset] [--no-serve]",
  summary: "Makes the sample data in data/demo (once; --reset makes it again) and serves it; --no-serve only makes it.",
  async run(words) {
    const { values } = read(words, { reset: { type: "boolean" }, "no-serve": { type: "boolean" } });
    const settings = await ensureDemo(values.reset);
    console.log(`The briefing deck: ${join(settings.DATA_DIR, "briefing.pptx")} and briefing.html beside it`);
    if (values["no-serve"]) return 0;
    const server = await startServer(settings);
    console.log(
      `\nThroughline is ready at ${server.address}\n\nSign in as one of these, with the password ${PASSWORD}:`,
    );
    for (const { email, name } of people) console.log(`  ${email.padEnd(22)}${name}`);
    await stopped();
    await server.close();
    return 0;
  },
};

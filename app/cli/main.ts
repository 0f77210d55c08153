/** The command line: `npm run cli -- <command>`. Exit code 0: done; 1: refused or failed; 2: wrong usage. */
import { Invalid, NotFound } from "#app/platform/failure.ts";

import type { Command } from "./command.ts";
import { Usage } from "./command.ts";

/** Each is loaded when it is asked for: what one needs is seldom what another does. */
const commands: Record<string, () => Promise<Command>> = {
  "content check": async () => (await import("./content.ts")).contentCheck,
  "user add": async () => (await import("./user.ts")).userAdd,
  "user link": async () => (await import("./user.ts")).userLink,
  "inspection add": async () => (await import("./inspection.ts")).inspectionAdd,
  "briefing import": async () => (await import("./briefing.ts")).briefingImport,
  "briefing export": async () => (await import("./briefing.ts")).briefingExport,
  pack: async () => (await import("./pack.ts")).pack,
  "evidence add": async () => (await import("./evidence.ts")).evidenceAdd,
  "evidence text": async () => (await import("./evidence.ts")).evidenceText,
  "audit head": async () => (await import("./record.ts")).auditHead,
  verify: async () => (await import("./record.ts")).verify,
  backup: async () => (await import("./backup.ts")).backup,
  restore: async () => (await import("./backup.ts")).restore,
  "retention run": async () => (await import("./retention.ts")).retentionRun,
  "person export": async () => (await import("./person.ts")).personExport,
  "person erase": async () => (await import("./person.ts")).personErase,
  serve: async () => (await import("./serve.ts")).serve,
  demo: async () => (await import("./demo.ts")).demo,
  dev: async () => (await import("./dev.ts")).dev,
};

async function help(): Promise<string> {
  const all = await Promise.all(Object.values(commands).map((load) => load()));
  return [
    "Commands:",
    ...all.map(({ name, usage, summary }) => `  ${`${name} ${usage}`.trim()}\n      ${summary}`),
  ].join("\n");
}

/** The command that the words begin with. */
async function commandOf(words: string[]): Promise<Command | undefined> {
  const name = [words.slice(0, 2).join(" "), words[0] ?? ""].find((each) => Object.hasOwn(commands, each));
  return name === undefined ? undefined : commands[name]?.();
}

async function run(words: string[]): Promise<number> {
  if (words.length === 0 || words[0] === "help" || words[0] === "--help") {
    console.log(await help());
    return words.length === 0 ? 2 : 0;
  }
  const command = await commandOf(words);
  if (!command) {
    console.error(`There is no command “${words.slice(0, 2).join(" ")}”.\n\n${await help()}`);
    return 2;
  }
  try {
    return await command.run(words.slice(command.name.split(" ").length));
  } catch (error) {
    if (error instanceof Usage) {
      console.error(`${error.message}\nUsage: npm run cli -- ${command.name} ${command.usage}`);
      return 2;
    }
    if (error instanceof NotFound) console.error("There is nothing of that name.");
    else if (error instanceof Invalid) console.error(error.message);
    else console.error(process.env.LOG_LEVEL === "debug" ? error : (error as Error).message);
    return 1;
  }
}

process.exitCode = await run(process.argv.slice(2));

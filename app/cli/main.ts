/** The command line: `npm run cli -- <command>`. Exit code 0: done; 1: refused or failed; 2: wrong usage. */
import { Invalid, NotFound } from "#app/platform/failure.ts";

import { backup, restore } from "./backup.ts";
import { briefingExport, briefingImport } from "./briefing.ts";
import type { Command } from "./command.ts";
import { Usage } from "./command.ts";
import { contentCheck } from "./content.ts";
import { demo } from "./demo.ts";
import { dev } from "./dev.ts";
import { evidenceAdd, evidenceText } from "./evidence.ts";
import { inspectionAdd } from "./inspection.ts";
import { pack } from "./pack.ts";
import { personErase, personExport } from "./person.ts";
import { auditHead, verify } from "./record.ts";
import { retentionRun } from "./retention.ts";
import { serve } from "./serve.ts";
import { userAdd, userLink } from "./user.ts";

const commands: Command[] = [
  contentCheck,
  userAdd,
  userLink,
  inspectionAdd,
  briefingImport,
  briefingExport,
  pack,
  evidenceAdd,
  evidenceText,
  auditHead,
  verify,
  backup,
  restore,
  retentionRun,
  personExport,
  personErase,
  serve,
  demo,
  dev,
];

const help = () =>
  ["Commands:", ...commands.map(({ name, usage, summary }) => `  ${`${name} ${usage}`.trim()}\n      ${summary}`)].join(
    "\n",
  );

async function run(words: string[]): Promise<number> {
  if (words.length === 0 || words[0] === "help" || words[0] === "--help") {
    console.log(help());
    return words.length === 0 ? 2 : 0;
  }
  const command = commands.find(({ name }) => name.split(" ").every((word, at) => words[at] === word));
  if (!command) {
    console.error(`There is no command “${words.slice(0, 2).join(" ")}”.\n\n${help()}`);
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

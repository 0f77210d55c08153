/** `serve`: the server, until it is asked to stop. */
import { lifetimeInWords } from "#app/models/accounts/link.ts";
import { readSettings } from "#app/platform/env.ts";
import { Refused } from "#app/platform/failure.ts";
import { missingSettings } from "#app/platform/serving.ts";
import { startServer } from "#app/server/main.ts";
import { recognitionProblem } from "#app/server/reading.ts";

import type { Command } from "./command.ts";

/** Resolves when the process is asked to stop. */
export const stopped = () =>
  new Promise<void>((resolve) => {
    process.once("SIGINT", () => resolve());
    process.once("SIGTERM", () => resolve());
  });

export const serve: Command = {
  name: "serve",
  usage: "",
  summary: "Starts the server (the same as npm start).",
  async run() {
    const settings = readSettings(process.env);
    const missing = missingSettings(settings);
    if (missing.length) {
      throw new Refused(`These settings are missing:\n${missing.map((each) => `  ${each}`).join("\n")}`);
    }
    const server = await startServer(settings);
    console.log(`Throughline is ready at ${server.address}`);
    const problem = recognitionProblem(settings);
    if (problem) console.error(problem);
    if (server.setUp) {
      console.log(
        `\nNobody has an account yet. Make the first administrator's here, once, within ${lifetimeInWords("setup")}:\n  ${server.setUp}`,
      );
    }
    await stopped();
    await server.close();
    return 0;
  },
};

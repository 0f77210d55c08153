/** `serve`: the server, until it is asked to stop. */
import { startServer } from "#app/server/main.ts";
import { readSettings } from "#app/platform/env.ts";

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
    const server = await startServer(readSettings(process.env));
    console.log(`Throughline is ready at ${server.address}`);
    await stopped();
    await server.close();
    return 0;
  },
};

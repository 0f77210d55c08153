/** `dev`: the demonstration served from the source tree, so that pages follow each edit. */
import type { ServerBuild } from "@remix-run/node";

import { home } from "#app/platform/home.server.ts";
import { type Pages, startServer } from "#app/server/main.ts";

import type { Command } from "./command.ts";
import { ensureDemo } from "./demo.ts";
import { stopped } from "./serve.ts";

/** Vite stands where the build would; its reload messages go over the server's own port. */
const sourcePages: Pages = async (server) => {
  const { createServer } = await import("vite");
  const vite = await createServer({ root: home, server: { middlewareMode: true, hmr: { server } }, appType: "custom" });
  return {
    build: () => vite.ssrLoadModule("virtual:remix/server-build") as Promise<ServerBuild>,
    files: vite.middlewares,
  };
};

export const dev: Command = {
  name: "dev",
  usage: "",
  summary: "Serves the demonstration from the source tree, for those who change the code.",
  async run() {
    const server = await startServer(await ensureDemo(), sourcePages);
    console.log(`Throughline is ready at ${server.address}; pages follow each edit.`);
    await stopped();
    await server.close();
    return 0;
  },
};

/** Starts the server, and stops it without cutting anyone off. */
import type { ServerBuild } from "@remix-run/node";
import compression from "compression";
import express from "express";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

import { openServices, type Services } from "#app/desk.server.ts";
import { home } from "#app/platform/home.server.ts";
import { readInstance } from "#app/platform/instance.server.ts";
import type { Settings } from "#app/platform/env.ts";

import { gate, headers } from "./doors.ts";
import { pages } from "./pages.ts";

const YEAR = 365 * 24 * 60 * 60 * 1000;

/** The addresses that a server with these settings is known by. */
function originsOf(settings: Settings, port: number, demo: boolean): string[] {
  if (settings.BASE_URL) return [new URL(settings.BASE_URL).origin];
  const names = demo ? ["127.0.0.1", "localhost"] : [settings.HOST];
  return names.map((name) => `http://${name}:${port}`);
}

/** The whole server as a function of its parts: what tests drive too. */
export function createApp(build: ServerBuild, services: Services, origins: readonly string[]) {
  const app = express();
  app.disable("x-powered-by");
  app.set("trust proxy", services.settings.TRUST_PROXY);
  app.use(headers({ secure: origins.every((origin) => origin.startsWith("https:")) }));
  app.get("/healthz", (_request, response) => void response.type("text/plain").send("ok\n"));
  app.use(gate(origins));
  app.use(compression());
  const client = join(home, "build/client");
  app.use(
    "/assets",
    express.static(join(client, "assets"), { immutable: true, maxAge: YEAR, index: false, redirect: false }),
  );
  app.use(express.static(client, { maxAge: 60 * 60 * 1000, index: false, redirect: false }));
  const contextOf = ({ locals }: express.Response) => ({
    services,
    nonce: locals.nonce as string,
    requestId: locals.requestId as string,
  });
  app.all("*", pages(build, contextOf));
  return app;
}

export type Running = { address: string; close(): Promise<void> };

/** Serves the folder of these settings. Resolves when the server answers. */
export async function startServer(settings: Settings): Promise<Running> {
  const { demo } = await readInstance(settings.DATA_DIR);
  const services = await openServices(settings, demo);
  const build = (await import(pathToFileURL(join(home, "build/server/index.js")).href)) as ServerBuild;
  const { server, port } = await listen(settings, (at) => createApp(build, services, originsOf(settings, at, demo)));
  const [origin] = originsOf(settings, port, demo);
  return {
    address: origin ?? "",
    async close() {
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        const idle = setInterval(() => server.closeIdleConnections(), 50);
        server.once("close", () => clearInterval(idle));
      });
      services.store.close();
    },
  };
}

async function listen(
  settings: Settings,
  app: (port: number) => express.Express,
): Promise<{ server: Server; port: number }> {
  const server = createServer({ maxHeaderSize: 16 * 1024 });
  server.headersTimeout = 10_000;
  server.requestTimeout = 0;
  server.maxConnections = 500;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(settings.PORT, settings.HOST, resolve);
  });
  const { port } = server.address() as AddressInfo;
  server.on("request", app(port));
  return { server, port };
}

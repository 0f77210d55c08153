/** The built product on a port of its own, and clients that ask it as a browser without JavaScript would. */
import type { ServerBuild } from "@remix-run/node";
import type { AddressInfo } from "node:net";
import { createServer } from "node:http";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll } from "vitest";

import { openServices, type Services } from "#app/desk.server.ts";
import { readSettings } from "#app/platform/env.ts";
import { home } from "#app/platform/home.server.ts";
import { createApp } from "#app/server/main.ts";

import { Client, CODE, hidden, PASSWORD } from "./client.ts";
import { copyDemo } from "./demo.ts";

export { Client, CODE, hidden, PASSWORD };

export type Server = {
  origin: string;
  services: Services;
  client(): Client;
  signedIn(account: string): Promise<Client>;
};

/**
 * Serves a copy of the demonstration for the tests of one file. Use the result inside tests only. With `demo: false` its
 * data is served as if it were real: with second factors, and fewer tries.
 */
export function demoServer(environment: Record<string, string> = {}, { demo = true } = {}): Server {
  const server = {} as Server;
  const closers: (() => void | Promise<void>)[] = [];
  beforeAll(async () => {
    const { folder, remove } = copyDemo();
    closers.push(remove);
    const settings = readSettings({ DATA_DIR: folder, INSECURE_COOKIES: "1", LOG_LEVEL: "silent", ...environment });
    const services = await openServices(settings, demo);
    closers.push(() => services.store.close());
    const build = (await import(pathToFileURL(join(home, "build/server/index.js")).href)) as ServerBuild;
    // Longer than any test keeps the processor to itself: its client's connection would be closed as it is used again.
    const http = createServer({ keepAliveTimeout: 120_000 });
    await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
    closers.push(() => {
      http.closeAllConnections();
      return new Promise<void>((resolve) => http.close(() => resolve()));
    });
    const origin = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
    http.on("request", createApp(build, services, [origin]));
    Object.assign(server, {
      origin,
      services,
      client: () => new Client(origin),
      async signedIn(account: string) {
        const client = new Client(origin);
        const answer = await client.post("/sign-in", { email: `${account}@demo.test`, password: PASSWORD });
        if (answer.status !== 302)
          throw new Error(`${account} could not sign in: ${answer.status} ${await answer.text()}`);
        return client;
      },
    } satisfies Server);
  });
  afterAll(async () => {
    for (const close of closers.reverse()) await close();
  });
  return server;
}

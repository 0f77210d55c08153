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

import { copyDemo } from "./demo.ts";

export const PASSWORD = "throughline-demo";
export const CODE = "leicester-2007";

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
    const http = createServer();
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

/** Keeps cookies, sends the Origin of the product, follows no redirect by itself. */
export class Client {
  #cookies = new Map<string, string>();

  constructor(readonly origin: string) {}

  /** What it sends as its `Cookie` header. */
  get cookie(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  }

  async send(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    if (this.#cookies.size) headers.set("Cookie", this.cookie);
    const answer = await fetch(new URL(path, this.origin), { ...init, headers, redirect: "manual" });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value) this.#cookies.set(name, value);
      else this.#cookies.delete(name);
    }
    return answer;
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Response> {
    return this.send(path, { headers });
  }

  post(
    path: string,
    fields: Record<string, string> | FormData,
    headers: Record<string, string> = {},
  ): Promise<Response> {
    const body = fields instanceof FormData ? fields : new URLSearchParams(fields);
    return this.send(path, { method: "POST", body, headers: { Origin: this.origin, ...headers } });
  }

  /** The page at `path`, which must be shown to this person. */
  async page(path: string): Promise<string> {
    const answer = await this.get(path);
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
    return answer.text();
  }
}

/** The value of the hidden field `name` in the form of `page` that is sent to `action`. */
export function hidden(page: string, action: string, name: string): string {
  const [, form = ""] =
    new RegExp(`<form[^>]*action="${action.replace(/[.?]/g, "\\$&")}"[^>]*>([\\s\\S]*?)</form>`).exec(page) ?? [];
  return new RegExp(`name="${name}"[^>]*value="([^"]*)"`).exec(form)?.[1] ?? "";
}

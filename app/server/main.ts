/** Starts the server, and stops it without cutting anyone off. */
import type { ServerBuild } from "@remix-run/node";
import compression from "compression";
import express from "express";
import { readdirSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";

import { deskFor, isDamaged, openServices, type Services } from "#app/desk.server.ts";
import { linkAddress } from "#app/models/accounts/deliveries.server.ts";
import { firstRunLink } from "#app/models/accounts/links.server.ts";
import { Refused } from "#app/platform/failure.ts";
import { addEdition } from "#app/models/frameworks/editions.server.ts";
import { formatFault } from "#app/models/frameworks/fault.ts";
import { readFrameworks } from "#app/platform/content-frameworks.server.ts";
import { home } from "#app/platform/home.server.ts";
import { readInstance } from "#app/platform/instance.server.ts";
import type { Settings } from "#app/platform/env.ts";
import { openSigner } from "#app/platform/signing.server.ts";
import { whyNotServe } from "#app/platform/serving.ts";

import { addressKey, isForUploads } from "./address.ts";
import { bodies } from "./bodies.ts";
import { gate, headers, lastResort } from "./doors.ts";
import { markUsed, refuseLost, takeFolder } from "./folder.ts";
import { startJobs } from "./jobs.ts";
import { limits } from "./limits.ts";
import { pages } from "./pages.ts";
import { ready } from "./ready.ts";
import { requestLog, wordsOf } from "./request-log.ts";

/** In seconds. */
const HOUR = 60 * 60;
const YEAR = 365 * 24 * HOUR;

/** The addresses that a server with these settings is known by. */
function originsOf(settings: Settings, port: number, demo: boolean): string[] {
  if (settings.BASE_URL) return [new URL(settings.BASE_URL).origin];
  const names = demo ? ["127.0.0.1", "localhost"] : [settings.HOST];
  return names.map((name) => `http://${name}:${port}`);
}

/** The build, or, while someone edits it, how to get the newest. */
type Build = ServerBuild | (() => Promise<ServerBuild>);

/** Files of the build, as they were built: the only answers that a browser may keep. */
function builtFiles(): express.RequestHandler {
  const client = join(home, "build/client");
  const kept = (rule: string) => ({
    index: false as const,
    redirect: false,
    setHeaders: (response: express.Response) => void response.set("Cache-Control", rule),
  });
  const files = express
    .Router()
    .use("/assets", express.static(join(client, "assets"), kept(`public, max-age=${YEAR}, immutable`)))
    .use(express.static(client, kept(`public, max-age=${HOUR}`)));
  // So that the disk is not asked for a file with the address of each page.
  const names = new Set(readdirSync(client));
  return (request, response, next) =>
    names.has(request.path.split("/", 2)[1] ?? "") ? files(request, response, next) : next();
}

/** What pdf.js fetches to draw a document: tables of characters, the fonts that all readers have, decoders of pictures. */
function pdfTables(): express.RequestHandler {
  const from = dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));
  const router = express.Router();
  for (const folder of ["cmaps", "standard_fonts", "wasm"]) {
    router.use(
      `/${folder}`,
      express.static(join(from, folder), { index: false, redirect: false, maxAge: HOUR * 1000 }),
    );
  }
  return router;
}

/** Files that come in pieces. What takes them is large, and loaded by the first of them. */
function uploads(services: Services): express.RequestHandler {
  let taker: Promise<express.RequestHandler> | undefined;
  return (request, response, next) => {
    if (!isForUploads(request)) return next();
    taker ??= import("./uploads.ts").then((loaded) => loaded.uploads(services));
    taker.then((take) => take(request, response, next)).catch(next);
  };
}

/** The whole server as a function of its parts: what tests drive too. */
export function createApp(
  build: Build,
  services: Services,
  origins: readonly string[],
  { files = builtFiles(), stopping = () => false }: { files?: express.RequestHandler; stopping?: () => boolean } = {},
) {
  const app = express();
  app.disable("x-powered-by");
  app.set("trust proxy", services.settings.TRUST_PROXY);
  app.use(headers({ secure: origins.every((origin) => origin.startsWith("https:")) }));
  app.get("/healthz", (_request, response) => void response.type("text/plain").send("ok\n"));
  app.get("/readyz", ready(services, stopping));
  if (["info", "debug"].includes(services.settings.LOG_LEVEL)) {
    app.use(requestLog(typeof build === "function" ? new Set() : wordsOf(build)));
  }
  app.use(gate(origins, services.settings.TRUST_PROXY));
  app.use(bodies());
  app.use(compression());
  app.use(files);
  app.use("/pdfjs", pdfTables());
  app.use(limits(services));
  app.use(uploads(services));
  const contextOf = ({ ip }: express.Request, { locals }: express.Response) => ({
    services,
    nonce: locals.nonce as string,
    requestId: locals.requestId as string,
    address: addressKey(ip),
  });
  app.all("*", pages(build, contextOf));
  app.use(lastResort);
  return app;
}

export type Running = {
  address: string;
  /** Where the first administrator's account is made; null once there is an account, and for a demonstration. */
  setUp: string | null;
  close(): Promise<void>;
};

type Lock = { release(): void };

/** What is served beside the data: the build, or the source tree with each edit. */
export type Pages = (server: Server) => Promise<{ build: Build; files?: express.RequestHandler }>;

const builtPages: Pages = async () => ({
  build: (await import(pathToFileURL(join(home, "build/server/index.js")).href)) as ServerBuild,
});

/** How long requests have to end when the server is asked to stop, in milliseconds. What is cut off can be resumed. */
const GRACE = 25_000;

/** Takes no more requests, and waits for those that go on. */
async function finish(server: Server): Promise<void> {
  const idle = setInterval(() => server.closeIdleConnections(), 50);
  const late = setTimeout(() => server.closeAllConnections(), GRACE);
  await new Promise<void>((resolve) => server.close(() => resolve()));
  clearInterval(idle);
  clearTimeout(late);
}

/** Opens what is kept in the folder of these settings. Throws `Refused` where it must not be worked with. */
async function openSound(settings: Settings, demo: boolean): Promise<Services> {
  await refuseLost(settings.DATA_DIR);
  const services = await openServices(settings, demo).catch((error) => {
    if (isDamaged(error)) return null;
    throw error;
  });
  if (!services?.store.isSound()) {
    services?.store.close();
    throw new Refused(
      `The database in ${settings.DATA_DIR} is damaged, and was left as it is. Restore a backup into an empty folder: npm run cli -- restore BACKUP FOLDER`,
    );
  }
  await markUsed(settings.DATA_DIR, services.now());
  return services;
}

/** Serves the folder of these settings. Resolves when the server answers. */
export async function startServer(settings: Settings, pagesFor: Pages = builtPages): Promise<Running> {
  const { demo } = await readInstance(settings.DATA_DIR);
  const why = whyNotServe(settings, demo);
  if (why) throw new Refused(why);
  // A key that cannot be used, or lies with the data, is better told now than in an hour.
  await openSigner({ settings, demo });
  const lock = await takeFolder(settings.DATA_DIR);
  try {
    return await serveFolder(settings, demo, pagesFor, lock);
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function serveFolder(settings: Settings, demo: boolean, pagesFor: Pages, lock: Lock): Promise<Running> {
  const services = await openSound(settings, demo);
  await storeFrameworks(services);
  const server = newServer();
  let stopping = false;
  const { build, files } = await pagesFor(server);
  const [origin = ""] = await listen(server, settings, (port) => {
    const origins = originsOf(settings, port, demo);
    server.on("request", createApp(build, services, origins, { ...(files && { files }), stopping: () => stopping }));
    return origins;
  });
  const setUp = demo ? null : await firstRunLink(deskFor(services, null));
  const jobs = startJobs(services, origin);
  return {
    address: origin,
    setUp: setUp && linkAddress(origin, setUp),
    async close() {
      stopping = true;
      await finish(server);
      await jobs.stop();
      services.store.close();
      lock.release();
    },
  };
}

/** Makes each framework of the content folder one that an inspection can be opened under. A faulty one is left out. */
async function storeFrameworks(services: Services): Promise<void> {
  const { frameworks, faults } = await readFrameworks(services.content);
  for (const fault of faults) console.error(formatFault(fault));
  for (const framework of frameworks) await addEdition(deskFor(services, null), framework);
}

function newServer(): Server {
  const server = createServer({ maxHeaderSize: 16 * 1024, connectionsCheckingInterval: 1000 });
  server.headersTimeout = 10_000;
  server.requestTimeout = 0;
  server.maxConnections = 500;
  return server;
}

/** Opens the port; `ready` is told its number before the first request is taken. */
function listen<T>(server: Server, { PORT, HOST }: Settings, ready: (port: number) => T): Promise<T> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const taken = error.code === "EADDRINUSE";
      reject(taken ? new Refused(`Port ${PORT} of ${HOST} is in use. Choose another with PORT.`) : error);
    });
    server.listen(PORT, HOST, () => resolve(ready((server.address() as AddressInfo).port)));
  });
}

/** Puts the parts together: a request becomes a desk, or a way to sign in. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { join } from "node:path";

import { openStore, type Store } from "#db/client.server.ts";

import { appendEvent, type Content } from "./models/audit/events.server.ts";
import { personOf } from "./models/accounts/sessions.server.ts";
import { paths } from "./paths.ts";
import type { Desk, Person } from "./platform/desk.ts";
import { openDisk } from "./platform/disk.server.ts";
import type { Settings } from "./platform/env.ts";
import { contentFolder } from "./platform/home.server.ts";
import { failed } from "./platform/answer.ts";
import { NotFound } from "./platform/failure.ts";
import { type Form, readForm } from "./platform/form.server.ts";
import type { Storage } from "./platform/storage.ts";

/** What lives as long as the process. */
export type Services = {
  store: Store;
  storage: Storage;
  settings: Settings;
  /** A folder of sample data, served on loopback only. */
  demo: boolean;
  /** The folder of frameworks, briefings and help pages. */
  content: string;
  now(): Date;
};

/** Opens the folder of `settings.DATA_DIR`. */
export async function openServices(settings: Settings, demo: boolean): Promise<Services> {
  const storage = await openDisk(settings.DATA_DIR);
  const store = openStore(join(settings.DATA_DIR, "throughline.db"));
  return { store, storage, settings, demo, content: contentFolder, now: () => new Date() };
}

/** A desk for `user`, or for nobody: a visitor, or a command of the product itself. */
export function deskFor(services: Services, user: Person | null): Desk {
  const { store, storage, now } = services;
  return {
    user,
    read: store.read,
    snapshot: store.snapshot,
    change: (draft, work) =>
      store.write(async (db) => {
        let content: Content | null = null;
        const result = await work(db, (before, after) => {
          content = { before, after };
        });
        await appendEvent(db, { ...draft, at: now(), actor: user?.id ?? null, content });
        return result;
      }),
    storage,
    now,
  };
}

const cookieName = ({ settings }: Services) => (settings.INSECURE_COOKIES ? "sid" : "__Host-sid");

/** The token that the browser sent, or null. */
export function tokenOf(request: Request, services: Services): string | null {
  const name = cookieName(services);
  for (const part of (request.headers.get("Cookie") ?? "").split(/; */)) {
    const at = part.indexOf("=");
    if (part.slice(0, at) === name) return part.slice(at + 1);
  }
  return null;
}

/** The cookie that carries `token`, or, for null, the one that takes it away. */
export function sessionCookie(services: Services, token: string | null): string {
  const secure = services.settings.INSECURE_COOKIES ? "" : "; Secure";
  const age = token === null ? "; Max-Age=0" : "";
  return `${cookieName(services)}=${token ?? ""}; Path=/; HttpOnly; SameSite=Lax${secure}${age}`;
}

/** A desk for whoever is asking, signed in or not. */
export async function anyone(request: Request, services: Services): Promise<Desk> {
  const token = tokenOf(request, services);
  return deskFor(services, token === null ? null : await personOf(services.store, token, services.now()));
}

/** A desk whose user is known. Throws a redirect to the sign-in page, which leads back here. */
export async function signedIn(request: Request, services: Services): Promise<Desk & { user: Person }> {
  const desk = await anyone(request, services);
  if (desk.user) return desk as Desk & { user: Person };
  const { pathname, search } = new URL(request.url);
  throw redirect(paths.signIn(request.method === "GET" ? pathname.replace(/\.data$/, "") + search : undefined));
}

type Asked<D extends Desk> = {
  desk: D;
  services: Services;
  request: Request;
  url: URL;
  params: Record<string, string>;
};

async function answered<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof NotFound) throw new Response("Not found", { status: 404 });
    throw error;
  }
}

const asked = <D extends Desk>(args: LoaderFunctionArgs, desk: D): Asked<D> => ({
  desk,
  services: args.context.services,
  request: args.request,
  url: new URL(args.request.url),
  params: Object.fromEntries(Object.entries(args.params).map(([name, value]) => [name, value ?? ""])),
});

/** A loader for people who have signed in. What is missing or forbidden answers 404. */
export const reading =
  <T>(work: (asked: Asked<Desk & { user: Person }>) => Promise<T>) =>
  async (args: LoaderFunctionArgs): Promise<T> => {
    const desk = await signedIn(args.request, args.context.services);
    return answered(() => work(asked(args, desk)));
  };

/**
 * An action for people who have signed in. `work` reads its form from `form` and returns a redirect, or what its page
 * shows next. What cannot be taken answers 422 with a message for each field, what someone else changed 409 with both
 * texts; what was typed is kept.
 */
export const changing =
  <T>(work: (asked: Asked<Desk & { user: Person }> & { form: () => Promise<Form> }) => Promise<T>) =>
  async (args: ActionFunctionArgs): Promise<T | ReturnType<typeof failed>> => {
    const desk = await signedIn(args.request, args.context.services);
    const { MAX_UPLOAD_MB } = args.context.services.settings;
    let read: Form | undefined;
    const form = async () => (read ??= await readForm(args.request, desk.storage, MAX_UPLOAD_MB * 1_000_000));
    return answered(async () => {
      try {
        if (args.request.method !== "POST") throw new NotFound();
        return await work({ ...asked(args, desk), form });
      } catch (error) {
        return failed(error, Object.fromEntries(read?.fields ?? []));
      } finally {
        // What was kept has left this place; what nobody took is forgotten.
        for (const { arrival } of read?.files ?? []) await arrival.drop();
      }
    });
  };

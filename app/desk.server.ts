/** Puts the parts together: a request becomes a desk, or a way to sign in. */
import { type ActionFunctionArgs, type AppLoadContext, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { join } from "node:path";

import { isDamaged, isFull, lockFolder, openCopy, openStore, type Store } from "#db/client.server.ts";

import { appendEvent, type Content, lastEntryAt } from "./models/audit/events.server.ts";
import { recordRefusal, routeOf } from "./models/audit/refusals.server.ts";
import { isConfirmed, type Owed } from "./models/accounts/session.ts";
import { findSession, type Session } from "./models/accounts/sessions.server.ts";
import { paths } from "./paths.ts";
import { Buckets } from "./platform/bucket.ts";
import { steadyClock } from "./platform/clock.ts";
import { cookieName, readCookie, writeCookie } from "./platform/cookie.ts";
import type { Desk, Person } from "./platform/desk.ts";
import { openDisk } from "./platform/disk.server.ts";
import type { Settings } from "./platform/env.ts";
import { contentFolder } from "./platform/home.server.ts";
import { failed } from "./platform/answer.ts";
import { Invalid, NoRoom, NotFound } from "./platform/failure.ts";
import { type Form, readForm } from "./platform/form.server.ts";
import { type Mail, openMail } from "./platform/mail.server.ts";
import { pageOf } from "./platform/page-of.ts";
import { type Presence, presence } from "./platform/presence.ts";
import { releaseRoom } from "./platform/reserve.server.ts";
import { openScanner, type Scanner } from "./platform/scanner.server.ts";
import type { Storage } from "./platform/storage.ts";

/** What lives as long as the process. */
export type Services = {
  store: Store;
  storage: Storage;
  /** Looks for viruses; null where none is set up. */
  scanner: Scanner | null;
  settings: Settings;
  /** Null where no mail server is set up. */
  mail: Mail | null;
  /** A folder of sample data, served on loopback only. */
  demo: boolean;
  /** The folder of frameworks, briefings and help pages. */
  content: string;
  now(): Date;
} & InMemory;

/** What the process knows and no database does: gone when it ends. */
export type InMemory = {
  presence: Presence;
  /** Which refusals were put on record within the last minute. */
  refusals: Buckets;
};

export const inMemory = (): InMemory => ({ presence: presence(), refusals: new Buckets({ size: 1, per: 60_000 }) });

/** Opens the database of a folder. Where the disk is full, and room was kept, that room is used. */
function openRoomy(folder: string): Store {
  const open = () => openStore(join(folder, "throughline.db"), () => void releaseRoom(folder));
  try {
    return open();
  } catch (error) {
    if (!isFull(error) || !releaseRoom(folder)) throw error;
    return open();
  }
}

/** Opens the folder of `settings.DATA_DIR`. */
export async function openServices(settings: Settings, demo: boolean): Promise<Services> {
  const storage = await openDisk(settings.DATA_DIR);
  const store = openRoomy(settings.DATA_DIR);
  const mail = openMail(settings);
  const scanner = openScanner(settings);
  return {
    ...inMemory(),
    store,
    storage,
    scanner,
    settings,
    mail,
    demo,
    content: contentFolder,
    now: steadyClock(await lastEntryAt(store.read)),
  };
}

/** A database that nobody works with, to read. */
export const openCopied = openCopy;

export { isDamaged, lockFolder };

/** A desk for `user`, or for nobody: a visitor, or a command of the product itself. */
export function deskFor(services: Services, user: Person | null): Desk {
  const { store, storage, scanner, now } = services;
  return {
    user,
    read: store.read,
    snapshot: store.snapshot,
    change: (draft, work) =>
      store
        .write(async (db) => {
          let content: Content | null = null;
          const result = await work(db, (before, after) => {
            content = { before, after };
          });
          await appendEvent(db, { ...draft, at: now(), actor: user?.id ?? null, content });
          return result;
        })
        .catch((error) => {
          throw isFull(error) ? new NoRoom("change") : error;
        }),
    storage,
    scanner,
    now,
  };
}

const COOKIE = "sid";

/** The cookie that carries `token`, or, for null, the one that takes it away. */
export const sessionCookie = ({ settings }: Services, token: string | null): string =>
  writeCookie(COOKIE, token, settings.INSECURE_COOKIES);

/** The session of a `Cookie` header, which may still owe a second factor. */
export async function sessionOf(cookies: string | null | undefined, services: Services): Promise<Session | null> {
  const { store, settings, demo, now } = services;
  const token = readCookie(cookies, cookieName(COOKIE, settings.INSECURE_COOKIES));
  return token ? findSession(store, token, { now: now(), asksFactor: !demo }) : null;
}

type From = Pick<LoaderFunctionArgs, "request" | "context">;

/** Several loaders make one page: what all of them ask for is looked up once. */
type LookedUp = { session: Promise<Session | null>; found: Map<string, Promise<unknown>> };
const lookedUp = new WeakMap<AppLoadContext, LookedUp>();

/** Whose session a request has. An action may change that, so what is sent is looked up anew each time. */
function lookUp({ request, context }: From): Omit<LookedUp, "found"> & Partial<LookedUp> {
  const look = () => sessionOf(request.headers.get("Cookie"), context.services);
  if (request.method !== "GET") return { session: look() };
  const looked = lookedUp.get(context) ?? { session: look(), found: new Map() };
  lookedUp.set(context, looked);
  return looked;
}

/** A desk for whoever is asking, signed in or not. A session that still owes something is nobody's. */
export async function anyone(from: From): Promise<Desk> {
  const session = await lookUp(from).session;
  return deskFor(from.context.services, session && !session.owes ? session.person : null);
}

export type SignedIn = { desk: Desk & { user: Person }; session: Session };

/**
 * A desk whose user is known. Throws a redirect to the sign-in page, which leads back here. A session that still owes
 * something gets to pages that admit it, and nowhere else.
 */
export async function signedIn(from: From, admits: readonly Owed[] = []): Promise<SignedIn> {
  const { request } = from;
  const { session: looking, found } = lookUp(from);
  const session = await looking;
  if (!session) throw redirect(paths.signIn(pageOf(request)));
  const { owes, person } = session;
  if (owes === "code" && !admits.includes(owes)) throw redirect(paths.signInCode(pageOf(request)));
  if (owes === "set-up" && !admits.includes(owes)) throw redirect(paths.secondFactor({ next: pageOf(request) }));
  const desk = { ...deskFor(from.context.services, person), user: person, ...(found && { found }) };
  return { desk, session };
}

/**
 * Lets only those pass who gave their password again in the last ten minutes. Throws a redirect to where it is asked
 * for, which leads on to `page`. Call it in the loader of a page with a sensitive form, and again in its action.
 */
export function demandConfirmed({ session, desk, request }: SignedIn & { request: Request }, page?: string): void {
  if (isConfirmed(session.confirmedAt, desk.now())) return;
  throw redirect(paths.confirm(page ?? pageOf(request) ?? new URL(request.url).pathname.replace(/\.data$/, "")));
}

type Asked = SignedIn & {
  services: Services;
  context: AppLoadContext;
  request: Request;
  url: URL;
  params: Record<string, string>;
};

async function answered<T>({ desk, services, url, params }: Asked, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof NotFound)) throw error;
    const { act } = error;
    if (act) await recordRefusal(desk, services.refusals, { act, route: routeOf(url.pathname, params) });
    throw new Response("Not found", { status: 404 });
  }
}

const asked = (args: LoaderFunctionArgs, who: SignedIn): Asked => ({
  ...who,
  services: args.context.services,
  context: args.context,
  request: args.request,
  url: new URL(args.request.url),
  params: Object.fromEntries(Object.entries(args.params).map(([name, value]) => [name, value ?? ""])),
});

/**
 * A loader for people who have signed in. What is missing or forbidden answers 404. `admits` names what a session may
 * still owe here: nothing, but for the pages where it is given.
 */
export const reading =
  <T>(work: (asked: Asked) => Promise<T>, admits: readonly Owed[] = []) =>
  async (args: LoaderFunctionArgs): Promise<T> => {
    const who = await signedIn(args, admits);
    const all = asked(args, who);
    return answered(all, () => work(all));
  };

/** Reads the form. Throws `Invalid` where a file was refused, unless the action takes `evenSome` of the files. */
type TakeForm = (how?: { evenSome?: boolean }) => Promise<Form>;

/**
 * An action for people who have signed in. `work` reads its form from `form` and returns a redirect, or what its page
 * shows next. What cannot be taken answers 422 with a message for each field, what someone else changed 409 with both
 * texts; what was typed is kept.
 */
export const changing =
  <T>(work: (asked: Asked & { form: TakeForm }) => Promise<T>, admits: readonly Owed[] = []) =>
  async (args: ActionFunctionArgs): Promise<T | ReturnType<typeof failed>> => {
    const who = await signedIn(args, admits);
    const { desk } = who;
    const { MAX_UPLOAD_MB } = args.context.services.settings;
    let read: Form | undefined;
    const form: TakeForm = async ({ evenSome = false } = {}) => {
      read ??= await readForm(args.request, desk.storage, MAX_UPLOAD_MB * 1_000_000);
      if (read.refused.length && !evenSome) throw new Invalid({ file: read.refused.map(({ why }) => why).join(" ") });
      return read;
    };
    const all = asked(args, who);
    return answered(all, async () => {
      try {
        if (args.request.method !== "POST") throw new NotFound();
        return await work({ ...all, form });
      } catch (error) {
        return failed(error, Object.fromEntries(read?.fields ?? []));
      } finally {
        // What was kept has left this place; what nobody took is forgotten.
        for (const { arrival } of read?.files ?? []) await arrival.drop();
      }
    });
  };

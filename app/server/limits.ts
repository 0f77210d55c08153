/** How often what is costly or guessable may be asked, by whom. Source: security.md 4.5. Kept in memory: a restart forgets. */
import type { NextFunction, Request, RequestHandler, Response } from "express";

import { type Services, sessionOf } from "#app/desk.server.ts";
import { Buckets, Pauses, type Rate } from "#app/platform/bucket.ts";
import { Invalid, TooMany } from "#app/platform/failure.ts";

import { addressKey, routePath } from "./address.ts";
import { refuse } from "./doors.ts";
import { Turns } from "./turns.ts";

const MINUTE = 60_000;
const perMinute = (size: number): Rate => ({ size, per: MINUTE });
const seconds = (milliseconds: number) => Math.max(1, Math.ceil(milliseconds / 1000));

/** Tries at a password or a code: by account and by address, in a row of failures ever slower. */
export class Tries {
  #accounts: Buckets;
  #addresses: Buckets;
  #pauses: Pauses | null;

  constructor(
    private readonly now: () => number,
    demo: boolean,
  ) {
    const rate = demo ? perMinute(120) : { size: 8, per: 15 * MINUTE };
    this.#accounts = new Buckets(rate);
    this.#addresses = new Buckets(rate);
    this.#pauses = demo ? null : new Pauses(3, MINUTE);
  }

  /**
   * Does `work`, which throws `Invalid` where a password or code is wrong. Throws `TooMany` before anything is done
   * where this account or address has tried too often. An address pays for failures only: an office shares one.
   */
  async at<T>(account: string, address: string, work: () => Promise<T>): Promise<T> {
    const key = account.trim().toLowerCase().slice(0, 320);
    const now = this.now();
    const held = this.#pauses?.wait(key, now) || this.#addresses.wait(address, now) || this.#accounts.take(key, now);
    if (held) throw new TooMany(seconds(held));
    this.#addresses.take(address, now);
    try {
      const result = await work();
      this.#addresses.giveBack(address, this.now());
      this.#pauses?.clear(key);
      return result;
    } catch (error) {
      if (error instanceof Invalid) this.#pauses?.fail(key, this.now());
      else this.#addresses.giveBack(address, this.now());
      throw error;
    }
  }
}

type Rule = {
  rate: Rate;
  by: "address" | "person";
  /** In the reader's words. */
  what: string;
  /** No more than one at work for each person: others wait their turn. */
  inTurn?: true;
  fits(request: Request, path: string): boolean;
};

const isExport = /^\/inspections\/[^/]+\/(pack\.zip|briefing\.\w+|briefing\/decks\/[^/]+\.\w+)$/;

/** A demonstration lets someone try every format twice without a pause. */
const rules = (demo: boolean): Rule[] => [
  {
    rate: perMinute(60),
    by: "address",
    what: "Too many requests for the list of pages.",
    fits: (_, path) => path === "/__manifest",
  },
  {
    rate: perMinute(60),
    by: "address",
    what: "Too many people went to single sign-on.",
    fits: (_, path) => path === "/sign-in/oidc",
  },
  {
    rate: perMinute(60),
    by: "person",
    what: "Too many searches in a minute.",
    fits: ({ method, query }) => method !== "POST" && Boolean(query.q),
  },
  {
    rate: perMinute(60),
    by: "person",
    what: "Too many uploads in a minute.",
    fits: (request, path) => /^\/uploads(\/|$)/.test(path) || Boolean(request.is("multipart/form-data")),
  },
  {
    rate: perMinute(demo ? 60 : 6),
    by: "person",
    what: "Too many files made in a minute.",
    inTurn: true,
    fits: ({ method }, path) => method !== "POST" && isExport.test(path),
  },
];

/** Refuses what is asked too often with 429, in words, and says when to come back. */
export function limits(services: Services): RequestHandler {
  const kept = rules(services.demo).map((rule) => ({ rule, buckets: new Buckets(rule.rate), turns: new Turns() }));
  const keyOf = async (request: Request, { by }: Rule) => {
    const session = by === "person" ? await sessionOf(request.headers.cookie, services) : null;
    return session?.person.id ?? addressKey(request.ip);
  };
  const held = async (request: Request, response: Response): Promise<boolean> => {
    const path = routePath(request.originalUrl);
    for (const { rule, buckets, turns } of kept.filter(({ rule }) => rule.fits(request, path))) {
      const key = await keyOf(request, rule);
      const wait = buckets.take(key, services.now().getTime());
      if (wait) {
        const after = new TooMany(seconds(wait), rule.what);
        response.set("Retry-After", String(after.seconds));
        refuse(response, 429, after.message);
        return true;
      }
      // Whoever has left meanwhile would never end their turn.
      if (response.closed) return true;
      if (rule.inTurn) await turns.take(key, (done) => response.once("close", done));
    }
    return false;
  };
  return (request: Request, response: Response, next: NextFunction) => {
    held(request, response).then((stopped) => {
      if (!stopped) next();
    }, next);
  };
}

/** How often what is costly or guessable may be asked, by whom. Source: security.md 4.5. Kept in memory: a restart forgets. */
import type { NextFunction, Request, RequestHandler, Response } from "express";

import { type Services, sessionOf } from "#app/desk.server.ts";
import { Buckets, type Rate } from "#app/platform/bucket.ts";
import { TooMany } from "#app/platform/failure.ts";

import { addressKey, isForUploads, routePath } from "./address.ts";
import { refuse } from "./doors.ts";
import { Turns } from "./turns.ts";

const MINUTE = 60_000;
const perMinute = (size: number): Rate => ({ size, per: MINUTE });
const seconds = (milliseconds: number) => Math.max(1, Math.ceil(milliseconds / 1000));

type Rule = {
  rate: Rate;
  by: "address" | "person";
  /** In the reader's words. */
  what: string;
  /** No more than one at work for each person: others wait their turn. */
  inTurn?: true;
  fits(request: Request, path: string): boolean;
};

const isExport =
  /^\/inspections\/[^/]+\/(pack\.zip|workbook\.\w+|summary\.pdf|briefing\.\w+|briefing\/decks\/[^/]+\.\w+)$/;

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
    fits: (request) => Boolean(request.is("multipart/form-data")),
  },
  {
    // A form holds up to 100 files; here each comes by itself.
    rate: perMinute(300),
    by: "person",
    what: "Too many uploads in a minute.",
    fits: (request) => isForUploads(request) && request.method === "POST",
  },
  {
    rate: perMinute(1200),
    by: "person",
    what: "Too many parts of uploads in a minute.",
    fits: (request) => isForUploads(request) && request.method !== "POST",
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

/**
 * Every door, tried by everyone: each route of the build × each person × each stage × page, data, the leaf's data
 * alone, and action. What should open is derived from the permission matrix; a route without a row fails.
 */
import type { ServerBuild } from "@remix-run/node";
import { sql } from "drizzle-orm";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { beforeAll, expect, test } from "vitest";

import { event } from "#db/schema/audit.ts";

import { may } from "#app/models/inspections/permission.ts";
import { sideOfPart } from "#app/models/inspections/part.ts";
import { type Stage, stages } from "#app/models/inspections/stage.ts";
import { home } from "#app/platform/home.server.ts";
import type { Who } from "#tests/support/door.ts";
import { doors } from "#tests/support/doors.ts";
import { CODE, demoServer } from "#tests/support/server.ts";
import { everyone, putAt, takeOut, type Viewer } from "#tests/support/viewers.ts";

const server = demoServer();
type Route = { id: string; path: string; loader: boolean; action: boolean; page: boolean };
let routes: Route[] = [];
let viewers: Viewer[] = [];
let places: Record<string, string> = {};

beforeAll(async () => {
  const first = (pattern: RegExp, page = "") => pattern.exec(page)?.[1] ?? "missing";
  const build = (await import(pathToFileURL(join(home, "build/server/index.js")).href)) as ServerBuild;
  const pathOf = (id: string): string => {
    const { parentId, path = "" } = build.routes[id] ?? {};
    return `${parentId ? pathOf(parentId) : ""}${path && `/${path}`}`;
  };
  routes = Object.values(build.routes)
    .filter((route) => route !== undefined)
    .map(({ id, module }) => ({
      id,
      path: pathOf(id) || "/",
      loader: module.loader !== undefined,
      action: module.action !== undefined,
      page: module.default !== undefined,
    }));
  viewers = await everyone(server);
  const lead = viewers.find(({ name }) => name === "lead")?.client;
  const line = (await lead?.page(`/inspections/${CODE}/lines/1.3`)) ?? "";
  const list = (await lead?.page(`/inspections/${CODE}/evidence`)) ?? "";
  const team = (await lead?.page(`/inspections/${CODE}/team`)) ?? "";
  const timetable = await lead?.page(`/inspections/${CODE}/fieldwork`);
  const drafts = await lead?.page(`/inspections/${CODE}/requests?show=drafts`);
  const comments = await lead?.page(`/inspections/${CODE}/comments`);
  const manager = viewers.find(({ name }) => name === "manager")?.client;
  const gaps = await manager?.page(`/inspections/${CODE}/gaps`);
  const improvements = await manager?.page(`/inspections/${CODE}/improvements`);
  const improvement = first(/improvements\/([0-9a-f-]{36})"/, improvements);
  const plan = await manager?.page(`/inspections/${CODE}/improvements/${improvement}`);
  const interviewees = await manager?.page(`/inspections/${CODE}/interviewees`);
  const people = await viewers.find(({ name }) => name === "admin")?.client.page("/admin/people");
  places = {
    gap: first(/gaps\/([0-9a-f-]{36})"/, gaps),
    improvement,
    measure: first(/measures\/([0-9a-f-]{36})"/, plan),
    interviewee: first(/interviewees\/([0-9a-f-]{36})"/, interviewees),
    finding: first(/<li class="finding" id="([^"]+)"/, line),
    citation: first(/citations\/([^/]+)\/withdrawal/, line),
    evidence: first(/evidence\/([0-9a-f-]{36})"/, list),
    member: first(/team\/([0-9a-f-]{36})"/, team),
    visit: first(/fieldwork\/([0-9a-f-]{36})"/, timetable),
    draft: first(/drafts\/([0-9a-f-]{36})"/, drafts),
    area: first(/areas\/([0-9a-f-]{36})\/request/, line),
    comment: first(/comments\/([0-9a-f-]{36})\/resolution/, comments),
    person: first(/admin\/people\/([0-9a-f-]{36})"/, people),
  };
}, 60_000);

/** The route's address with a real thing in each place. */
const addressOf = ({ id, path }: Route): string =>
  path
    .replace(":code", CODE)
    .replace(":ref", "1.3")
    .replace(":number", "1")
    .replace(":subject", "line")
    .replace(":slug", "supporting-people-2007")
    .replace(":other", "cqc-local-authority-2023")
    .replace(":page", "getting-started")
    .replace(":deck", "opening")
    .replace(":token", "no-such-token")
    .replace(":id", places[doors[id]?.place ?? ""] ?? "missing")
    .replace(":name", "uncited")
    .replace(":measure", places.measure ?? "missing")
    .replace(":seq", "1")
    .replace("*", "no-such-page");

function opens(who: Who, viewer: Viewer, stage: Stage, own = false): boolean {
  if (who === "everyone") return true;
  if (who === "nobody") return false;
  if (who === "signed-in") return viewer.account !== "nobody";
  if (who === "admin") return viewer.account === "admin";
  if (who === "lead account") return viewer.account === "lead";
  if (viewer.part === null || (own && sideOfPart(viewer.part) !== "council")) return false;
  return may(viewer.part, who, stage);
}

/** Opened: an answer of its own. Shut: 404, or for those who have not signed in a way to do so. */
function verdict(answer: Response, body: string): "open" | "shut" | "odd" {
  const to = answer.headers.get("Location") ?? (answer.status === 202 ? body : "");
  if (to.includes("/sign-in?") || to.includes('/sign-in"') || /\/sign-in$/.test(to)) return "shut";
  if (answer.status === 404) return "shut";
  return answer.status < 400 || [400, 409, 416, 422].includes(answer.status) ? "open" : "odd";
}

const kinds = (route: Route, address: string) => {
  const data = `${address === "/" ? "/_root" : address}.data`;
  return [
    { kind: "page", path: address },
    ...(route.page
      ? [
          { kind: "data", path: data },
          { kind: "leaf", path: `${data}?_routes=${encodeURIComponent(route.id)}` },
        ]
      : []),
  ];
};

/**
 * A door that is open is tried by its page, when it opens and once published: drawing pages is what takes time here. One
 * that is shut is tried every way, and where the stage before was the same to someone, by its page, at two later stages:
 * that the stages of each act are the right ones is for the test of the matrix.
 */
function waysAt(who: Who, viewer: Viewer, stage: Stage, own: boolean, ways: { kind: string; path: string }[]) {
  const before = stages[stages.indexOf(stage) - 1];
  const open = opens(who, viewer, stage, own);
  const same = before !== undefined && opens(who, viewer, before, own) === open;
  if (same && open && stage !== "published") return [];
  if (same && !["shared", "published"].includes(stage)) return [];
  return same || open ? ways.slice(0, 1) : ways;
}

const stagesFor = (who: Who): readonly Stage[] =>
  ["everyone", "nobody", "signed-in", "admin", "lead account"].includes(who) ? ["draft"] : stages;

test("every route of the build has a row in the table of doors, and no row is without a route", () => {
  expect(routes.map(({ id }) => id).filter((id) => !(id in doors))).toEqual([]);
  expect(Object.keys(doors).filter((id) => !routes.some((route) => route.id === id))).toEqual([]);
  expect(Object.values(places)).not.toContain("missing");
});

test("what each person may read opens, and everything else looks as if it were not there", async () => {
  const wrong: string[] = [];
  for (const stage of stages) {
    await putAt(server.services, stage);
    for (const route of routes.filter(({ loader }) => loader)) {
      const { read, lands, own, costs } = doors[route.id] ?? {};
      if (!read || !stagesFor(read).includes(stage)) continue;
      const ways = kinds(route, addressOf(route));
      const tries = viewers
        .filter(asksFor(read, stage, costs))
        .flatMap((viewer) => waysAt(read, viewer, stage, own === "all", ways).map((way) => ({ viewer, ...way })));
      await Promise.all(
        tries.map(async ({ viewer, kind, path }) => {
          const answer = await viewer.client.get(path);
          const got = verdict(answer, await answer.text());
          const expected = opens(read, viewer, stage, own === "all") ? (lands ?? "open") : "shut";
          if (got === expected) return;
          wrong.push(`${stage} ${viewer.name} ${kind} ${path}: ${got} (${answer.status}), not ${expected}`);
        }),
      );
    }
  }
  expect(wrong).toEqual([]);
}, 300_000);

/** Who opens what is open to them: partners may do what inspectors may, which a test of the matrix holds. */
const openers = {
  draft: ["lead", "inspector", "reviewer", "officer", "manager"],
  later: ["lead", "officer", "manager"],
};

/** Everyone tries what is shut to them; what is open is opened by some, and files that take long by one of each side. */
const asksFor =
  (read: Who, stage: Stage, costs = false) =>
  (viewer: Viewer): boolean => {
    if (!opens(read, viewer, stage) || viewer.part === null) return true;
    return (costs ? ["lead", "officer"] : openers[stage === "draft" ? "draft" : "later"]).includes(viewer.name);
  };

const countOf = async () => {
  const [row] = await server.services.store.read
    .select({ n: sql<number>`count(*)` })
    .from(event)
    .where(sql`${event.action} not in ('access.refuse', 'session.refuse')`);
  return row?.n ?? 0;
};

test("what a person may not do answers 404 and changes nothing, by page and by data", async () => {
  const wrong: string[] = [];
  for (const stage of stages) {
    await putAt(server.services, stage);
    for (const route of routes.filter(({ action }) => action)) {
      const { write, own } = doors[route.id] ?? {};
      if (!write || !stagesFor(write).includes(stage)) continue;
      const ways = kinds(route, addressOf(route)).filter(({ kind }) => kind !== "leaf");
      const before = await countOf();
      for (const viewer of viewers) {
        if (opens(write, viewer, stage, own !== undefined)) continue;
        for (const { path } of waysAt(write, viewer, stage, own !== undefined, ways)) {
          const answer = await viewer.client.post(path, { text: "x", kind: "strength", level: "1", reason: "x" });
          const got = verdict(answer, await answer.text());
          if (got !== "shut") wrong.push(`${stage} ${viewer.name} ${path}: ${got} (${answer.status})`);
        }
      }
      if ((await countOf()) !== before) wrong.push(`${stage} ${route.id}: something was changed`);
    }
  }
  expect(wrong).toEqual([]);
}, 300_000);

test("what a person may do is not refused", async () => {
  const wrong: string[] = [];
  for (const stage of ["draft", "shared"] as const) {
    await putAt(server.services, stage);
    for (const route of routes.filter(({ action }) => action)) {
      const { write, spends, own } = doors[route.id] ?? {};
      if (!write || spends || !stagesFor(write).includes(stage)) continue;
      for (const viewer of viewers.filter((each) => opens(write, each, stage, own !== undefined))) {
        // Nothing typed: every form says what it needs, and none says that it is not there.
        const answer = await viewer.client.post(addressOf(route), {});
        const got = verdict(answer, await answer.text());
        if (got !== "open") wrong.push(`${stage} ${viewer.name} ${addressOf(route)}: ${got} (${answer.status})`);
      }
    }
  }
  expect(wrong).toEqual([]);
}, 120_000);

test("a part that ends, and a stage that changes, count on the next request", async () => {
  const client = viewers.find(({ name }) => name === "inspector")?.client;
  const officer = viewers.find(({ name }) => name === "officer")?.client;
  await putAt(server.services, "draft");
  expect((await client?.get(`/inspections/${CODE}/lines/1.3`))?.status).toBe(200);
  expect((await officer?.get(`/inspections/${CODE}/lines/1.3`))?.status).toBe(404);
  await putAt(server.services, "published");
  expect((await officer?.get(`/inspections/${CODE}/lines/1.3`))?.status).toBe(200);
  await putAt(server.services, "draft");
  expect((await officer?.get(`/inspections/${CODE}/lines/1.3`))?.status).toBe(404);
  await takeOut(server.services, "inspector");
  expect((await client?.get(`/inspections/${CODE}/lines/1.3`))?.status).toBe(404);
});

/** Every route of the built product, as an address to ask for. */
import type { ServerBuild } from "@remix-run/node";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

import { home } from "#app/platform/home.server.ts";

import { CODE } from "./server.ts";

export type BuiltRoute = {
  id: string;
  /** With something in place of each parameter. */
  path: string;
  page: boolean;
  reads: boolean;
  acts: boolean;
};

const stand: Record<string, string> = {
  code: CODE,
  ref: "1.3",
  number: "1",
  name: "uncited",
  subject: "line",
  deck: "opening",
  slug: "supporting-people-2007",
  other: "cqc-local-authority-2023",
};

export async function builtRoutes(): Promise<BuiltRoute[]> {
  const { routes } = (await import(pathToFileURL(join(home, "build/server/index.js")).href)) as ServerBuild;
  const pathOf = (id: string | undefined): string => {
    const route = id === undefined ? undefined : routes[id];
    return route ? [pathOf(route.parentId), route.path].filter(Boolean).join("/") : "";
  };
  return Object.values(routes).flatMap((route) => {
    if (!route) return [];
    const path = pathOf(route.id).replace(/:(\w+)\??/g, (_, name: string) => stand[name] ?? "x");
    const { module } = route;
    return [
      {
        id: route.id,
        path: `/${path}`,
        page: module.default !== undefined,
        reads: module.loader !== undefined,
        acts: module.action !== undefined,
      },
    ];
  });
}

/**
 * The part of the build that can answer an address. Remix ranks every route anew several times for each request, which
 * with two hundred routes took a quarter of a page's time: it is given the few that fit, and decides among them.
 */
import type { ServerBuild } from "@remix-run/node";

type Branch = {
  /** The route and those around it. */
  ids: string[];
  segments: string[];
};

const segmentsOf = (path: string): string[] => path.split("/").filter(Boolean);

function branchesOf({ routes }: ServerBuild): Branch[] {
  const branch = (id: string): Branch => {
    const { parentId, path = "" } = routes[id] ?? {};
    const around = parentId ? branch(parentId) : { ids: [], segments: [] };
    return { ids: [...around.ids, id], segments: [...around.segments, ...segmentsOf(path.toLowerCase())] };
  };
  return Object.keys(routes).map(branch);
}

/** Whether an address might be the branch's: never no where Remix would say yes. */
function fits({ segments }: Branch, asked: string[]): boolean {
  const open = segments.at(-1) === "*";
  const fixed = open ? segments.slice(0, -1) : segments;
  if (open ? asked.length < fixed.length : asked.length !== fixed.length) return false;
  return fixed.every((segment, n) => segment.startsWith(":") || segment === asked[n]);
}

const pick = <T>(from: Record<string, T>, ids: ReadonlySet<string>): Record<string, T> =>
  Object.fromEntries(Object.entries(from).filter(([id]) => ids.has(id)));

const part = (build: ServerBuild, ids: ReadonlySet<string>): ServerBuild => ({
  ...build,
  routes: pick(build.routes, ids),
  assets: { ...build.assets, routes: pick(build.assets.routes, ids) },
});

/** What answers requests for an address: `handlerOf` makes it, once for each set of routes, of a build with only those. */
export function byBranch<T>(build: ServerBuild, handlerOf: (build: ServerBuild) => T): (pathname: string) => T {
  const branches = branchesOf(build);
  const made = new Map<string, T>();
  const whole = handlerOf(build);
  return (pathname) => {
    // Asked by scripts about pages to come: about any of them.
    if (pathname === "/__manifest" || /%|\/\//.test(pathname)) return whole;
    const path = pathname.replace(/\.data$/, "").replace(/^\/_root$/, "/");
    const fitting = branches.filter((branch) => fits(branch, segmentsOf(path.toLowerCase())));
    const ids = new Set(fitting.flatMap((branch) => branch.ids));
    const key = [...ids].join();
    const handler = made.get(key) ?? handlerOf(part(build, ids));
    made.set(key, handler);
    return handler;
  };
}

/** In place of an audit that needs a service: no package that runs is older than the newest advisory that we know of. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const root = new URL("..", import.meta.url).pathname;

type Locked = { version?: string; dev?: boolean };
const lock = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")) as { packages: Record<string, Locked> };

/**
 * The lowest version outside each advisory, or the only one. Each was read in the advisory, in the package's own list of
 * changes, or where its maintainers say so; what could not be shown is not here. The last look was in November 2026.
 */
const LOWEST: Record<string, { from: string; because: string; before?: string }> = {
  "@remix-run/node": { from: "2.17.5", because: "CVE-2025-61686; the origin check" },
  "@remix-run/react": { from: "2.17.5", because: "GHSA-3cgp-3xvw-98x8, GHSA-8v8x-cx79-35w7" },
  "@remix-run/router": { from: "1.23.3", because: "CVE-2026-22029, GHSA-2w69-qvjg-hvjx" },
  "@remix-run/server-runtime": { from: "2.17.5", because: "CVE-2026-42342, GHSA-84g9-w2xq-vcv6" },
  "react-router": { from: "6.30.4", because: "CVE-2026-22029" },
  "better-sqlite3": { from: "12.11.1", because: "SQLite 3.53.2 in it: CVE-2025-6965, CVE-2025-70873" },
  "body-parser": { from: "1.20.9", because: "CVE-2026-111181, GHSA-v422-hmwv-36x6" },
  busboy: { from: "1.6.0", because: "dicer, which it no longer needs: CVE-2022-24434" },
  compression: { from: "1.8.1", because: "on-headers in it: CVE-2025-7339" },
  "drizzle-orm": { from: "0.45.2", because: "CVE-2026-39356" },
  express: { from: "4.21.1", because: "cookie in it: CVE-2024-47764" },
  nodemailer: { from: "9.1.0", because: "GHSA-2x7j-588g-ccc2, CVE-2025-14874" },
  "on-headers": { from: "1.1.0", because: "CVE-2025-7339" },
  "path-to-regexp": { from: "0.1.13", because: "CVE-2026-4867, CVE-2024-52798" },
  "pdfjs-dist": { from: "4.2.67", before: "5.6.83", because: "CVE-2024-4367; CVE-2026-16633 from 5.6.83 to 6.2.107" },
  postcss: { from: "8.4.31", because: "CVE-2023-44270" },
  qs: { from: "6.16.0", because: "CVE-2026-82562, CVE-2026-2391, CVE-2025-15284" },
  "sanitize-html": { from: "2.17.5", because: "CVE-2026-53606, CVE-2026-44990" },
  "serve-static": { from: "1.16.0", because: "GHSA-cm22-4g7w-348p" },
  undici: { from: "6.27.0", because: "CVE-2026-12151" },
};

/** Packages with advisories that no version on the registry is without, and those that read hostile files without a limit. */
const FORBIDDEN = ["xlsx", "exceljs", "officeparser", "adm-zip", "csurf", "sqlite3", "request"];

const nameOf = (path: string) => path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);

const running = Object.entries(lock.packages)
  .filter(([path, { dev }]) => path && !dev)
  .map(([path, { version = "" }]) => ({ name: nameOf(path), version }));

/** Whether `version` comes before `other`; a version before a release comes before the release. */
function isBefore(version: string, other: string): boolean {
  const [a = "", preA] = version.split("-");
  const [b = "", preB] = other.split("-");
  const [left, right] = [a, b].map((each) => each.split(".").map(Number));
  const at = [0, 1, 2].find((n) => left?.[n] !== right?.[n]);
  if (at === undefined) return preA !== undefined && preB === undefined;
  return (left?.[at] ?? 0) < (right?.[at] ?? 0);
}

const isWrong = ({ name, version }: { name: string; version: string }) => {
  const rule = LOWEST[name];
  if (!rule) return false;
  return isBefore(version, rule.from) || (rule.before !== undefined && !isBefore(version, rule.before));
};

test("no package that runs lies within an advisory that we know of", () => {
  const wrong = running.filter(isWrong);
  expect(wrong.map(({ name, version }) => `${name} ${version}: ${LOWEST[name]?.because}`)).toEqual([]);
});

test("what the list speaks of is installed, so that no line of it is about nothing", () => {
  const names = new Set(running.map(({ name }) => name));
  expect(Object.keys(LOWEST).filter((name) => !names.has(name))).toEqual([]);
});

test("no package that cannot be made safe is there, not even to build or to test", () => {
  const names = new Set(Object.keys(lock.packages).map(nameOf));
  expect(FORBIDDEN.filter((name) => names.has(name))).toEqual([]);
});

test.each([
  ["pdfjs-dist", "5.6.205", true],
  ["pdfjs-dist", "5.5.207", false],
  ["qs", "6.9.9", true],
  ["qs", "6.16.0", false],
  ["qs", "6.16.0-rc.1", true],
  ["qs", "10.0.0", false],
])("%s %s is refused: %s", (name, version, refused) => {
  expect(isWrong({ name, version })).toBe(refused);
});

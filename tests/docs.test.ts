/** What README says of commands, settings and folders is there, and what is there it names. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const root = new URL("..", import.meta.url).pathname;
const read = (path: string) => readFileSync(join(root, path), "utf8");
const readme = read("README.md");
const manifest = JSON.parse(read("package.json")) as {
  scripts: Record<string, string>;
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
};

test("README names every script, and every script that it names is there", () => {
  const named = [...readme.matchAll(/npm (?:run )?([a-z]+)(?=[\s`])/g)].map(([, name]) => name ?? "");
  const missing = Object.keys(manifest.scripts).filter((name) => !named.includes(name));
  expect(missing).toEqual([]);
  expect(named.filter((name) => !["ci", "run", "i"].includes(name) && !(name in manifest.scripts))).toEqual([]);
});

test("README names every setting that is read, and no other", () => {
  const settings = [...read("app/platform/env.ts").matchAll(/^ {2}([A-Z][A-Z_]+):/gm)].map(([, name]) => name);
  const table = readme.slice(readme.indexOf("## Settings"), readme.indexOf("## Running it for real"));
  const named = [...table.matchAll(/`([A-Z][A-Z_]+)`/g)].map(([, name]) => name);
  expect([...new Set(named)].sort()).toEqual([...new Set(settings)].sort());
});

test("README says why each package that the product runs on is there", () => {
  const reasons = readme.slice(readme.indexOf("## Why each package"), readme.indexOf("## Decisions"));
  const named = [...reasons.matchAll(/^\| ([^|]+) \|/gm)].flatMap(([, names]) => (names ?? "").split(", "));
  expect(Object.keys(manifest.dependencies).filter((name) => !named.includes(name))).toEqual([]);
});

test("README names every command", () => {
  const names = [...read("app/cli/main.ts").matchAll(/^ {2}"?([a-z ]+)"?: async/gm)].map(([, name]) => name);
  expect(names.length).toBeGreaterThan(15);
  const table = readme.slice(readme.indexOf("| command line |"));
  expect(names.filter((name) => !table.includes(`\`${name}`))).toEqual([]);
});

test("versions are pinned, and what is kept back for a reason is not newer than that", () => {
  const all = { ...manifest.dependencies, ...manifest.devDependencies };
  expect(Object.entries(all).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
});

test("the folders of the tour are there", () => {
  const tour = readme.slice(readme.indexOf("## A tour"), readme.indexOf("## Glossary"));
  const folders = [...tour.matchAll(/^\| `([^`]+)` \|/gm)].map(([, path]) => path ?? "");
  expect(folders.length).toBeGreaterThan(8);
  expect(folders.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

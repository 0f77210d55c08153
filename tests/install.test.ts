/** What the help says of installing is there: files, settings, commands and units of systemd. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";

const root = new URL("..", import.meta.url).pathname;
const read = (path: string) => readFileSync(join(root, path), "utf8");
const help = ["install", "operate"].map((page) => read(`content/help/${page}.md`)).join("\n");
const blocks = [...help.matchAll(/```(\w*)\n([\s\S]*?)```/g)].map(([, language, text = ""]) => ({ language, text }));
const units = blocks.filter(({ language }) => language === "ini");

const unitOf = (name: string) => units.find(({ text }) => text.startsWith(`# ${name}\n`))?.text ?? "";

test("every setting that the help or the Dockerfile gives is one that is read", () => {
  const known = [...read("app/platform/env.ts").matchAll(/^ {2}([A-Z][A-Z_]+):/gm)].map(([, name]) => name);
  const given = [
    ...blocks.flatMap(({ text }) => [...text.matchAll(/^([A-Z][A-Z_]+)=|-e ([A-Z_]+)=/gm)]),
    ...read("Dockerfile").matchAll(/(?:^ENV |(?<=\S) )([A-Z][A-Z_]+)=/gm),
  ].map(([, one, other]) => one ?? other);
  expect(given.length).toBeGreaterThan(12);
  expect(given.filter((name) => name !== "NODE_ENV" && !known.includes(name))).toEqual([]);
});

test("every command that the help gives is one that there is", () => {
  const names = [...read("app/cli/main.ts").matchAll(/^ {2}"?([a-z ]+)"?: async/gm)].map(([, name]) => name ?? "");
  const given = [...help.matchAll(/(?:^throughline |`throughline |bin\/throughline )([^\n`]+)/gm)].map(
    ([, words]) => words ?? "",
  );
  expect(given.length).toBeGreaterThan(6);
  expect(given.filter((words) => !names.some((name) => `${words} `.startsWith(`${name} `)))).toEqual([]);
});

test("what the Dockerfile copies is there, and it runs a Node that the product runs on", () => {
  const file = read("Dockerfile");
  const copied = [...file.matchAll(/^COPY (?:--from=build )?(.+) \S+$/gm)].flatMap(([, sources = ""]) =>
    sources.split(" ").map((source) => source.replace(/^\/app\//, "")),
  );
  const made = ["build", "node_modules"];
  expect(copied.length).toBeGreaterThan(7);
  expect(copied.filter((path) => !made.includes(path) && !existsSync(join(root, path)))).toEqual([]);
  const engines = /"node": "([^"]+)"/.exec(read("package.json"))?.[1] ?? "";
  const majors = [...engines.matchAll(/\^(\d+)/g)].map(([, major]) => major);
  for (const [, major] of file.matchAll(/^FROM node:(\d+)/gm)) expect(majors).toContain(major);
});

test("the server may write its data and nothing else, and has longer to stop than it takes", () => {
  const unit = unitOf("throughline.service");
  expect(unit).toMatch(/^ProtectSystem=strict$/m);
  expect(unit).toMatch(/^ReadWritePaths=\/var\/lib\/throughline$/m);
  const grace = Number(/const GRACE = (\d+)_000/.exec(read("app/server/main.ts"))?.[1]);
  expect(Number(/^TimeoutStopSec=(\d+)$/m.exec(unit)?.[1])).toBeGreaterThan(grace);
  expect(units.length).toBe(3);
});

const canVerify = spawnSync("systemd-analyze", ["--version"]).error === undefined;

test.skipIf(!canVerify)("systemd finds nothing wrong with the units", () => {
  const folder = mkdtempSync(join(tmpdir(), "throughline-units-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const { text } of units) {
    const [, name = ""] = /^# (\S+)/.exec(text) ?? [];
    // The programs stand elsewhere here; that they are there is not what is asked.
    writeFileSync(join(folder, name), text.replace(/^(ExecStart=)\S+/m, `$1${process.execPath}`));
  }
  const { status, stdout, stderr } = spawnSync(
    "systemd-analyze",
    [
      "verify",
      "--man=no",
      "--recursive-errors=no",
      ...units.map(({ text }) => join(folder, /^# (\S+)/.exec(text)![1]!)),
    ],
    { encoding: "utf8" },
  );
  expect(`${stdout}${stderr}`.split("\n").filter((line) => line.includes(folder))).toEqual([]);
  expect(status).toBe(0);
});

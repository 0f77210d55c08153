/** The house holds: floors import only what stands below them, chapters only what came before, names tell purity. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";

const root = new URL("..", import.meta.url).pathname;

const CHAPTERS =
  "audit accounts frameworks inspections evidence findings ratings fieldwork requests search readiness briefing accuracy".split(
    " ",
  );

const walk = (folder: string): string[] =>
  readdirSync(join(root, folder)).flatMap((name) => {
    const path = join(folder, name);
    return statSync(join(root, path)).isDirectory() ? walk(path) : [path];
  });

const files = ["app", "db"]
  .flatMap(walk)
  .filter((path) => /\.(ts|tsx|mjs)$/.test(path) && !/\.test\.tsx?$|\.d\.ts$/.test(path));

function importsOf(path: string): string[] {
  const { importedFiles } = ts.preProcessFile(readFileSync(join(root, path), "utf8"), true, true);
  return importedFiles.flatMap(({ fileName }) => {
    if (fileName.startsWith("#")) return [fileName.slice(1)];
    if (fileName.startsWith(".")) return [relative(root, join(root, dirname(path), fileName))];
    return [];
  });
}

type Floor = "pure" | "db" | "platform" | "command" | "desk" | "ui" | "top";

function floorOf(path: string): Floor {
  if (path.startsWith("db/")) return "db";
  if (path.startsWith("app/platform/")) return "platform";
  if (path.startsWith("app/models/")) return path.endsWith(".server.ts") ? "command" : "pure";
  if (path === "app/paths.ts") return "pure";
  if (path === "app/desk.server.ts") return "desk";
  if (path.startsWith("app/ui/")) return "ui";
  return "top";
}

const MAY_IMPORT: Record<Floor, readonly Floor[]> = {
  pure: ["pure"],
  db: ["db", "pure"],
  platform: ["platform", "pure", "db"],
  command: ["command", "pure", "db", "platform"],
  desk: ["desk", "command", "pure", "db", "platform"],
  // Types of the platform's answers, such as what a failed form sends back, are what a page draws.
  ui: ["ui", "pure", "platform"],
  top: ["top", "ui", "desk", "command", "pure", "platform"],
};

const chapterOf = (path: string) => /^app\/models\/([^/]+)\//.exec(path)?.[1];

test("a floor imports only floors below it", () => {
  const wrong = files.flatMap((path) =>
    importsOf(path)
      .filter((target) => !/\.(css|json)|\?url$/.test(target) && !MAY_IMPORT[floorOf(path)].includes(floorOf(target)))
      .map((target) => `${path} (${floorOf(path)}) imports ${target} (${floorOf(target)})`),
  );
  expect(wrong).toEqual([]);
});

test("a chapter imports only itself and chapters before it", () => {
  const wrong = files.flatMap((path) => {
    const chapter = chapterOf(path);
    if (!chapter) return [];
    return importsOf(path)
      .filter((target) => CHAPTERS.indexOf(chapterOf(target) ?? chapter) > CHAPTERS.indexOf(chapter))
      .map((target) => `${path} imports ${target}`);
  });
  expect(wrong).toEqual([]);
  const unknown = files.map(chapterOf).filter((chapter) => chapter && !CHAPTERS.includes(chapter));
  expect([...new Set(unknown)]).toEqual([]);
});

test("files have names that say what they hold", () => {
  const vague = /(^|\/)(utils?|helpers?|common|lib|misc|index)(\/|\.|$)/;
  expect(files.filter((path) => vague.test(path))).toEqual([]);
});

test("only routes, configs and entries export by default", () => {
  const allowed = /^app\/(routes\/|routes\.ts|root\.tsx|entry\.)|\.config\.ts$/;
  const wrong = files.filter(
    (path) => !allowed.test(path) && /^export default\b/m.test(readFileSync(join(root, path), "utf8")),
  );
  expect(wrong).toEqual([]);
});

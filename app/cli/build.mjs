/**
 * Builds the pages (Remix) and the programs (server and command line). With `--if-needed`, only what is older than
 * its sources; with `--programs`, the programs alone. Without the build tools (a production install), uses what is built.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const ifNeeded = process.argv.includes("--if-needed");
const programsOnly = process.argv.includes("--programs");

/** @type {(path: string) => number} */
const newest = (path) => {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
};

const sources = ["app", "db", "public", "package.json", "vite.config.ts", "remix.config.js"];

/** @type {(stamp: string) => boolean} */
const current = (stamp) => {
  const path = join(root, "build", stamp);
  return existsSync(path) && statSync(path).mtimeMs > Math.max(...sources.map((name) => newest(join(root, name))));
};

/** @type {(stamp: string, work: () => void) => void} */
const make = (stamp, work) => {
  if (ifNeeded && current(stamp)) return;
  work();
  writeFileSync(join(root, "build", stamp), "");
};

if (existsSync(join(root, "node_modules/@remix-run/dev"))) {
  mkdirSync(join(root, "build"), { recursive: true });
  if (!programsOnly) {
    make(".pages", () => {
      const remix = join(root, "node_modules/@remix-run/dev/dist/cli.js");
      const words = [remix, "vite:build", "--logLevel", "warn"];
      const { status } = spawnSync(process.execPath, words, { cwd: root, stdio: ["ignore", 2, 2] });
      if (status !== 0) process.exit(1);
    });
  }
  const { buildSync } = await import("esbuild");
  // What is many small files is quicker to load as part of the program. vite.config.ts does the same for the pages.
  const inside = ["drizzle-orm", "zod"];
  /** @type {Record<string, Record<string, string>>} */
  const { dependencies, devDependencies, optionalDependencies } = JSON.parse(
    readFileSync(join(root, "package.json"), "utf8"),
  );
  const outside = Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies });
  /** The program that reads files may see no file but its own, so each program is split by itself. @type {(name: string, from: string) => void} */
  const program = (name, from) => {
    buildSync({
      absWorkingDir: root,
      entryPoints: { [name]: from },
      bundle: true,
      external: outside.filter((name) => !inside.includes(name)),
      platform: "node",
      target: "node20",
      format: "esm",
      splitting: name === "main",
      sourcemap: true,
      jsx: "automatic",
      outdir: "build/programs",
      logLevel: "warning",
    });
  };
  make(".programs", () => {
    program("main", "app/cli/main.ts");
    program("extract", "app/server/extract.ts");
  });
} else if (!existsSync(join(root, "build/programs"))) {
  console.error("Nothing is built yet, and the build tools are not installed. Run `npm ci && npm run build` first.");
  process.exit(1);
}

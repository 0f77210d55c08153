/** Where the program that reads text is: built with the rest, or made from the source tree while the product is tested. */
import { existsSync } from "node:fs";
import { mkdir, rename } from "node:fs/promises";
import { join } from "node:path";

import { home } from "./home.server.ts";

const built = join(home, "build/programs/extract.js");

/** Run from the source tree, what is built may be older than what is tested. */
const fromSource = import.meta.url.endsWith(".ts");

/** The path of the program. Throws where it was never built. */
export async function extractProgram(): Promise<string> {
  if (fromSource) return bundle();
  if (!existsSync(built)) throw new Error(`${built} is missing. Run \`npm run build\`.`);
  return built;
}

async function bundle(): Promise<string> {
  const { build } = await import("esbuild");
  const folder = join(home, ".cache/extract");
  await mkdir(folder, { recursive: true });
  const made = join(folder, `${process.pid}.js`);
  await build({
    absWorkingDir: home,
    entryPoints: ["app/server/extract.ts"],
    bundle: true,
    packages: "external",
    platform: "node",
    target: "node20",
    format: "esm",
    outfile: made,
    logLevel: "warning",
  });
  const path = join(folder, "extract.js");
  await rename(made, path);
  return path;
}

/** Bundles the bench and runs it: its parts are TypeScript, which Node 20 does not read. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { buildSync } from "esbuild";

const root = fileURLToPath(new URL("../..", import.meta.url));
const out = join(root, ".cache/bench");
buildSync({
  absWorkingDir: root,
  entryPoints: { run: "tests/bench/run.ts", limit: "tests/bench/limits/server.ts" },
  bundle: true,
  packages: "external",
  platform: "node",
  target: "node20",
  format: "esm",
  outdir: out,
});
const { status } = spawnSync(process.execPath, [join(out, "run.js"), ...process.argv.slice(2)], {
  cwd: root,
  stdio: "inherit",
  // Set before Node starts: React's development build would be timed otherwise.
  env: { ...process.env, NODE_ENV: "production" },
});
process.exitCode = status ?? 1;

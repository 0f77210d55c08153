/**
 * Everything that `npm test` means, in order: format, lint, types and unused code together, unit tests, build, faults, http, browser.
 * `--fast` stops before the build. Each tool counts as one; the last line is "N passed, N failed".
 */
import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const reports = join(root, ".cache/reports");
const total = { passed: 0, failed: 0 };

/** @type {(title: string, ok: boolean, began: number) => boolean} */
const told = (title, ok, began) => {
  console.log(`${ok ? "ok" : "FAILED"}  ${title} (${Math.round((Date.now() - began) / 100) / 10} s)\n`);
  return ok;
};

/** @type {(title: string, words: string[]) => boolean} */
const run = (title, words) => {
  const began = Date.now();
  const { status } = spawnSync(process.execPath, words, { cwd: root, stdio: "inherit" });
  return told(title, status === 0, began);
};

/** A tool beside others: what it says is shown when it ends. @type {(title: string, words: string[]) => Promise<void>} */
const tool = (title, words) =>
  new Promise((done) => {
    const began = Date.now();
    const child = spawn(process.execPath, words, { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (words) => (said += words));
    child.on("close", (code) => {
      process.stdout.write(said);
      total[told(title, code === 0, began) ? "passed" : "failed"]++;
      done();
    });
  });

/** @type {(project: string) => void} */
const vitest = (project) => {
  const report = join(reports, `${project}.json`);
  rmSync(report, { force: true });
  const words = ["node_modules/vitest/vitest.mjs", "run", "--config", "tests/vitest.config.ts", "--project", project];
  const passed = run(project, [...words, "--reporter=default", "--reporter=json", `--outputFile.json=${report}`]);
  /** @type {{ numPassedTests: number; numFailedTests: number }} */
  let counts = { numPassedTests: 0, numFailedTests: 0 };
  try {
    counts = JSON.parse(readFileSync(report, "utf8"));
  } catch {
    console.log(`The ${project} tests left no report.`);
  }
  total.passed += counts.numPassedTests;
  // A run can fail with no failed test: a file that does not load, an error outside a test, no test at all.
  total.failed += passed ? 0 : Math.max(1, counts.numFailedTests);
};

mkdirSync(reports, { recursive: true });
await Promise.all([
  tool("format", ["node_modules/prettier/bin/prettier.cjs", "--check", "--log-level", "warn", "."]),
  tool("lint", ["node_modules/eslint/bin/eslint.js", "."]),
  tool("types", ["node_modules/typescript/bin/tsc", "--noEmit", "-p", "."]),
  tool("unused code", ["node_modules/knip/bin/knip.js", "--no-progress"]),
]);
vitest("unit");
vitest("formats");
if (!process.argv.includes("--fast")) {
  vitest("slow");
  await tool("build", ["app/cli/build.mjs"]);
  vitest("faults");
  vitest("http");
  vitest("e2e");
}
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed ? 1 : 0;

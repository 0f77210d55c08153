import { defineConfig } from "vitest/config";

const root = new URL("..", import.meta.url).pathname;
const demo = ["tests/support/demo.ts"];
// Left to itself, vitest keeps one processor free, which on a small machine is half of them.
const shared = { root, env: { TZ: "Europe/London" }, setupFiles: ["tests/support/strict.ts"], maxWorkers: "100%" };

// Files share their modules: a fresh load of them for each file costs more than the tests themselves.
const quick = { ...shared, isolate: false, pool: "threads" as const };

/** Reading the formats of other programs: a chapter of its own in all but name. */
const formats = "app/models/evidence/text/**/*.test.ts";

export default defineConfig({
  root,
  test: {
    projects: [
      {
        test: {
          ...quick,
          name: "unit",
          include: ["app/**/*.test.{ts,tsx}", "db/**/*.test.ts", "tests/*.test.ts"],
          exclude: ["**/*.slow.test.ts", formats],
        },
      },
      { test: { ...quick, name: "formats", include: [formats], exclude: ["**/*.slow.test.ts"] } },
      { test: { ...shared, name: "slow", include: ["app/**/*.slow.test.ts"], testTimeout: 60_000 } },
      {
        test: {
          ...shared,
          name: "faults",
          include: ["tests/faults/**/*.test.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          globalSetup: demo,
        },
      },
      {
        test: {
          ...shared,
          name: "http",
          include: ["tests/http/**/*.test.ts"],
          testTimeout: 30_000,
          hookTimeout: 60_000,
          globalSetup: demo,
        },
      },
      {
        test: {
          ...shared,
          name: "e2e",
          include: ["tests/e2e/**/*.test.ts"],
          globalSetup: demo,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});

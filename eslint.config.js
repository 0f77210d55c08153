import tseslint from "typescript-eslint";

/** Packages that a floor may not use: see tests/architecture.test.ts for the folders. */
/** @type {(...patterns: string[]) => import("eslint").Linter.RuleEntry} */
const notHere = (...patterns) => [
  "error",
  { patterns: [{ regex: patterns.join("|"), message: "Not on this floor." }] },
];

const pure = notHere("^node:", "^react", "^@remix-run/", "^drizzle-orm", "^better-sqlite3", "^express", "^#db/");

export default tseslint.config(
  { ignores: ["build/", "data/", "node_modules/", ".cache/", "db/migrations/"] },
  ...tseslint.configs.recommended,
  {
    files: ["**/*.{ts,tsx}"],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { attributes: false } }],
      "@typescript-eslint/await-thenable": "error",
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-unused-vars": ["error", { varsIgnorePattern: "^_", argsIgnorePattern: "^_" }],
      eqeqeq: "error",
      "max-lines": ["error", 250],
      "max-lines-per-function": ["error", { max: 60, skipComments: true }],
      "no-console": ["error", { allow: ["error"] }],
      "prefer-const": "error",
    },
  },
  { files: ["db/schema.ts"], rules: { "max-lines": ["error", 400] } },
  { files: ["app/cli/**", "tests/**"], rules: { "no-console": "off" } },
  { files: ["**/*.test.{ts,tsx}", "tests/**"], rules: { "max-lines-per-function": "off" } },
  {
    files: ["app/models/**/*.ts", "app/paths.ts"],
    ignores: ["**/*.server.ts", "**/*.test.ts"],
    rules: { "no-restricted-imports": pure },
  },
  {
    files: ["app/models/**/*.server.ts", "app/platform/**", "app/desk.server.ts", "db/**"],
    rules: { "no-restricted-imports": notHere("^react", "^better-sqlite3", "^express") },
  },
  { files: ["db/client.server.ts"], rules: { "no-restricted-imports": "off" } },
  {
    files: ["app/ui/**", "app/routes/**/*.tsx"],
    rules: { "no-restricted-imports": notHere("^node:", "^drizzle-orm", "^better-sqlite3", "^express", "^#db/") },
  },
);

import { expect, test } from "vitest";

import { secretsUnder } from "./secret.server.ts";

const KEY = "a key of the application, for tests only";
const secrets = secretsUnder(KEY, "second factor");

test("what was sealed opens again, and is different each time", () => {
  const [one, two] = [secrets.seal("JBSWY3DP", "user:1"), secrets.seal("JBSWY3DP", "user:1")];
  expect(one).not.toBe(two);
  expect(one).not.toContain("JBSWY3DP");
  expect(secrets.open(one, "user:1")).toBe("JBSWY3DP");
});

test("a secret opens for nobody else, under no other key or purpose, and not when a bit has changed", () => {
  const sealed = secrets.seal("JBSWY3DP", "user:1");
  expect(() => secrets.open(sealed, "user:2")).toThrow();
  expect(() => secretsUnder(`${KEY}.`, "second factor").open(sealed, "user:1")).toThrow();
  expect(() => secretsUnder(KEY, "calendar").open(sealed, "user:1")).toThrow();
  const parts = sealed.split(".");
  for (let at = 0; at < parts.length; at++) {
    const bent = parts.map((part, index) => (index === at ? part.replace(/^./, (c) => (c === "A" ? "B" : "A")) : part));
    expect(() => secrets.open(bent.join("."), "user:1"), `part ${at}`).toThrow();
  }
  const [version, iv, body] = parts;
  expect(() => secrets.open([version, iv, body, "AAAA"].join("."), "user:1")).toThrow();
});

test("digests and derived bytes depend on the key and on what they are about", () => {
  const other = secretsUnder(`${KEY}.`, "second factor");
  expect(secrets.digest("a")).toBe(secrets.digest("a"));
  expect(new Set([secrets.digest("a"), secrets.digest("b"), other.digest("a")]).size).toBe(3);
  expect(secrets.derive("session", 20)).toEqual(secrets.derive("session", 20));
  expect(secrets.derive("session", 20)).not.toEqual(other.derive("session", 20));
});

test("without a key, the reason says what to set", () => {
  expect(() => secretsUnder(undefined, "second factor")).toThrow(/APP_KEY/);
});

import { expect, test } from "vitest";

import { readSettings } from "./env.ts";
import { isLoopback, missingSettings, whyNotServe } from "./serving.ts";

const base = { BASE_URL: "https://inspections.example.test" };

test("production asks for all that it needs, at once and by name", () => {
  expect(missingSettings(readSettings({})).map((line) => line.split(":")[0])).toEqual([
    "BASE_URL",
    "APP_KEY",
    "SIGNING_KEY_FILE",
  ]);
  const all = { ...base, APP_KEY: "x".repeat(32), SIGNING_KEY_FILE: "/etc/throughline/key.pem" };
  expect(missingSettings(readSettings(all))).toEqual([]);
  expect(missingSettings(readSettings({ ...all, APP_KEY: "" }))).toHaveLength(1);
});

test("this machine alone is what its names say", () => {
  expect(["127.0.0.1", "127.8.8.8", "localhost", "::1", "[::1]"].filter((host) => !isLoopback(host))).toEqual([]);
  const elsewhere = ["0.0.0.0", "::", "10.0.0.1", "127.0.0.1.example.test", "localhost.example.test", "1127.0.0.1"];
  expect(elsewhere.filter(isLoopback)).toEqual([]);
});

test("sample data is served on this machine alone", () => {
  const why = (settings: Record<string, string>) => whyNotServe(readSettings(settings), true);
  expect(why({})).toBeNull();
  expect(why({ HOST: "localhost", BASE_URL: "http://localhost:3000" })).toBeNull();
  expect(why({ HOST: "0.0.0.0" })).toMatch(/sample data/);
  expect(why({ HOST: "127.0.0.1", ...base })).toMatch(/sample data/);
});

test("cookies without protection, and http, are for this machine alone", () => {
  const why = (settings: Record<string, string>) => whyNotServe(readSettings(settings), false);
  expect(why({ HOST: "0.0.0.0", ...base })).toBeNull();
  expect(why({ INSECURE_COOKIES: "1" })).toBeNull();
  expect(why({ INSECURE_COOKIES: "1", BASE_URL: "http://127.0.0.1:3000" })).toBeNull();
  for (const settings of [
    { HOST: "0.0.0.0" },
    base,
    { BASE_URL: "https://localhost" },
    { BASE_URL: "http://x.test" },
  ]) {
    expect(why({ INSECURE_COOKIES: "1", ...settings })).toMatch(/INSECURE_COOKIES is for trying/);
  }
  expect(why({ HOST: "0.0.0.0", BASE_URL: "http://inspections.example.test" })).toMatch(/must start with https/);
});

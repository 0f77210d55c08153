import { expect, test } from "vitest";

import { readSettings } from "./env.ts";

test("without settings there are safe ones, and an empty setting is none", () => {
  const defaults = readSettings({});
  expect(defaults).toMatchObject({ HOST: "127.0.0.1", PORT: 3000, INSECURE_COOKIES: false, TRUST_PROXY: 0 });
  const empty = { PORT: "", BASE_URL: "", APP_KEY: "", SMTP_URL: "", INSECURE_COOKIES: "", DATA_DIR: "" };
  expect(readSettings(empty)).toEqual(defaults);
});

test("every setting that cannot be used is named in one message", () => {
  const wrong = { PORT: "x", BASE_URL: "ftp://x", SMTP_URL: "http://x", CLAMD: "nowhere", APP_KEY: "short" };
  const message = (() => {
    try {
      readSettings(wrong);
      return "";
    } catch (error) {
      return (error as Error).message;
    }
  })();
  for (const name of Object.keys(wrong)) expect(message).toContain(`  ${name}: `);
  expect(message).not.toContain("short");
});

test("settings that mean something only together come together", () => {
  expect(() => readSettings({ SMTP_URL: "smtp://localhost:25" })).toThrow(
    "MAIL_FROM: is needed together with SMTP_URL",
  );
  expect(() => readSettings({ OIDC_ISSUER: "https://x.test" })).toThrow(/OIDC_CLIENT_ID.*\n.*OIDC_CLIENT_SECRET/);
  readSettings({ SMTP_URL: "smtps://user:p%40ss@mail.example.test", MAIL_FROM: "Throughline <no-reply@example.test>" });
});

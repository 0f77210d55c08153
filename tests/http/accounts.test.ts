/** Accounts as a browser without JavaScript uses them: invitations, new passwords, administration, the first run. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, onTestFinished, test } from "vitest";

import { findPerson } from "#app/models/accounts/users.server.ts";
import { makeLink } from "#app/models/accounts/links.server.ts";
import { deskFor } from "#app/desk.server.ts";
import { readSettings } from "#app/platform/env.ts";
import { memoryMail } from "#app/platform/memory.ts";
import { startServer } from "#app/server/main.ts";
import { Client, CODE, demoServer, hidden, PASSWORD } from "#tests/support/server.ts";

const server = demoServer();
const GOOD = "kettle violin harbour";

afterEach(() => {
  server.services.mail = null;
});

/** An administrator who has just given their password again. */
async function sureAdmin(): Promise<Client> {
  const admin = await server.signedIn("admin");
  expect((await admin.post("/confirm?next=/admin", { password: PASSWORD })).status).toBe(302);
  return admin;
}

const idOf = async (account: string) => (await findPerson(deskFor(server.services, null), `${account}@demo.test`)).id;

let added = 0;
async function invite(admin: Client, name = "Ann Smith") {
  const email = `new${++added}@example.test`;
  const fields = { name, email, role: "officer", organisation: "Another council" };
  const page = await (await admin.post("/admin/people/new", fields)).text();
  const [, link = ""] = /id="link"[^>]*value="([^"]+)"/.exec(page) ?? [];
  const [, id = ""] = /href="\/admin\/people\/([\w-]{36})"/.exec(page) ?? [];
  return { email, id, path: new URL(link).pathname };
}

const signIn = (client: Client, email: string, password: string) => client.post("/sign-in", { email, password });

test("a person is invited, chooses a password behind the link, once, and signs in with it", async () => {
  const { email, path } = await invite(await sureAdmin());
  const ann = server.client();
  // Mail scanners open links too: looking changes nothing.
  await ann.page(path);
  expect(await ann.page(path)).toContain(`This is the account of ${email}`);
  const refused = await ann.post(path, { name: "Ann Jones", password: "Password1234" });
  expect(refused.status).toBe(422);
  const again = await refused.text();
  expect(again).toContain('<a href="#password">Choose another password');
  expect(again).toContain('value="Ann Jones"');
  expect(again).not.toContain("Password1234");
  const taken = await ann.post(path, { name: "Ann Jones", password: GOOD });
  expect([taken.status, taken.headers.get("Location")]).toEqual([302, "/sign-in?done=password"]);
  expect(taken.headers.getSetCookie()).toEqual([]);
  expect((await ann.get("/account")).status).toBe(302);
  expect((await ann.get(path)).status).toBe(404);
  expect((await ann.post(path, { name: "Eve", password: "gravel umbrella sonnet" })).status).toBe(404);
  expect((await signIn(ann, email, GOOD)).status).toBe(302);
  expect(await ann.page("/account")).toContain("Ann Jones");
});

test("links that are used, expired, cut short or made up answer alike", async () => {
  const { services } = server;
  const product = deskFor(services, null);
  const old = { ...product, now: () => new Date(Date.now() - 3_700_000) };
  const expired = await makeLink(old, "reset", await idOf("officer-b"));
  const used = await makeLink(product, "reset", await idOf("officer-b"));
  expect((await server.client().post(`/welcome/${used}`, { password: GOOD })).status).toBe(302);
  const answers = await Promise.all(
    [expired, used, used.slice(1), "x", "%00", "a".repeat(1000)].map(async (token) => {
      const answer = await server.client().get(`/welcome/${token}`);
      const page = await answer.text();
      return [answer.status, page.slice(page.indexOf("<main"), page.indexOf("</main>"))].join(" ");
    }),
  );
  expect(new Set(answers).size).toBe(1);
  expect(answers[0]).toMatch(/^404 .*This link does not work/);
});

test("a new password by an administrator's link signs the person out everywhere", async () => {
  const inspector = await server.signedIn("inspector");
  const admin = await sureAdmin();
  const id = await idOf("inspector");
  const made = await (await admin.post(`/admin/people/${id}/link`, {})).text();
  const [, link = ""] = /id="link"[^>]*value="([^"]+)"/.exec(made) ?? [];
  expect(await admin.page(`/admin/people/${id}`)).not.toContain("/welcome/");
  await server.client().post(new URL(link).pathname, { password: "gravel umbrella sonnet" });
  expect((await inspector.get("/inspections")).headers.get("Location")).toMatch(/^\/sign-in/);
  expect((await signIn(server.client(), "inspector@demo.test", PASSWORD)).status).toBe(422);
});

test("a forgotten password: one answer for every address, and a letter for the one that has an account", async () => {
  const mail = memoryMail();
  expect(await server.client().page("/sign-in/reset")).toContain("does not send e-mail");
  expect((await server.client().post("/sign-in/reset", { email: "lead@demo.test" })).status).toBe(404);
  server.services.mail = mail;
  const ask = async (email: string) => {
    const { status, headers } = await server.client().post("/sign-in/reset", { email });
    return [status, headers.get("Location")];
  };
  const [unknown, known] = [await ask("nobody@demo.test"), await ask("manager@demo.test")];
  expect(known).toEqual([302, "/sign-in/reset?done=sent"]);
  expect(unknown).toEqual(known);
  expect((await server.client().post("/sign-in/reset", { email: "manager" })).status).toBe(422);
  await expect.poll(() => mail.sent.map(({ to }) => to)).toEqual(["manager@demo.test"]);
  const [, token = ""] = /\/welcome\/([\w-]{43})/.exec(mail.sent[0]?.text ?? "") ?? [];
  expect(mail.sent[0]?.text).toContain(`${server.origin}/welcome/${token}`);
  expect((await server.client().post(`/welcome/${token}`, { password: GOOD })).status).toBe(302);
  expect((await signIn(server.client(), "manager@demo.test", GOOD)).status).toBe(302);
});

test("with a mail server an administrator sees no link: it goes to the person", async () => {
  server.services.mail = memoryMail();
  const admin = await sureAdmin();
  const fields = { name: "Mia Mail", email: "mia@example.test", role: "inspector", organisation: "Audit Commission" };
  const answer = await admin.post("/admin/people/new", fields);
  expect(answer.headers.get("Location")).toMatch(/^\/admin\/people\/[\w-]{36}\?done=mailed$/);
  expect(await admin.page(answer.headers.get("Location") ?? "")).not.toContain("/welcome/");
});

test("disabling takes a person out of the middle of their work; enabling lets them in again", async () => {
  const admin = await sureAdmin();
  const { id, email, path } = await invite(admin);
  const ann = server.client();
  await ann.post(path, { name: "Ann", password: GOOD });
  await signIn(ann, email, GOOD);
  await ann.page("/account");
  expect(await admin.page(`/admin/people/${id}/suspension`)).toContain("Disable the account of <!-- -->Ann");
  expect((await admin.post(`/admin/people/${id}/suspension`, {})).status).toBe(302);
  expect((await ann.get("/account")).status).toBe(302);
  expect((await signIn(ann, email, GOOD)).status).toBe(422);
  await admin.post(`/admin/people/${id}/return`, {});
  expect((await signIn(ann, email, GOOD)).status).toBe(302);
});

test("a role is changed with a plain form, and a stale one shows what stands now", async () => {
  const admin = await sureAdmin();
  const { id } = await invite(admin);
  const action = `/admin/people/${id}/role`;
  const version = hidden(await admin.page(`/admin/people/${id}`), action, "version");
  const fields = { role: "manager", organisation: "Another council", version };
  expect((await admin.post(action, fields)).status).toBe(302);
  const stale = await admin.post(action, { ...fields, role: "officer" });
  expect(stale.status).toBe(409);
  const page = await stale.text();
  expect(page).toContain("Council manager<!-- -->, <!-- -->Another council");
  expect(hidden(page, action, "version")).toBe("2");
  const self = `/admin/people/${await idOf("admin")}`;
  const refused = await admin.post(`${self}/role`, { role: "lead", organisation: "Audit Commission", version: "1" });
  expect(refused.status).toBe(422);
  expect(await refused.text()).toContain("You cannot change your own role");
  const suicide = await admin.post(`${self}/suspension`, {});
  expect([suicide.status, (await admin.get("/admin")).status]).toEqual([422, 200]);
});

const subjects = ["role", "link", "sessions", "suspension", "return", "second-factor"];

test("administration is for administrators: everyone else finds nothing, by page, by data or by form", async () => {
  const id = await idOf("officer-b");
  const person = `/admin/people/${id}`;
  const pages = [
    "/admin",
    "/admin/people",
    "/admin/people/new",
    person,
    ...subjects.map((each) => `${person}/${each}`),
  ];
  for (const account of ["lead", "reviewer", "officer"]) {
    const client = await server.signedIn(account);
    await client.post("/confirm", { password: PASSWORD });
    for (const path of pages) {
      expect((await client.get(path)).status, path).toBe(404);
      const data = await client.get(`${path}.data`);
      expect(await data.text(), path).not.toContain("@demo.test");
    }
    for (const path of ["/admin/people/new", ...subjects.map((each) => `${person}/${each}`)]) {
      const fields = { name: "X", email: "x@example.test", role: "admin", organisation: "", version: "1" };
      expect((await client.post(path, fields)).status, path).toBe(404);
    }
  }
  expect((await server.client().get("/admin/people")).headers.get("Location")).toMatch(/^\/sign-in/);
  const admin = await server.signedIn("admin");
  expect(await admin.page("/admin/people?q=officer-b")).toContain("officer-b@demo.test");
  expect(await admin.page("/admin/people?q=x%40example.test")).toContain("Nobody matches");
});

test("an administrator gives their password again before an account is changed", async () => {
  const admin = await server.signedIn("admin");
  const person = `/admin/people/${await idOf("officer")}`;
  for (const path of ["/admin/people/new", person, `${person}/suspension`]) {
    expect((await admin.get(path)).headers.get("Location"), path).toMatch(/^\/confirm\?next=/);
  }
  for (const path of subjects.map((each) => `${person}/${each}`)) {
    expect((await admin.post(path, {})).headers.get("Location"), path).toMatch(/^\/confirm\?next=/);
  }
  const officer = await server.signedIn("officer");
  expect((await officer.get("/account")).status).toBe(200);
});

test("an administrator sees nothing of an inspection", async () => {
  const admin = await sureAdmin();
  const inside = ["", "/lines", "/lines/1.3", "/evidence", "/briefing", "/briefing.pptx", "/team", "/themes/1"];
  for (const path of inside) expect((await admin.get(`/inspections/${CODE}${path}`)).status, path).toBe(404);
  expect(await admin.page("/inspections")).not.toContain(CODE);
  expect(await admin.page("/inspections")).toContain("Administration</a>");
  expect(await (await server.signedIn("lead")).page("/inspections")).not.toContain("Administration</a>");
  expect(await admin.page("/admin/server")).not.toMatch(/Leicester|supporting people/i);
});

test("an empty server prints a link for its first administrator, until there is one", async () => {
  const folder = mkdtempSync(join(tmpdir(), "throughline-first-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const settings = readSettings({ DATA_DIR: folder, PORT: "0", INSECURE_COOKIES: "1", APP_KEY: "k".repeat(32) });
  const first = await startServer(settings);
  const path = new URL(first.setUp ?? "").pathname;
  const client = new Client(first.address);
  expect(await client.page(path)).toContain("Set up this server");
  const missing = await client.post(path, { password: GOOD });
  expect(await missing.text()).toContain("Enter an e-mail address");
  const fields = { name: "Ann Smith", email: "Ann@Example.test", password: GOOD };
  expect((await client.post(path, fields)).status).toBe(302);
  expect((await client.post(path, { ...fields, email: "eve@example.test" })).status).toBe(404);
  expect((await signIn(client, "ann@example.test", GOOD)).status).toBe(302);
  await first.close();
  const second = await startServer(settings);
  expect(second.setUp).toBeNull();
  await second.close();
});

test("a server that would be less safe than it was meant to be does not start", async () => {
  const folder = mkdtempSync(join(tmpdir(), "throughline-unsafe-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const unsafe = { DATA_DIR: folder, PORT: "0", INSECURE_COOKIES: "1", HOST: "0.0.0.0" };
  await expect(startServer(readSettings(unsafe))).rejects.toThrow("INSECURE_COOKIES");
});

test("a body that is no form is refused in words, not with a fault", async () => {
  server.services.mail = memoryMail();
  const token = await makeLink(deskFor(server.services, null), "reset", await idOf("officer-b"));
  for (const path of ["/sign-in/reset", `/welcome/${token}`]) {
    const init = { method: "POST", body: "{}", headers: { Origin: server.origin, "Content-Type": "application/json" } };
    const answer = await server.client().send(path, init);
    expect([answer.status, (await answer.text()).includes("This address takes forms only.")]).toEqual([422, true]);
  }
});

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";

import { findLink, spendLink } from "#app/models/accounts/links.server.ts";
import { ensureOrganisation, findPerson } from "#app/models/accounts/users.server.ts";
import { addEdition } from "#app/models/frameworks/editions.server.ts";
import { addInspection, findInspection } from "#app/models/inspections/inspections.server.ts";
import { Invalid, NotFound } from "#app/platform/failure.ts";
import { CODE, sample } from "#tests/support/fresh.ts";

import { Usage, withDesk } from "./command.ts";
import { userAdd, userLink } from "./user.ts";

async function setUp() {
  const folder = mkdtempSync(join(tmpdir(), "throughline-cli-"));
  vi.stubEnv("DATA_DIR", folder);
  vi.stubEnv("BASE_URL", "https://inspections.example.test/");
  onTestFinished(() => {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true, force: true });
  });
  const { framework } = await sample();
  await withDesk(async (desk) => {
    const council = await ensureOrganisation(desk, "Sample Council", "council");
    const edition = await addEdition(desk, framework);
    await addInspection(desk, { code: CODE, title: "T", kind: "K", date: "2026-12-09", council, edition });
  });
  const log = vi.spyOn(console, "log").mockImplementation(() => undefined);
  return { said: () => log.mock.calls.map(([line]) => String(line)).join("\n") };
}

const ann = ["--email", "Ann@Example.test", "--name", "Ann Smith"];

test("an account is made with a link to activate it, and takes part in the inspection that is named", async () => {
  const { said } = await setUp();
  expect(await userAdd.run([...ann, "--role", "officer", "--inspection", CODE])).toBe(0);
  expect(said()).toMatch(/A link for ann@example\.test\. It works once, for 7 days:/);
  const [, token = ""] = /https:\/\/inspections\.example\.test\/welcome\/([\w-]{43})$/.exec(said()) ?? [];
  await withDesk(async (desk, { store }) => {
    expect(await findLink(desk, token)).toMatchObject({ kind: "invitation", person: { email: "ann@example.test" } });
    const person = await findPerson(desk, "ann@example.test");
    expect(person).toMatchObject({ role: "officer", organisation: "Sample Council" });
    expect((await findInspection({ ...desk, read: store.read, user: person }, CODE)).part).toBe("officer");
  });
});

test("for programs there is one object, and another link can be had", async () => {
  const { said } = await setUp();
  await userAdd.run([...ann, "--role", "admin", "--json"]);
  const made = JSON.parse(said()) as { id: string; email: string; kind: string; link: string };
  expect(made).toMatchObject({ email: "ann@example.test", kind: "invitation" });
  const token = made.link.split("/").at(-1) ?? "";
  await withDesk((desk) => spendLink(desk, token, { name: "Ann", email: "", password: "kettle violin harbour" }));
  expect(await userLink.run(["--email", "ann@example.test"])).toBe(0);
  expect(said()).toMatch(/It works once, for 1 hour/);
  await expect(userLink.run(["--email", "nobody@example.test"])).rejects.toBeInstanceOf(NotFound);
});

test("wrong words are wrong usage; what a rule forbids leaves no account behind", async () => {
  await setUp();
  for (const words of [ann, [...ann, "--role", "king"], [...ann, "--role", "lead", "x"], ["--password", "x"]]) {
    await expect(userAdd.run(words)).rejects.toBeInstanceOf(Usage);
  }
  await expect(userLink.run([])).rejects.toBeInstanceOf(Usage);
  const there = ["--inspection", CODE];
  await expect(userAdd.run([...ann, "--role", "admin", ...there])).rejects.toBeInstanceOf(Invalid);
  const elsewhere = [...ann, "--role", "officer", "--organisation", "Another Council", ...there];
  await expect(userAdd.run(elsewhere)).rejects.toThrow("This inspection is of Sample Council");
  await expect(userAdd.run([...ann, "--role", "lead", "--inspection", "none"])).rejects.toBeInstanceOf(NotFound);
  await expect(userAdd.run(["--email", "ann", "--name", "A", "--role", "lead"])).rejects.toThrow(/correct format/);
  await withDesk((desk) => expect(findPerson(desk, "ann@example.test")).rejects.toBeInstanceOf(NotFound));
});

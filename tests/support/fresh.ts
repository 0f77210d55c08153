/** A database of one's own for each test: a migrated template is made once and copied. */
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

import { openStore } from "#db/client.server.ts";

import { deskFor, inMemory, type Services } from "#app/desk.server.ts";
import type { Role } from "#app/models/accounts/role.ts";
import { addUser, ensureOrganisation, findPerson } from "#app/models/accounts/users.server.ts";
import { addEdition } from "#app/models/frameworks/editions.server.ts";
import type { Framework } from "#app/models/frameworks/framework.ts";
import { addInspection, findInspection, type Inspection } from "#app/models/inspections/inspections.server.ts";
import { addMember } from "#app/models/inspections/members.server.ts";
import { readContent } from "#app/platform/content.server.ts";
import type { Desk, Person } from "#app/platform/desk.ts";
import { readSettings } from "#app/platform/env.ts";
import { contentFolder } from "#app/platform/home.server.ts";
import type { Letter } from "#app/platform/mail.server.ts";
import { memoryMail, memoryStorage } from "#app/platform/memory.ts";

let template: string | undefined;

function templateFile(): string {
  if (template) return template;
  const file = join(mkdtempSync(join(tmpdir(), "throughline-template-")), "throughline.db");
  openStore(file).close();
  return (template = file);
}

/** The moment at which every test's clock stands. */
export const NOON = new Date("2026-11-24T12:00:00.000Z");

export type World = {
  services: Services;
  /** The letters that were sent. */
  letters: Letter[];
  /** Moves the clock forward. */
  later(milliseconds: number): void;
  desk(person: Person | null): Desk;
};

/** An empty product: a database in a folder of its own, storage in memory, a clock that stands still. */
export function freshWorld(template = templateFile()): World {
  const world = worldIn(mkdtempSync(join(tmpdir(), "throughline-test-")), template);
  onTestFinished(() => end(world));
  return world;
}

function end({ services }: World): void {
  services.store.close();
  rmSync(services.settings.DATA_DIR, { recursive: true, force: true });
}

function worldIn(folder: string, template: string): World {
  const file = join(folder, "throughline.db");
  copyFileSync(template, file);
  let now = NOON.getTime();
  const mail = memoryMail();
  const services: Services = {
    ...inMemory(),
    store: openStore(file),
    storage: memoryStorage(),
    scanner: null,
    mail,
    settings: readSettings({ DATA_DIR: folder, INSECURE_COOKIES: "1" }),
    content: contentFolder,
    demo: false,
    now: () => new Date(now),
  };
  return {
    services,
    letters: mail.sent,
    later: (milliseconds) => void (now += milliseconds),
    desk: (person) => deskFor(services, person),
  };
}

let content: ReturnType<typeof readContent> | undefined;

/** The framework and the briefing of the content folder, read once. */
export async function sample() {
  const { frameworks, briefings, faults } = await (content ??= readContent(contentFolder));
  const [briefing] = briefings;
  const framework: Framework | undefined = frameworks.find(({ slug }) => slug === briefing?.framework);
  if (faults.length || !briefing || !framework) throw new Error("The content folder has faults.");
  return { briefing, framework };
}

/** Adds a person without a password, for tests that do not sign in. */
export async function addPerson(world: World, name: string, role: Role, organisation: string): Promise<Person> {
  const product = world.desk(null);
  const side = role === "officer" || role === "manager" ? "council" : "inspectorate";
  const id = await ensureOrganisation(product, organisation, side);
  const email = `${name.replace(/\s/g, ".")}@example.test`;
  await addUser(product, { email, name, role, organisation: id, password: null });
  return findPerson(product, email);
}

export type Team = Record<"lead" | "inspector" | "reviewer" | "officer" | "manager", Desk> & { world: World };

export const CODE = "sample-2026";

const teamParts = ["lead", "inspector", "reviewer", "officer", "manager"] as const;

let team: Promise<{ template: string; people: Person[] }> | undefined;

/** One inspection of the real framework and one person in each part, made once through the real commands. */
async function makeTeam(): Promise<{ template: string; people: Person[] }> {
  const world = worldIn(mkdtempSync(join(tmpdir(), "throughline-template-")), templateFile());
  const { framework } = await sample();
  const product = world.desk(null);
  const council = await ensureOrganisation(product, "Sample Council", "council");
  const edition = await addEdition(product, framework);
  const people: Person[] = [];
  for (const role of teamParts) {
    const organisation = role === "officer" || role === "manager" ? "Sample Council" : "Sample Inspectorate";
    const person = await addPerson(world, role, role, organisation);
    people.push(person);
    const lead = world.desk(people[0] ?? null);
    if (role === "lead") {
      const draft = { code: CODE, title: "Sample inspection", kind: "Initial briefing", date: "2026-12-09" };
      await addInspection(lead, { ...draft, council, edition });
    } else {
      await addMember(product, (await inspectionOf(lead)).id, person.id, role);
    }
  }
  world.services.store.close();
  return { template: join(world.services.settings.DATA_DIR, "throughline.db"), people };
}

/** A fresh world with one inspection of the real framework and one person in each part. */
export async function freshInspection(): Promise<Team> {
  const { template, people } = await (team ??= makeTeam());
  const world = freshWorld(template);
  const desks = Object.fromEntries(teamParts.map((part, at) => [part, world.desk(people[at] ?? null)]));
  return { ...(desks as Omit<Team, "world">), world };
}

/** The sample inspection as this person sees it. */
export const inspectionOf = (desk: Desk): Promise<Inspection> => findInspection(desk, CODE);

/** Makes the sample data of the demonstration through the product's own commands. */
import { createReadStream } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";

import { deskFor, openServices, type Services } from "#app/desk.server.ts";
import { type Role, sideOf } from "#app/models/accounts/role.ts";
import { addUser, ensureOrganisation, findPerson } from "#app/models/accounts/users.server.ts";
import { makeDeckFile } from "#app/models/briefing/exports.server.ts";
import { importBriefing } from "#app/models/briefing/imports.server.ts";
import { addEvidence } from "#app/models/evidence/arrivals.server.ts";
import { evidenceKinds, voices } from "#app/models/evidence/evidence.ts";
import { findingKinds } from "#app/models/findings/finding.ts";
import { addCitation } from "#app/models/findings/citations.server.ts";
import { listFindings } from "#app/models/findings/findings.server.ts";
import { addEdition } from "#app/models/frameworks/editions.server.ts";
import { addInspection, findInspection, type Inspection } from "#app/models/inspections/inspections.server.ts";
import { addMember } from "#app/models/inspections/members.server.ts";
import type { Part } from "#app/models/inspections/part.ts";
import { listLines } from "#app/models/inspections/lines.server.ts";
import { compare } from "#app/models/ratings/comparisons.server.ts";
import { compared } from "#app/models/ratings/rater.ts";
import { type RatedSubject, ratedSubjects, scaleFor } from "#app/models/ratings/rating.ts";
import { rate } from "#app/models/ratings/ratings.server.ts";
import { readContent } from "#app/platform/content.server.ts";
import { contentFolder } from "#app/platform/home.server.ts";
import type { Desk } from "#app/platform/desk.ts";
import type { Settings } from "#app/platform/env.ts";
import { writeInstance } from "#app/platform/instance.server.ts";

import { planFieldwork } from "./sample-fieldwork.ts";
import { moderateSome } from "./sample-moderation.ts";
import { askForSome } from "./sample-requests.ts";
import { openSecondInspection } from "./sample-second.ts";

/** Written last: with it, the folder holds a whole demonstration. */
export const LAST = "briefing.html";

const CODE = "leicester-2007";
export const PASSWORD = "throughline-demo";

type DemoPerson = { email: string; name: string; role: Role; organisation: string | null; part: Part | null };

const commission = "Audit Commission";
const leicester = "Leicester City Council";
const social = "Commission for Social Care Inspection";

const someone = (account: string, name: string, role: Role, organisation: string | null, part: Part | null) => ({
  email: `${account}@demo.test`,
  name,
  role,
  organisation,
  part,
});

export const people: DemoPerson[] = [
  someone("lead", "Lead inspector", "lead", commission, "lead"),
  someone("inspector", "Second inspector", "inspector", commission, "inspector"),
  someone("inspector2", "Partner inspector", "inspector", social, "partner"),
  someone("reviewer", "Inspectorate manager", "reviewer", commission, "reviewer"),
  someone("officer", "Council officer", "officer", leicester, "officer"),
  someone("manager", "Council manager", "manager", leicester, "manager"),
  someone("officer-b", "Officer of another council", "officer", "Another council", null),
  someone("admin", "Administrator", "admin", null, null),
];

const judged = z.object({ level: z.string(), reason: z.string() });
const rated = { subject: z.enum(ratedSubjects), ref: z.string() };

/** `evidence.json`: what the sample documents are, which findings they support, and how all is rated, and by whom. */
const manifest = z.object({
  evidence: z.array(
    z.object({
      file: z.string(),
      title: z.string(),
      kind: z.enum(evidenceKinds),
      asAt: z.string(),
      voice: z.enum(voices),
    }),
  ),
  citations: z.array(
    z.object({
      line: z.string(),
      kind: z.enum(findingKinds),
      index: z.number().int().positive(),
      file: z.string(),
      page: z.string(),
      quote: z.string(),
    }),
  ),
  ratings: z.array(judged.extend({ line: z.string(), statements: z.array(z.string()).default([]) })),
  themes: z.array(judged.extend({ theme: z.number() })),
  judgements: z.array(judged.extend({ judgement: z.number() })),
  /** What the second inspector rates, without having seen the first's. */
  second: z.array(judged.extend(rated)),
  compared: z.array(judged.extend({ ...rated, rater: z.enum(compared), source: z.string() })),
});

type Manifest = z.infer<typeof manifest>;

async function addPeople(desk: Desk): Promise<void> {
  for (const { part: _, organisation, ...person } of people) {
    const id = organisation && (await ensureOrganisation(desk, organisation, sideOf(person.role) ?? "inspectorate"));
    await addUser(desk, { ...person, organisation: id, password: PASSWORD });
  }
}

async function openDemoInspection(services: Services): Promise<void> {
  const product = deskFor(services, null);
  const { frameworks, briefings, faults } = await readContent(contentFolder);
  const briefing = briefings.find(({ inspection }) => inspection === CODE);
  const framework = frameworks.find(({ slug }) => slug === briefing?.framework);
  if (faults.length || !briefing || !framework) {
    throw new Error("The content folder has faults. See them with: npm run cli -- content check");
  }
  const lead = deskFor(services, await findPerson(product, "lead@demo.test"));
  const { title, kind, date, source, licence } = briefing;
  const council = await ensureOrganisation(product, briefing.council, "council");
  const edition = await addEdition(product, framework);
  const id = await addInspection(lead, { code: CODE, title, kind, council, edition, date, source, licence });
  for (const { email, part } of people) {
    if (part && part !== "lead") await addMember(lead, id, (await findPerson(product, email)).id, part);
  }
  await importBriefing(lead, await findInspection(lead, CODE), briefing);
  await openSecondInspection(product, lead, frameworks);
}

/** The council's officer sends the sample documents. Returns the evidence's id by file name. */
async function sendEvidence(services: Services, { evidence }: Manifest, folder: string): Promise<Map<string, string>> {
  const officer = deskFor(services, await findPerson(deskFor(services, null), "officer@demo.test"));
  const inspection = await findInspection(officer, CODE);
  const sent = new Map<string, string>();
  for (const { file, ...draft } of evidence) {
    const arrival = await officer.storage.receive(createReadStream(join(folder, file)), Infinity);
    sent.set(file, await addEvidence(officer, inspection, draft, { name: file, arrival }));
  }
  return sent;
}

const locator = (page: string) => (/^\d+$/.test(page) ? `page ${page}` : page);

async function cite(
  lead: Desk,
  inspection: Inspection,
  { citations }: Manifest,
  sent: Map<string, string>,
): Promise<void> {
  for (const line of await listLines(lead, inspection)) {
    const findings = await listFindings(lead, inspection, line.id);
    for (const { kind, index, file, page, quote } of citations.filter((one) => one.line === line.ref)) {
      const cited = findings.filter((finding) => finding.kind === kind)[index - 1];
      const evidence = sent.get(file);
      if (!cited || !evidence)
        throw new Error(`evidence.json: there is no ${kind} ${index} on line ${line.ref}, or no file ${file}.`);
      await addCitation(lead, inspection, cited.id, { evidence, locator: locator(page), quote });
    }
  }
}

/** The value of a level by its name. */
function levelOf({ framework }: Inspection, subject: RatedSubject, ref: string, level: string): number {
  const found = scaleFor(framework, subject, ref)?.levels.find(({ label }) => label === level);
  if (!found) throw new Error(`evidence.json: “${level}” is no level for ${subject} ${ref}.`);
  return found.value;
}

/** The lead rates, the second inspector rates without having seen it, and the lead records what others found. */
async function rateAll(lead: Desk, second: Desk, given: Manifest): Promise<void> {
  const firsts = [
    ...given.ratings.map(({ line, ...rest }) => ({ subject: "line" as const, ref: line, ...rest })),
    ...given.themes.map(({ theme, ...rest }) => ({ subject: "theme" as const, ref: String(theme), ...rest })),
    ...given.judgements.map(({ judgement, ...rest }) => ({
      subject: "judgement" as const,
      ref: String(judgement),
      ...rest,
    })),
  ];
  for (const [desk, ratings] of [
    [lead, firsts],
    [second, given.second],
  ] as const) {
    const of = await findInspection(desk, CODE);
    for (const { level, ...one } of ratings) {
      await rate(desk, of, { ...one, level: levelOf(of, one.subject, one.ref, level), version: 0 });
    }
  }
  const of = await findInspection(lead, CODE);
  for (const { level, ...one } of given.compared) {
    await compare(lead, of, { ...one, level: levelOf(of, one.subject, one.ref, level), version: 0 });
  }
}

async function writeDecks(lead: Desk, inspection: Inspection, folder: string): Promise<void> {
  await writeFile(join(folder, "briefing.pptx"), (await makeDeckFile(lead, inspection, "pptx")).bytes);
  await writeFile(join(folder, LAST), (await makeDeckFile(lead, inspection, "html")).bytes);
}

/** Fills the empty folder of these settings. */
export async function makeDemo(settings: Settings): Promise<void> {
  await mkdir(settings.DATA_DIR, { recursive: true });
  await writeInstance(settings.DATA_DIR, { demo: true, at: new Date() });
  const services = await openServices(settings, true);
  try {
    const folder = join(contentFolder, "briefings", `${CODE}-evidence`);
    const given = manifest.parse(JSON.parse(await readFile(join(folder, "evidence.json"), "utf8")));
    await addPeople(deskFor(services, null));
    await openDemoInspection(services);
    const sent = await sendEvidence(services, given, folder);
    const lead = deskFor(services, await findPerson(deskFor(services, null), "lead@demo.test"));
    const inspection = await findInspection(lead, CODE);
    await cite(lead, inspection, given, sent);
    const second = deskFor(services, await findPerson(deskFor(services, null), "inspector@demo.test"));
    await rateAll(lead, second, given);
    const reviewer = deskFor(services, await findPerson(deskFor(services, null), "reviewer@demo.test"));
    await moderateSome(reviewer, lead, CODE);
    await planFieldwork(lead, inspection);
    const officer = deskFor(services, await findPerson(deskFor(services, null), "officer@demo.test"));
    await askForSome(lead, officer, CODE, sent);
    await writeDecks(lead, inspection, settings.DATA_DIR);
  } finally {
    services.store.close();
  }
}

/** Makes the sample data of the demonstration through the product's own commands. */
import { createReadStream } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";

import { deskFor, openServices, type Services } from "#app/desk.server.ts";
import { sideOf } from "#app/models/accounts/role.ts";
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
import { assignLead } from "#app/models/inspections/line-leads.server.ts";
import { addMember } from "#app/models/inspections/members.server.ts";
import { listLines } from "#app/models/inspections/lines.server.ts";
import { compared } from "#app/models/ratings/rater.ts";
import { ratedSubjects } from "#app/models/ratings/rating.ts";
import { takeDailySnapshots } from "#app/models/readiness/snapshots.server.ts";
import { readContent } from "#app/platform/content.server.ts";
import { contentFolder } from "#app/platform/home.server.ts";
import type { Desk } from "#app/platform/desk.ts";
import type { Settings } from "#app/platform/env.ts";
import { writeInstance } from "#app/platform/instance.server.ts";

import { followSome } from "./sample-areas.ts";
import { assessCouncil, councilSteps } from "./sample-council.ts";
import { saveDecks } from "./sample-decks.ts";
import { planFieldwork } from "./sample-fieldwork.ts";
import { aMonthAgo, inRuns, MONTH } from "./sample-month.ts";
import { moderateSome } from "./sample-moderation.ts";
import { LAST, PASSWORD, people } from "./sample-people.ts";
import { rateAll } from "./sample-ratings.ts";
import { askForSome } from "./sample-requests.ts";
import { openSecondInspection } from "./sample-second.ts";

const CODE = "leicester-2007";
/** So many citations are made after decks were saved, so that the studio has changed slides to show. */
const LATE = 6;

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

export type Manifest = z.infer<typeof manifest>;

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
    if (!citations.some((one) => one.line === line.ref)) continue;
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

/** Who leads the lines of which themes; 10.3 is still nobody's. */
const leading: [account: string, themes: number[]][] = [
  ["lead", [1, 9, 10]],
  ["inspector", [2, 3, 4, 5]],
  ["inspector2", [6, 7, 8]],
];

async function shareLines(services: Services, lead: Desk, of: Inspection): Promise<void> {
  const lines = (await listLines(lead, of)).filter(({ ref }) => ref !== "10.3");
  for (const [account, themes] of leading) {
    const { id } = await findPerson(deskFor(services, null), `${account}@demo.test`);
    const refs = lines.filter(({ theme }) => themes.includes(theme)).map(({ ref }) => ref);
    await assignLead(lead, of, { refs, lead: id });
  }
}

async function writeDecks(lead: Desk, inspection: Inspection, folder: string): Promise<void> {
  await writeFile(join(folder, "briefing.pptx"), (await makeDeckFile(lead, inspection, "pptx")).bytes);
  await writeFile(join(folder, LAST), (await makeDeckFile(lead, inspection, "html")).bytes);
}

type Month = {
  product: Desk;
  daysAgo(days: number): void;
  /** One piece of work for each day. */
  days: (() => Promise<void>)[];
};

/** Each day begins with the figures of the evening before. */
async function passMonth({ product, daysAgo, days }: Month): Promise<void> {
  for (const [n, work] of days.entries()) {
    daysAgo(days.length - n);
    await takeDailySnapshots(product);
    await work();
  }
}

/** Fills the empty folder of these settings. */
export async function makeDemo(settings: Settings): Promise<void> {
  await mkdir(settings.DATA_DIR, { recursive: true });
  await writeInstance(settings.DATA_DIR, { demo: true, at: new Date() });
  const { services, daysAgo } = aMonthAgo(await openServices(settings, true));
  const product = deskFor(services, null);
  try {
    const folder = join(contentFolder, "briefings", `${CODE}-evidence`);
    const given = manifest.parse(JSON.parse(await readFile(join(folder, "evidence.json"), "utf8")));
    await addPeople(deskFor(services, null));
    await openDemoInspection(services);
    const sent = await sendEvidence(services, given, folder);
    const lead = deskFor(services, await findPerson(deskFor(services, null), "lead@demo.test"));
    const inspection = await findInspection(lead, CODE);
    const [early, late] = [given.citations.slice(0, -LATE), given.citations.slice(-LATE)];
    const officer = deskFor(services, await findPerson(product, "officer@demo.test"));
    const council = inRuns(await councilSteps(officer, CODE, sent), MONTH);
    const days = inRuns(early, MONTH).map((citations, n) => async () => {
      await cite(lead, inspection, { ...given, citations }, sent);
      for (const step of council[n] ?? []) await step();
    });
    await passMonth({ product, daysAgo, days });
    const second = deskFor(services, await findPerson(deskFor(services, null), "inspector@demo.test"));
    await rateAll(lead, second, CODE, given);
    await saveDecks(lead, inspection);
    await cite(lead, inspection, { ...given, citations: late }, sent);
    const reviewer = deskFor(services, await findPerson(deskFor(services, null), "reviewer@demo.test"));
    await moderateSome(reviewer, lead, CODE);
    await shareLines(services, lead, inspection);
    daysAgo(0);
    await takeDailySnapshots(product);
    await planFieldwork(lead, inspection);
    await askForSome(lead, officer, CODE);
    await followSome(lead, inspection);
    const manager = deskFor(services, await findPerson(deskFor(services, null), "manager@demo.test"));
    await assessCouncil(manager, CODE);
    await writeDecks(lead, inspection, settings.DATA_DIR);
  } finally {
    services.store.close();
  }
}

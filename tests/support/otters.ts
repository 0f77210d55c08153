/** An inspection to search: something about otters of each kind, on each side, and more where one takes no part. */
import { frameworkEdition } from "#db/schema/frameworks.ts";

import { ensureOrganisation } from "#app/models/accounts/users.server.ts";
import { addFinding } from "#app/models/findings/findings.server.ts";
import { addInspection, findInspection } from "#app/models/inspections/inspections.server.ts";
import { findLine } from "#app/models/inspections/lines.server.ts";
import { textOf } from "#app/models/search/quotation.ts";
import type { SearchQuery } from "#app/models/search/query.ts";
import { searchEverything } from "#app/models/search/search.server.ts";
import type { Desk } from "#app/platform/desk.ts";

import { addPerson, freshInspection, inspectionOf } from "./fresh.ts";
import { send } from "./library.ts";

/** An inspection with something about otters of each kind, on each side, and one elsewhere that its lead alone takes part in. */
export async function otters() {
  const team = await freshInspection();
  const { world, lead, officer } = team;
  await send(world, officer, "Otter minutes", { text: "The otters were counted: £1.7m was spent on 85% of them." });
  await send(world, officer, "Otter cases", { text: "An otter named in a case file.", sensitivity: "restricted" });
  await send(world, lead, "Otter interview", { kind: "observation", text: "The chair spoke of otters at length." });
  const of = await inspectionOf(lead);
  const line = await findLine(lead, of, "1.3");
  await addFinding(lead, of, line.id, { kind: "strength", text: "Otters are well looked after" });

  const stranger = world.desk(await addPerson(world, "stranger", "lead", "Sample Inspectorate"));
  const [edition] = await lead.read.select({ id: frameworkEdition.id }).from(frameworkEdition);
  const council = await ensureOrganisation(world.desk(null), "Other Council", "council");
  const draft = { code: "elsewhere", title: "Elsewhere", kind: "Initial briefing", date: "2026-12-09" };
  await addInspection(stranger, { ...draft, council, edition: edition?.id ?? "" });
  const there = await findInspection(stranger, "elsewhere");
  await addFinding(stranger, there, (await findLine(stranger, there, "1.3")).id, {
    kind: "weakness",
    text: "Otters, elsewhere",
  });
  return { ...team, stranger, there };
}

/** What is found, in short. */
export const search = async (desk: Desk, q: string, more: Partial<SearchQuery> = {}) => {
  const found = await searchEverything(desk, { q, ...more });
  if (!found) return null;
  const { findings, lines, evidence, passages } = found.groups;
  return {
    things: found.things.join(" "),
    findings: findings?.rows.map(({ name, ref, parts }) => `${ref} ${name} ${textOf(parts)}`),
    lines: lines?.rows.map(({ ref }) => ref),
    evidence: evidence?.rows.map(({ parts }) => textOf(parts)).sort(),
    passages: passages?.rows.map((row) => row.evidence.title).sort(),
    counts: Object.values(found.groups).map((group) => group?.count),
  };
};

/** A second inspection of the demonstration, just opened, under another framework and of another council. */
import { ensureOrganisation, findPerson } from "#app/models/accounts/users.server.ts";
import { addEdition } from "#app/models/frameworks/editions.server.ts";
import type { Framework } from "#app/models/frameworks/framework.ts";
import { addInspection } from "#app/models/inspections/inspections.server.ts";
import { addMember } from "#app/models/inspections/members.server.ts";
import type { Desk } from "#app/platform/desk.ts";

const FRAMEWORK = "cqc-local-authority-2023";

/** Opened by `lead`, who leads it; the inspectorate's manager takes part too. */
export async function openSecondInspection(product: Desk, lead: Desk, frameworks: Framework[]): Promise<void> {
  const framework = frameworks.find(({ slug }) => slug === FRAMEWORK);
  if (!framework) throw new Error(`There is no framework ${FRAMEWORK} in the content folder.`);
  const id = await addInspection(lead, {
    code: "cqc-sample-2026",
    title: "Assessment of adult social care",
    kind: "Presentation before the visit",
    council: await ensureOrganisation(product, "Another council", "council"),
    edition: await addEdition(product, framework),
    date: "2026-12-09",
  });
  await addMember(lead, id, (await findPerson(product, "reviewer@demo.test")).id, "reviewer");
}

/** Who is in the demonstration: apart from how it is made, which whoever serves it again has no need of. */
import type { Role } from "#app/models/accounts/role.ts";
import type { Part } from "#app/models/inspections/part.ts";

/** Written last: with it, the folder holds a whole demonstration. */
export const LAST = "briefing.html";

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

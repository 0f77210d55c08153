/** The part that a person plays in one inspection: it decides what they may do there, whatever their account says. */
import type { Role, Side } from "#app/models/accounts/role.ts";

export const parts = ["lead", "inspector", "partner", "experience", "reviewer", "officer", "manager"] as const;
export type Part = (typeof parts)[number];

const facts = {
  lead: { title: "Lead inspector", side: "inspectorate" },
  inspector: { title: "Inspector", side: "inspectorate" },
  partner: { title: "Partner inspector", side: "inspectorate" },
  experience: { title: "Member with experience of the service", side: "inspectorate" },
  reviewer: { title: "Inspectorate manager", side: "inspectorate" },
  officer: { title: "Council officer", side: "council" },
  manager: { title: "Council manager", side: "council" },
} as const satisfies Record<Part, { title: string; side: Side }>;

/** How a part is called on a page. */
export const partTitle = (part: Part): string => facts[part].title;

/** The side that a part belongs to. */
export const sideOfPart = (part: Part): Side => facts[part].side;

/** The part that someone of this role plays unless told otherwise; an administrator plays none. */
export const partOf = (role: Role): Part | null => (role === "admin" ? null : role);

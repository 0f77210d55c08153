/** Who people are. Source: the contract's roles; the two sides of security.md, section 2. */

export const sides = ["inspectorate", "council"] as const;
export type Side = (typeof sides)[number];

export const roles = ["lead", "inspector", "reviewer", "officer", "manager", "admin"] as const;
export type Role = (typeof roles)[number];

const facts = {
  lead: { title: "Lead inspector", side: "inspectorate" },
  inspector: { title: "Inspector", side: "inspectorate" },
  reviewer: { title: "Inspectorate manager", side: "inspectorate" },
  officer: { title: "Council officer", side: "council" },
  manager: { title: "Council manager", side: "council" },
  admin: { title: "Administrator", side: null },
} as const satisfies Record<Role, { title: string; side: Side | null }>;

/** How a role is called on a page. */
export const roleTitle = (role: Role): string => facts[role].title;

/** The side that a role works for; an administrator has none and sees no content. */
export const sideOf = (role: Role): Side | null => facts[role].side;

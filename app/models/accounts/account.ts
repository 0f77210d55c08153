/** What an administrator may do to accounts, and what needs a second one. Source: security.md, section 2. */
import { type Role, roleTitle, sideOf } from "./role.ts";

export type AccountState = "invited" | "active" | "disabled";

const states = { invited: "Has not joined yet", active: "Active", disabled: "Disabled" } as const satisfies Record<
  AccountState,
  string
>;

/** How a state is called on a page. */
export const stateTitle = (state: AccountState): string => states[state];

/** What the rules ask about an account. */
export type Standing = {
  id: string;
  name: string;
  role: Role;
  /** An organisation's id. */
  organisation: string | null;
  state: AccountState;
  /** Inspections that the person takes part in. */
  parts: number;
  /** Other administrators who can sign in. */
  otherAdmins: number;
};

const LAST = "This is the last administrator who can sign in. Make another administrator first.";

/** Why this account cannot be disabled by the administrator `by`, or null. */
export function whyNotDisable(by: string, of: Standing): string | null {
  if (of.id === by) return "You cannot disable your own account. Another administrator can.";
  if (of.role === "admin" && of.otherAdmins === 0) return LAST;
  return null;
}

/** Why this account cannot be given that role and organisation by the administrator `by`, or null. */
export function whyNotChange(by: string, of: Standing, to: { role: Role; organisation: string | null }): string | null {
  if (of.id === by && to.role !== of.role) return "You cannot change your own role. Another administrator can.";
  if (of.role === "admin" && to.role !== "admin" && of.otherAdmins === 0) return LAST;
  const side = sideOf(of.role);
  const elsewhere = side !== sideOf(to.role) || (side === "council" && of.organisation !== to.organisation);
  if (of.parts > 0 && elsewhere) {
    const many = of.parts === 1 ? "1 inspection" : `${of.parts} inspections`;
    return `${of.name} takes part in ${many} as ${roleTitle(of.role).toLowerCase()} of this organisation. A lead inspector must take them off the team first.`;
  }
  return null;
}

/** Why the second factor of this account cannot be forgotten by the administrator `by`, or null. */
export const whyNotForgetFactor = (by: string, of: Pick<Standing, "id">): string | null =>
  of.id === by ? "You cannot remove your own second step here. Another administrator can." : null;

/** Why no link can be made for this account, or null. */
export const whyNotLink = (of: Pick<Standing, "state">): string | null =>
  of.state === "disabled" ? "This account is disabled. Enable it first." : null;

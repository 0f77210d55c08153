/** How areas to explore are to be answered, as typed: who would know, by what method, and who sees to it. */
import { type Method, methods } from "./enquiry.ts";

export type TypedPlan = {
  /** A method, or "visit:<id>" for a visit of the timetable. */
  how: string;
  /** Roles, with commas between them; empty leaves what is known. */
  whoWouldKnow: string;
  /** The id of an inspector; empty for nobody yet. */
  owner: string;
};

export type PlanDraft = {
  /** Null where a visit answers it: then the visit says which. */
  method: Method | null;
  visit: string | null;
  whoWouldKnow: string[];
  owner: string | null;
};

const MOST_ROLES = 12;
const ROLE_LENGTH = 100;
const VISIT = "visit:";

/** How a visit is named among the ways of answering. */
export const atVisit = (id: string): string => `${VISIT}${id}`;

/** Roles as typed, each once. */
const rolesIn = (typed: string): string[] => [
  ...new Set(
    typed
      .split(/[,\n]/)
      .map((one) => one.replace(/\s+/g, " ").trim())
      .filter(Boolean),
  ),
];

/** The draft, or a message for each field that cannot be taken. `owners` are the ids of those who may see to it. */
export function readPlan(
  typed: TypedPlan,
  owners: ReadonlySet<string>,
): { draft: PlanDraft; errors: null } | { draft: null; errors: Record<string, string> } {
  const method = methods.find((one) => one === typed.how) ?? null;
  const visit = typed.how.startsWith(VISIT) ? typed.how.slice(VISIT.length) : null;
  const whoWouldKnow = rolesIn(typed.whoWouldKnow);
  const errors: Record<string, string> = {};
  if (!method && !visit) errors.how = "Choose how you will find out";
  if (whoWouldKnow.length > MOST_ROLES) errors.whoWouldKnow = `Enter at most ${MOST_ROLES} roles`;
  if (whoWouldKnow.some((one) => one.length > ROLE_LENGTH))
    errors.whoWouldKnow = `Each role must be ${ROLE_LENGTH} characters or fewer`;
  if (typed.owner && !owners.has(typed.owner)) errors.owner = "Choose an inspector of this team";
  if (Object.keys(errors).length) return { draft: null, errors };
  return { draft: { method, visit, whoWouldKnow, owner: typed.owner || null }, errors: null };
}

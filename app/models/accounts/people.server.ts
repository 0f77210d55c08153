/** The people of this installation, as its administrators see them: accounts, and nothing of what they work on. */
import { and, asc, count, eq, exists, isNotNull, isNull, ne, or, type SQL, sql } from "drizzle-orm";

import { identity, organisation, user } from "#db/schema/accounts.ts";
import { member } from "#db/schema/inspections.ts";

import type { Db, Desk, Person } from "#app/platform/desk.ts";
import { NotFound } from "#app/platform/failure.ts";

import type { AccountState, Standing } from "./account.ts";
import type { Role, Side } from "./role.ts";

/** Throws `NotFound` unless an administrator asks. */
export function demandAdmin(desk: Desk): asserts desk is Desk & { user: Person } {
  if (desk.user?.role !== "admin") throw new NotFound("account.manage");
}

/** Has something to sign in with. */
const joined = (db: Db) =>
  or(
    isNotNull(user.password),
    exists(
      db
        .select({ one: sql`1` })
        .from(identity)
        .where(eq(identity.user, user.id)),
    ),
  );

const stateOf = (db: Db) =>
  sql<AccountState>`case when ${user.disabledAt} is not null then 'disabled' when ${joined(db)} then 'active' else 'invited' end`;

/** Rows on one page of the list. */
const PAGE = 50;

type PersonRow = {
  id: string;
  name: string;
  email: string;
  role: Role;
  organisation: string | null;
  state: AccountState;
};

const matching = (words: string): SQL | undefined => {
  const pattern = `%${words.replace(/[\\%_]/g, "\\$&")}%`;
  return or(
    sql`${user.name} like ${pattern} escape '\\'`,
    sql`${user.email} like ${pattern} escape '\\'`,
    sql`${organisation.name} like ${pattern} escape '\\'`,
  );
};

export type PeoplePage = { rows: PersonRow[]; total: number; page: number; pages: number };

/** One page of people by name, and how many there are in all. A page past the end is the last one. */
export async function listPeople(desk: Desk, asked: { q: string; page: number }): Promise<PeoplePage> {
  demandAdmin(desk);
  const where = asked.q ? matching(asked.q) : undefined;
  const [all] = await desk.read
    .select({ total: count() })
    .from(user)
    .leftJoin(organisation, eq(organisation.id, user.organisation))
    .where(where);
  const total = all?.total ?? 0;
  const pages = Math.max(1, Math.ceil(total / PAGE));
  const page = Math.min(asked.page, pages);
  const rows = await desk.read
    .select({
      id: user.id,
      name: user.name,
      email: user.email,
      role: user.role,
      organisation: organisation.name,
      state: stateOf(desk.read),
    })
    .from(user)
    .leftJoin(organisation, eq(organisation.id, user.organisation))
    .where(where)
    .orderBy(asc(sql`lower(${user.name})`), asc(user.email))
    .limit(PAGE)
    .offset((page - 1) * PAGE);
  return { rows, total, page, pages };
}

/** How many accounts there are in each state. */
export async function countPeople(desk: Desk): Promise<Record<AccountState, number>> {
  demandAdmin(desk);
  const state = stateOf(desk.read);
  const rows = await desk.read.select({ state, people: count() }).from(user).groupBy(state);
  return { invited: 0, active: 0, disabled: 0, ...Object.fromEntries(rows.map((row) => [row.state, row.people])) };
}

export type Account = PersonRow & {
  addedAt: string;
  /** Whether a second factor is set up. */
  factor: boolean;
  version: number;
};

/** The account of this id; throws `NotFound` where there is none. */
export async function findAccount(desk: Desk, id: string): Promise<Account> {
  demandAdmin(desk);
  const [row] = await desk.read
    .select({
      id: user.id,
      name: user.name,
      email: user.email,
      role: user.role,
      organisation: organisation.name,
      state: stateOf(desk.read),
      addedAt: user.addedAt,
      factor: sql<number>`${user.totp} is not null`,
      version: user.version,
    })
    .from(user)
    .leftJoin(organisation, eq(organisation.id, user.organisation))
    .where(eq(user.id, id));
  if (!row) throw new NotFound();
  return { ...row, factor: row.factor === 1 };
}

/** What the rules about accounts ask, as it stands at this moment; throws `NotFound` where there is no such account. */
export async function standingOf(db: Db, id: string): Promise<Standing & { version: number; email: string }> {
  const [row] = await db
    .select({
      id: user.id,
      name: user.name,
      email: user.email,
      role: user.role,
      organisation: user.organisation,
      state: stateOf(db),
      version: user.version,
    })
    .from(user)
    .where(eq(user.id, id));
  if (!row) throw new NotFound();
  const [parts] = await db.select({ many: count() }).from(member).where(eq(member.user, id));
  const [admins] = await db
    .select({ many: count() })
    .from(user)
    .where(and(eq(user.role, "admin"), isNull(user.disabledAt), joined(db), ne(user.id, id)));
  return { ...row, parts: parts?.many ?? 0, otherAdmins: admins?.many ?? 0 };
}

/** All organisations, by name. */
export async function listOrganisations(desk: Desk): Promise<{ name: string; side: Side }[]> {
  demandAdmin(desk);
  return desk.read
    .select({ name: organisation.name, side: organisation.side })
    .from(organisation)
    .orderBy(asc(sql`lower(${organisation.name})`));
}

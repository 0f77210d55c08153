/**
 * What the product holds about one account: for whoever asks for their own data, and for the day when their personal data
 * is erased. Work of the inspection that a person took part in is named by its ids: its words are the inspection's.
 */
import { and, asc, eq, getTableName, isNotNull, or, type SQL } from "drizzle-orm";
import { getTableConfig, type SQLiteColumn, type SQLiteTable } from "drizzle-orm/sqlite-core";

import * as accounts from "#db/schema/accounts.ts";
import { event, revision } from "#db/schema/audit.ts";
import * as briefings from "#db/schema/briefing.ts";
import * as evidences from "#db/schema/evidence.ts";
import * as fieldwork from "#db/schema/fieldwork.ts";
import * as findings from "#db/schema/findings.ts";
import * as inspections from "#db/schema/inspections.ts";
import * as ratings from "#db/schema/ratings.ts";
import * as readiness from "#db/schema/readiness.ts";
import * as requests from "#db/schema/requests.ts";

import { endSessionsOf } from "#app/models/accounts/sessions.server.ts";
import { sideOf } from "#app/models/accounts/role.ts";
import type { Db, Desk } from "#app/platform/desk.ts";
import { NotFound, Refused } from "#app/platform/failure.ts";

import type { PersonData } from "./person-data.ts";

const { identity, oneTimeLink, organisation, recoveryCode, session, user } = accounts;
const { calendar } = fieldwork;
const { note } = findings;
const { mailChoice, request } = requests;
const { savedView } = evidences;
const { exclusion } = inspections;

const isTable = (one: unknown): one is SQLiteTable => typeof one === "object" && one !== null && "getSQL" in one;

/** What is told in full, or is of no use to anybody but the product. */
const toldElsewhere: readonly SQLiteTable[] = [
  identity,
  oneTimeLink,
  recoveryCode,
  session,
  calendar,
  mailChoice,
  savedView,
];

type Mention = { table: SQLiteTable; column: SQLiteColumn; key: SQLiteColumn[] };

/** Every column of the schema that names an account: none can be forgotten, as none is listed by hand. */
const mentions: Mention[] = [
  accounts,
  briefings,
  evidences,
  fieldwork,
  findings,
  inspections,
  ratings,
  readiness,
  requests,
]
  .flatMap((schema) => Object.values(schema).filter(isTable))
  .filter((table) => !toldElsewhere.includes(table))
  .flatMap((table) => {
    const { columns, foreignKeys, primaryKeys } = getTableConfig(table);
    const key = primaryKeys[0]?.columns ?? columns.filter(({ primary }) => primary);
    return foreignKeys.flatMap((foreign) => {
      const {
        columns: [column],
        foreignTable,
      } = foreign.reference();
      return column && foreignTable === user ? [{ table, column, key }] : [];
    });
  });

/**
 * What a person who asks for their own data is not told of by a page: a request that nobody has sent them yet, and whether
 * someone saw a conflict of interest. Whether to tell is for people to decide: the command tells.
 */
function toldToThemselves({ table }: Mention, council: boolean): SQL | undefined | false {
  if (table === exclusion) return false;
  return table === request && council ? isNotNull(request.number) : undefined;
}

async function listMentions(db: Db, id: string, self: { council: boolean } | null): Promise<PersonData["mentions"]> {
  const found: PersonData["mentions"] = [];
  for (const mention of mentions) {
    const { table, column, key } = mention;
    const told = self ? toldToThemselves(mention, self.council) : undefined;
    if (told === false) continue;
    const columns = Object.fromEntries(key.map((one) => [one.name, one]));
    const rows = await db
      .select(columns)
      .from(table)
      .where(and(eq(column, id), told));
    if (!rows.length) continue;
    const ids = rows.map((row) =>
      Object.values(row)
        .filter((value) => value !== id)
        .join(" "),
    );
    found.push({ where: getTableName(table), as: column.name, ids: ids.sort() });
  }
  return found;
}

async function gather(db: Db, id: string, self: { council: boolean } | null): Promise<PersonData> {
  const [row] = await db
    .select({ user, organisation: organisation.name })
    .from(user)
    .leftJoin(organisation, eq(organisation.id, user.organisation))
    .where(eq(user.id, id));
  if (!row) throw new NotFound();
  const { email, name, role, addedAt, disabledAt, password, totp } = row.user;
  const own = eq(event.actor, id);
  return {
    account: { id, email, name, role, organisation: row.organisation, addedAt, disabledAt },
    signIn: {
      password: password !== null,
      secondFactor: totp !== null,
      singleSignOn: await db
        .select({ issuer: identity.issuer, subject: identity.subject })
        .from(identity)
        .where(eq(identity.user, id)),
      devices: await db
        .select({ device: session.device, startedAt: session.startedAt, seenAt: session.seenAt })
        .from(session)
        .where(eq(session.user, id))
        .orderBy(asc(session.startedAt)),
    },
    letters: await db
      .select({ atOnce: mailChoice.atOnce, digest: mailChoice.digest })
      .from(mailChoice)
      .where(eq(mailChoice.user, id)),
    savedViews: await db
      .select({ name: savedView.name, query: savedView.query, addedAt: savedView.addedAt })
      .from(savedView)
      .where(eq(savedView.user, id)),
    calendars: await db
      .select({ addedAt: calendar.addedAt, revokedAt: calendar.revokedAt })
      .from(calendar)
      .where(eq(calendar.user, id)),
    privateNotes: await db.select({ text: note.text, changedAt: note.changedAt }).from(note).where(eq(note.author, id)),
    mentions: await listMentions(db, id, self),
    // Without numbers: they would tell how much others did between.
    record: await db
      .select({ at: event.at, action: event.action, subject: event.subject })
      .from(event)
      .where(self ? own : or(own, eq(event.subject, `user:${id}`)))
      .orderBy(asc(event.seq)),
  };
}

/** What is held about whoever asks. */
export async function findOwnData(desk: Desk): Promise<PersonData> {
  const { user: person } = desk;
  if (!person) throw new NotFound();
  return desk.snapshot((db) => gather(db, person.id, { council: sideOf(person.role) === "council" }));
}

/** What is held about the account of this id, for someone who holds the data folder. */
export const findPersonData = (desk: Desk, id: string): Promise<PersonData> =>
  desk.snapshot((db) => gather(db, id, null));

/** Puts on record that this data was taken. */
export async function recordPersonExport(desk: Desk, id: string): Promise<void> {
  await desk.change({ action: "person.export", subject: `user:${id}` }, async () => {});
}

/** The name of an account whose personal data is gone. */
export const ERASED = "Former user";

/**
 * Erases the name, the address and all that is the person's alone. What they did stays, under an id that names nobody.
 * Throws `Refused` while they can sign in. Cannot be undone. For a command of the product.
 */
export async function erasePerson(desk: Desk, id: string): Promise<void> {
  await desk.change({ action: "person.erase", subject: `user:${id}` }, async (db) => {
    const [row] = await db.select().from(user).where(eq(user.id, id));
    if (!row) throw new NotFound();
    if (row.disabledAt === null) throw new Refused("Disable the account first: an administrator does, under People.");
    await endSessionsOf(db, id);
    await db.delete(identity).where(eq(identity.user, id));
    await db.delete(recoveryCode).where(eq(recoveryCode.user, id));
    await db.delete(oneTimeLink).where(eq(oneTimeLink.user, id));
    await db.delete(mailChoice).where(eq(mailChoice.user, id));
    await db.delete(savedView).where(eq(savedView.user, id));
    await db.delete(calendar).where(eq(calendar.user, id));
    await db.delete(note).where(eq(note.author, id));
    const entries = await db
      .select({ seq: event.seq })
      .from(event)
      .where(eq(event.subject, `user:${id}`));
    for (const { seq } of entries) {
      await db.update(revision).set({ before: null, after: null }).where(eq(revision.seq, seq));
    }
    const gone = { name: ERASED, email: `erased-${id}@invalid`, password: null, totp: null, totpStep: null };
    await db
      .update(user)
      .set({ ...gone, version: row.version + 1 })
      .where(eq(user.id, id));
  });
}

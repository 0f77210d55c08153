/** What the team says to each other about a line or a theme, until it is resolved. It stays inside. */
import { and, asc, eq } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import { randomUUID } from "node:crypto";

import { user } from "#db/schema/accounts.ts";
import { comment } from "#db/schema/ratings.ts";

import { demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import type { Desk } from "#app/platform/desk.ts";
import { Invalid, NotFound, Stale } from "#app/platform/failure.ts";

const COMMENT_LENGTH = 2000;

export type CommentView = {
  id: string;
  /** "line:1.3", "theme:1". */
  subject: string;
  text: string;
  by: string;
  at: string;
  resolved: { by: string; at: string } | null;
  version: number;
};

const resolver = alias(user, "resolver");

/** Every comment of the inspection, the oldest first. One query. */
export async function listComments(desk: Pick<Desk, "read">, of: Inspection): Promise<CommentView[]> {
  demand(of, "comment.see");
  const rows = await desk.read
    .select({ row: comment, by: user.name, resolvedBy: resolver.name })
    .from(comment)
    .innerJoin(user, eq(user.id, comment.by))
    .leftJoin(resolver, eq(resolver.id, comment.resolvedBy))
    .where(eq(comment.inspection, of.id))
    .orderBy(asc(comment.at));
  return rows.map(({ row: { id, subject, text, at, resolvedAt, version }, by, resolvedBy }) => ({
    id,
    subject,
    text,
    by,
    at,
    resolved: resolvedAt ? { by: resolvedBy ?? "", at: resolvedAt } : null,
    version,
  }));
}

/** The theme of a comment's subject ("line:1.3" is 1); null where the framework has no such line or theme. */
export function themeOfSubject(of: Inspection, subject: string): number | null {
  const themes = of.framework.judgements.flatMap((judgement) => judgement.themes);
  const [noun, ref = ""] = subject.split(":");
  const found = themes.find((theme) => {
    if (noun === "theme") return String(theme.number) === ref;
    return noun === "line" && theme.lines.some((line) => line.ref === ref);
  });
  return found?.number ?? null;
}

/** Adds a comment. Throws `Invalid` for words that cannot be taken. Returns its id. */
export async function addComment(
  desk: Desk,
  of: Inspection,
  typed: { subject: string; text: string },
): Promise<string> {
  demand(of, "comment.write");
  const { user: person } = desk;
  if (!person) throw new NotFound();
  const { subject } = typed;
  if (themeOfSubject(of, subject) === null) throw new Invalid({ subject: "Choose the line or theme to comment on" });
  const text = typed.text.trim();
  if (!text) throw new Invalid({ text: "Enter a comment" });
  if (text.length > COMMENT_LENGTH) {
    throw new Invalid({ text: `The comment must be ${COMMENT_LENGTH} characters or fewer. It has ${text.length}.` });
  }
  const id = randomUUID();
  await desk.change({ action: "comment.add", subject: `comment:${id}`, inspection: of.id }, async (db, keep) => {
    const at = desk.now().toISOString();
    await db.insert(comment).values({ id, inspection: of.id, subject, text, by: person.id, at });
    keep(null, { on: subject.replace(":", " "), text });
  });
  return id;
}

/** The subject of a comment of this inspection; throws `NotFound` where there is none of this id. */
export async function findCommentSubject(desk: Desk, of: Inspection, id: string): Promise<string> {
  demand(of, "comment.see");
  const [row] = await desk.read
    .select({ subject: comment.subject })
    .from(comment)
    .where(and(eq(comment.id, id), eq(comment.inspection, of.id)));
  if (!row) throw new NotFound();
  return row.subject;
}

/** Marks a comment as resolved, or opens it again. Throws `Stale` if someone did either since `version`. */
export async function resolveComment(
  desk: Desk,
  of: Inspection,
  id: string,
  { resolved, version }: { resolved: boolean; version: number },
): Promise<void> {
  demand(of, "comment.write");
  const action = resolved ? "comment.resolve" : "comment.reopen";
  await desk.change({ action, subject: `comment:${id}`, inspection: of.id }, async (db) => {
    const [row] = await db
      .select()
      .from(comment)
      .where(and(eq(comment.id, id), eq(comment.inspection, of.id)));
    if (!row) throw new NotFound();
    if (row.version !== version) throw new Stale({ resolved: row.resolvedAt ? "yes" : "no" }, row.version);
    const set = resolved
      ? { resolvedBy: desk.user?.id ?? null, resolvedAt: desk.now().toISOString() }
      : { resolvedBy: null, resolvedAt: null };
    await db
      .update(comment)
      .set({ ...set, version: row.version + 1 })
      .where(eq(comment.id, id));
  });
}

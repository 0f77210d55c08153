/** Views: names that a person gives to what they ask of the list of evidence. Theirs alone. */
import { and, asc, eq } from "drizzle-orm";
import { randomUUID } from "node:crypto";

import { savedView } from "#db/schema/evidence.ts";

import { demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import type { Desk } from "#app/platform/desk.ts";
import { Invalid, NotFound } from "#app/platform/failure.ts";

import { type EvidenceQuery, narrowing } from "./query.ts";

const NAME_LENGTH = 40;
const MOST_VIEWS = 20;

export type View = { id: string; name: string; query: EvidenceQuery };

const own = (desk: Desk, of: Inspection) =>
  and(eq(savedView.inspection, of.id), eq(savedView.user, desk.user?.id ?? ""));

/** The person's own views of the evidence of this inspection, in the order in which they saved them. */
export async function listViews(desk: Desk, of: Inspection): Promise<View[]> {
  demand(of, "evidence.see");
  const rows = await desk.read
    .select({ id: savedView.id, name: savedView.name, query: savedView.query })
    .from(savedView)
    .where(own(desk, of))
    .orderBy(asc(savedView.addedAt), asc(savedView.name));
  return rows.map(({ query, ...row }) => ({ ...row, query: JSON.parse(query) as EvidenceQuery }));
}

/** Saves what is asked, in its order, under a name. Throws `Invalid` where the name or the query cannot be kept. */
export async function addView(
  desk: Desk,
  of: Inspection,
  draft: { name: string; query: EvidenceQuery },
): Promise<void> {
  demand(of, "evidence.see");
  const name = draft.name.replace(/\s+/g, " ").trim();
  const { page: _, ...query } = draft.query;
  if (!name) throw new Invalid({ name: "Enter a name for the view" });
  if (name.length > NAME_LENGTH) throw new Invalid({ name: `The name must be ${NAME_LENGTH} characters or fewer` });
  if (!Object.keys(narrowing(query)).length)
    throw new Invalid({ name: "Choose filters first: this view would show all evidence" });
  const views = await listViews(desk, of);
  if (views.some((view) => view.name === name)) throw new Invalid({ name: `You have a view called “${name}” already` });
  if (views.length >= MOST_VIEWS) throw new Invalid({ name: `You have ${MOST_VIEWS} views. Remove one first` });
  const id = randomUUID();
  const user = desk.user?.id ?? "";
  // The event does not say what is looked for: that is the person's own.
  await desk.change({ action: "view.save", subject: `user:${user}` }, async (db) => {
    const addedAt = desk.now().toISOString();
    await db.insert(savedView).values({ id, inspection: of.id, user, name, query: JSON.stringify(query), addedAt });
  });
}

/** Removes one of the person's own views; throws `NotFound` where it is none of theirs. */
export async function removeView(desk: Desk, of: Inspection, id: string): Promise<void> {
  demand(of, "evidence.see");
  const one = and(own(desk, of), eq(savedView.id, id));
  const [found] = await desk.read.select({ id: savedView.id }).from(savedView).where(one);
  if (!found) throw new NotFound();
  await desk.change({ action: "view.remove", subject: `user:${desk.user?.id}` }, (db) =>
    db.delete(savedView).where(one),
  );
}

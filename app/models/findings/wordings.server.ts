/** What findings ever said: their words before each change, from the record. */
import { and, eq, inArray, or } from "drizzle-orm";

import { event, revision } from "#db/schema/audit.ts";

import { demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import type { Desk } from "#app/platform/desk.ts";

const textIn = (content: unknown): string[] =>
  content && typeof content === "object" && "text" in content && typeof content.text === "string" ? [content.text] : [];

/** By finding, all texts that it had before the one that stands and that are still kept. For inspectors only. */
export async function listWordings(
  desk: Pick<Desk, "read">,
  of: Inspection,
  findings: readonly string[],
): Promise<Map<string, string[]>> {
  demand(of, "finding.history");
  const wordings = new Map<string, string[]>(findings.map((id) => [id, []]));
  if (!findings.length) return wordings;
  const subjects = findings.map((id) => `finding:${id}`);
  const rows = await desk.read
    .select({ subject: event.subject, action: event.action, before: revision.before, after: revision.after })
    .from(event)
    .innerJoin(revision, eq(revision.seq, event.seq))
    .where(and(eq(event.inspection, of.id), or(inArray(event.subject, subjects), eq(event.action, "deck.take"))));
  for (const { subject, action, before, after } of rows) {
    for (const content of [before, after]) {
      // A deck that was taken changes many findings as one event, which holds the words of each by its id.
      const each =
        action === "deck.take" ? Object.entries(content ?? {}) : [[subject.slice("finding:".length), content]];
      for (const [id, words] of each as [string, unknown][]) wordings.get(id)?.push(...textIn(words));
    }
  }
  return wordings;
}

/** What the team says to each other about lines and themes. */
import { demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import { listComments } from "#app/models/ratings/comments.server.ts";
import type { Table } from "#app/platform/csv.ts";
import type { Desk } from "#app/platform/desk.ts";

const header = ["About", "Comment", "By", "Written (UTC)", "Resolved by", "Resolved (UTC)"];

export async function commentsTable(desk: Desk, of: Inspection): Promise<Table> {
  demand(of, "comment.see");
  const rows = (await listComments(desk, of)).map(({ subject, text, by, at, resolved }) => {
    const about = subject.replace(/^./, (letter) => letter.toUpperCase()).replace(":", " ");
    return [about, text, by, at, resolved?.by ?? null, resolved?.at ?? null];
  });
  return { header, rows };
}

import { eq } from "drizzle-orm";
import { expect, test } from "vitest";

import { evidence, evidenceLine } from "#db/schema/evidence.ts";
import { line } from "#db/schema/inspections.ts";

import type { Desk } from "#app/platform/desk.ts";
import { Invalid, NotFound } from "#app/platform/failure.ts";
import { freshInspection, inspectionOf, type Team } from "#tests/support/fresh.ts";

import { addEvidence } from "./arrivals.server.ts";
import { addLines, setLines } from "./lines.server.ts";

async function add(desk: Desk, name: string): Promise<string> {
  const arrival = await desk.storage.receive(new Response(name).body! as never, Infinity);
  const details = { title: "", kind: "document", voice: null, asAt: null } as never;
  return addEvidence(desk, await inspectionOf(desk), details, { name, arrival });
}

const kept = async ({ world }: Team, id: string) => {
  const rows = await world.services.store.read
    .select({ ref: line.ref, side: evidenceLine.side })
    .from(evidenceLine)
    .innerJoin(line, eq(line.id, evidenceLine.line))
    .where(eq(evidenceLine.evidence, id));
  return rows.map(({ ref, side }) => `${side} ${ref}`).sort();
};

test("each side keeps lines of its own, and what inspectors choose leaves the council's row as it was", async () => {
  const team = await freshInspection();
  const { officer, lead } = team;
  const id = await add(officer, "minutes.txt");
  await setLines(officer, await inspectionOf(officer), id, ["1.3", "2.2"]);
  await setLines(lead, await inspectionOf(lead), id, ["4.1"]);
  await setLines(officer, await inspectionOf(officer), id, ["1.3"]);
  expect(await kept(team, id)).toEqual(["council 1.3", "inspectorate 4.1"]);
  const [row] = await lead.read.select().from(evidence).where(eq(evidence.id, id));
  expect(row?.version).toBe(1);
});

test("a line goes to many pieces, and nothing is recorded where it is there", async () => {
  const team = await freshInspection();
  const { lead } = team;
  const of = await inspectionOf(lead);
  const ids = [await add(lead, "a.txt"), await add(lead, "b.txt")];
  await setLines(lead, of, ids[0]!, ["1.3"]);
  await addLines(lead, of, ids, "1.1");
  await addLines(lead, of, ids, "1.1");
  expect(await kept(team, ids[0]!)).toEqual(["inspectorate 1.1", "inspectorate 1.3"]);
  expect(await kept(team, ids[1]!)).toEqual(["inspectorate 1.1"]);
});

test("a line that is none, and evidence of the other side, are refused", async () => {
  const { officer, lead, manager } = await freshInspection();
  const hidden = await add(lead, "note.txt");
  const sent = await add(officer, "sent.txt");
  const of = await inspectionOf(officer);
  await expect(setLines(officer, of, hidden, ["1.3"])).rejects.toThrow(NotFound);
  await expect(addLines(officer, of, [sent, hidden], "1.3")).rejects.toThrow(NotFound);
  await expect(setLines(officer, of, sent, ["99.9"])).rejects.toThrow(Invalid);
  await expect(setLines(manager, await inspectionOf(manager), sent, [])).rejects.toThrow(NotFound);
});

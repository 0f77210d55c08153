import { eq } from "drizzle-orm";
import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";

import { evidence, evidenceLine } from "#db/schema/evidence.ts";
import { line } from "#db/schema/inspections.ts";

import type { Desk } from "#app/platform/desk.ts";
import { freshInspection, inspectionOf } from "#tests/support/fresh.ts";

import { addNamed, type TypedRow } from "./naming.server.ts";
import { arrive, listWaiting } from "./waiting.server.ts";

async function* bytesOf(text: string) {
  yield new TextEncoder().encode(text);
}

async function wait(desk: Desk, name: string, text = name): Promise<string> {
  const id = randomUUID();
  const arrival = await desk.storage.receive(bytesOf(text), Infinity);
  await arrive(desk, await inspectionOf(desk), { id, name, arrival });
  return id;
}

const row = (arrival: string, more: Partial<TypedRow> = {}): TypedRow => ({
  arrival,
  title: "A paper",
  kind: "document",
  voice: "",
  line: "",
  asAt: "",
  shows: "",
  restricted: false,
  again: false,
  ...more,
});

test("each row is evidence of its own, with its line as the council sees it", async () => {
  const { officer } = await freshInspection();
  const of = await inspectionOf(officer);
  const [a, b] = [await wait(officer, "a.txt"), await wait(officer, "b.txt")];
  const outcomes = await addNamed(officer, of, [
    row(a, { title: "Minutes of May", kind: "minutes", line: "1.3", asAt: "2007-05-12", restricted: true }),
    row(b),
  ]);
  expect(outcomes).toMatchObject([{ evidence: { ref: "E1", title: "Minutes of May" } }, { evidence: { ref: "E2" } }]);
  const rows = await officer.read
    .select({
      kind: evidence.kind,
      asAt: evidence.asAt,
      how: evidence.sensitivity,
      line: line.ref,
      side: evidenceLine.side,
    })
    .from(evidence)
    .leftJoin(evidenceLine, eq(evidenceLine.evidence, evidence.id))
    .leftJoin(line, eq(line.id, evidenceLine.line))
    .orderBy(evidence.number);
  expect(rows).toEqual([
    { kind: "minutes", asAt: "2007-05-12", how: "restricted", line: "1.3", side: "council" },
    { kind: "document", asAt: null, how: "internal", line: null, side: null },
  ]);
  expect(await listWaiting(officer, of)).toEqual([]);
});

test("a row that cannot be taken tells all that is wrong with it and waits on, and the others are added", async () => {
  const { officer } = await freshInspection();
  const of = await inspectionOf(officer);
  const [a, b, c] = [
    await wait(officer, "a.txt"),
    await wait(officer, "b.png.txt"),
    await wait(officer, "c.txt", "a.txt"),
  ];
  const outcomes = await addNamed(officer, of, [
    row(a),
    row(b, { title: " ", line: "99.9", asAt: "soon", kind: "photograph" }),
    row(c),
    row("no such file"),
  ]);
  expect(outcomes[0]).toHaveProperty("evidence");
  const faults = outcomes.map((one) => ("errors" in one ? Object.keys(one.errors).sort() : []));
  expect(faults).toEqual([[], ["asAt", "line", "own-shows", "title"], ["again"], ["file"]]);
  expect((await listWaiting(officer, of)).map(({ id }) => id).sort()).toEqual([b, c].sort());
  const [again] = await addNamed(officer, of, [row(c, { again: true })]);
  expect(again).toHaveProperty("evidence");
});

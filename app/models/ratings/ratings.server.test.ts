import { expect, test } from "vitest";

import { addEdition } from "#app/models/frameworks/editions.server.ts";
import { ensureOrganisation } from "#app/models/accounts/users.server.ts";
import { addInspection, findInspection } from "#app/models/inspections/inspections.server.ts";
import { addMember } from "#app/models/inspections/members.server.ts";
import { readContent } from "#app/platform/content.server.ts";
import { contentFolder } from "#app/platform/home.server.ts";
import { freshInspection } from "#tests/support/fresh.ts";

import { computedFor } from "./computed.ts";
import { rate } from "./ratings.server.ts";
import { ratingsOf } from "./sight.ts";
import { visibleRatings } from "./visible.server.ts";

/** An inspection under a framework whose judgement is worked out from nine scores. */
async function openScored() {
  const { lead, inspector, world } = await freshInspection();
  const { frameworks } = await readContent(contentFolder);
  const edition = await addEdition(
    lead,
    frameworks.find(({ slug }) => slug === "cqc-local-authority-2023")!,
  );
  const council = await ensureOrganisation(world.desk(null), "Sample Council", "council");
  const draft = { code: "scored", title: "Scored", kind: "Assessment", council, edition, date: "2026-12-09" };
  await addMember(lead, await addInspection(lead, draft), inspector.user!.id, "inspector");
  const [of, theirs] = [await findInspection(lead, "scored"), await findInspection(inspector, "scored")];
  const refs = of.framework.judgements[0]!.themes.flatMap(({ lines }) => lines.map(({ ref }) => ref));
  return { lead, inspector, of, theirs, refs };
}

test("what the rule gives is kept beside what the inspector judges, of what that inspector is told", async () => {
  const { lead, inspector, of, theirs, refs } = await openScored();
  const judgement = { subject: "judgement", ref: "1", level: 3, reason: "Rising", version: 0 } as const;
  // A sum of 22 of 36 is the highest that still requires improvement.
  for (const [at, ref] of refs.entries()) {
    await rate(lead, of, { subject: "line", ref, level: at < 4 ? 3 : 2, reason: "Why", version: 0 });
  }
  const ratings = await visibleRatings(lead, of);
  expect(computedFor(of.framework, ratings, "judgement", "1")).toMatchObject({
    level: 2,
    label: "Requires improvement",
    next: "One level more in any of 9 (1.1 to 4.2) would make this Good.",
  });
  await rate(lead, of, judgement);
  expect(ratingsOf(await visibleRatings(lead, of), "judgement", "1").told).toMatchObject([{ level: 3, computed: 2 }]);
  // The other is told none of the scores, so the rule gives them nothing.
  const blind = computedFor(of.framework, await visibleRatings(inspector, theirs), "judgement", "1");
  expect(blind).toMatchObject({ level: null, next: null });
  await rate(inspector, theirs, judgement);
  const { told } = ratingsOf(await visibleRatings(inspector, theirs), "judgement", "1");
  expect(told.map(({ mine, computed }) => [mine, computed])).toEqual(
    expect.arrayContaining([
      [true, null],
      [false, 2],
    ]),
  );
});

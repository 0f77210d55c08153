/** Settles the rating of a judgement. */
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData, useParams } from "@remix-run/react";

import { changing } from "#app/desk.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { moderate } from "#app/models/ratings/moderations.server.ts";
import { paths } from "#app/paths.ts";

import type { loader } from "./moderation.tsx";
import { ModerationPage } from "./moderation-page.tsx";
import { numberOf } from "./typed-rating.ts";

export { links, loader, meta } from "./moderation.tsx";

export const action = changing(async ({ desk, params, form }) => {
  const inspection = await findInspection(desk, params.code ?? "", "moderation.decide");
  const typed = await form();
  const ref = String(numberOf(params.number));
  const [level, version] = [typed.number("level"), typed.number("version") ?? 0];
  await moderate(desk, inspection, { subject: "judgement", ref, level, reason: typed.value("reason"), version });
  return redirect(paths.moderation(inspection.code));
});

export default function ModeratedJudgement() {
  const { number } = useParams();
  const data = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  return <ModerationPage data={data} failed={{ judgement: numberOf(number), state }} />;
}

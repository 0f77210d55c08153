/** Moderation of the inspection, theme by theme. */
import type { LinksFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { reading } from "#app/desk.server.ts";
import { allowed, findInspection } from "#app/models/inspections/inspections.server.ts";
import { listModeration } from "#app/models/ratings/moderations.server.ts";
import styles from "#app/ui/styles/moderation.css?url";
import ratingStyles from "#app/ui/styles/rating-form.css?url";
import readinessStyles from "#app/ui/styles/readiness.css?url";
import { titled } from "#app/ui/titled.ts";

import { ModerationPage } from "./moderation-page.tsx";

export const links: LinksFunction = () =>
  [readinessStyles, ratingStyles, styles].map((href) => ({ rel: "stylesheet", href }));

export const meta = titled("Moderation");

export const loader = reading(async ({ desk, params }) => {
  const inspection = await findInspection(desk, params.code ?? "", "moderation.see");
  const { code, doubleRating } = inspection;
  const judgements = await listModeration(desk, inspection);
  return { code, doubleRating, mayDecide: allowed(inspection, "moderation.decide"), judgements };
});

export default function Moderation() {
  return <ModerationPage data={useLoaderData<typeof loader>()} />;
}

/** Moderation of one theme. Its forms have addresses of their own, which show this page again. */
import type { LinksFunction } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";

import { reading } from "#app/desk.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { findThemeModeration } from "#app/models/ratings/theme-moderations.server.ts";
import styles from "#app/ui/styles/moderation.css?url";
import ratingStyles from "#app/ui/styles/rating-form.css?url";
import readinessStyles from "#app/ui/styles/readiness.css?url";
import { titled } from "#app/ui/titled.ts";

import { ThemeModerationPage } from "./theme-moderation-page.tsx";
import { numberOf } from "./typed-rating.ts";

export const links: LinksFunction = () =>
  [readinessStyles, ratingStyles, styles].map((href) => ({ rel: "stylesheet", href }));

export const meta: MetaFunction<typeof loader> = (args) =>
  titled(args.data ? `Theme ${args.data.theme.number} ${args.data.theme.title}` : "Theme", "Moderation")(args as never);

export const loader = reading(async ({ desk, params }) => {
  const inspection = await findInspection(desk, params.code ?? "", "moderation.see");
  return { code: inspection.code, ...(await findThemeModeration(desk, inspection, numberOf(params.number))) };
});

export default function ThemeModeration() {
  return <ThemeModerationPage data={useLoaderData<typeof loader>()} />;
}

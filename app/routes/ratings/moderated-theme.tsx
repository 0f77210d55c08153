/** Settles the rating of a theme. */
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { changing } from "#app/desk.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { moderate } from "#app/models/ratings/moderations.server.ts";
import { paths } from "#app/paths.ts";

import type { loader } from "./theme-moderation.tsx";
import { ThemeModerationPage } from "./theme-moderation-page.tsx";
import { numberOf } from "./typed-rating.ts";

export { links, loader, meta } from "./theme-moderation.tsx";

export const action = changing(async ({ desk, params, form }) => {
  const inspection = await findInspection(desk, params.code ?? "", "moderation.decide");
  const theme = numberOf(params.number);
  const typed = await form();
  const [level, version] = [typed.number("level"), typed.number("version") ?? 0];
  const ref = String(theme);
  await moderate(desk, inspection, { subject: "theme", ref, level, reason: typed.value("reason"), version });
  return redirect(paths.themeModeration(inspection.code, theme, "theme"));
});

export default function ModeratedTheme() {
  const data = useLoaderData<typeof loader>();
  return <ThemeModerationPage data={data} failed={{ form: "theme", state: useActionData<typeof action>() }} />;
}

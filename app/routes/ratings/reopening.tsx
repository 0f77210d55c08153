/** Reopens a theme that was signed off. */
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { changing } from "#app/desk.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { reopenTheme } from "#app/models/ratings/sign-offs.server.ts";
import { paths } from "#app/paths.ts";

import type { loader } from "./theme-moderation.tsx";
import { ThemeModerationPage } from "./theme-moderation-page.tsx";
import { numberOf } from "./typed-rating.ts";

export { links, loader, meta } from "./theme-moderation.tsx";

export const action = changing(async ({ desk, params, form }) => {
  const inspection = await findInspection(desk, params.code ?? "", "moderation.decide");
  const theme = numberOf(params.number);
  const typed = await form();
  const [signOff, reason] = [typed.value("sign-off"), typed.value("reason")];
  await reopenTheme(desk, inspection, theme, { signOff, reason });
  return redirect(paths.themeModeration(inspection.code, theme));
});

export default function Reopening() {
  const data = useLoaderData<typeof loader>();
  return <ThemeModerationPage data={data} failed={{ form: "reopening", state: useActionData<typeof action>() }} />;
}

/** Signs a theme off. */
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { changing } from "#app/desk.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { signThemeOff } from "#app/models/ratings/sign-offs.server.ts";
import { paths } from "#app/paths.ts";

import type { loader } from "./theme-moderation.tsx";
import { ThemeModerationPage } from "./theme-moderation-page.tsx";
import { numberOf } from "./typed-rating.ts";

export { links, loader, meta } from "./theme-moderation.tsx";

export const action = changing(async ({ desk, params, form }) => {
  const inspection = await findInspection(desk, params.code ?? "", "moderation.decide");
  const theme = numberOf(params.number);
  const typed = await form();
  await signThemeOff(desk, inspection, theme, { read: typed.value("read") === "yes" });
  return redirect(paths.themeModeration(inspection.code, theme));
});

export default function SignOff() {
  const data = useLoaderData<typeof loader>();
  return <ThemeModerationPage data={data} failed={{ form: "sign-off", state: useActionData<typeof action>() }} />;
}

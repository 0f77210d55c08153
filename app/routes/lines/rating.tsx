/** Rates a line. */
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { changing } from "#app/desk.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { rate } from "#app/models/ratings/ratings.server.ts";
import { paths } from "#app/paths.ts";
import { typedRating } from "#app/routes/ratings/typed-rating.ts";

import type { loader } from "./line.tsx";
import { WorkspacePage } from "./workspace.tsx";

export { handle, links, loader, meta } from "./line.tsx";

export const action = changing(async ({ desk, params, form }) => {
  const inspection = await findInspection(desk, params.code ?? "", "rating.write");
  const ref = params.ref ?? "";
  await rate(desk, inspection, { subject: "line", ref, ...typedRating(await form()) });
  return redirect(paths.line(inspection.code, ref, {}, "rating"));
});

export default function LineRating() {
  const data = useLoaderData<typeof loader>();
  return <WorkspacePage data={data} failed={{ form: "rating", state: useActionData<typeof action>() }} />;
}

/** Marks a comment as resolved, or opens it again. */
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { changing, reading } from "#app/desk.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { findCommentSubject, resolveComment, themeOfSubject } from "#app/models/ratings/comments.server.ts";
import { findThemeModeration } from "#app/models/ratings/theme-moderations.server.ts";
import { paths } from "#app/paths.ts";
import { NotFound } from "#app/platform/failure.ts";
import { titled } from "#app/ui/titled.ts";

import { ThemeModerationPage } from "./theme-moderation-page.tsx";

export { links } from "./theme-moderation.tsx";
export const meta = titled("Comment", "Moderation");

export const loader = reading(async ({ desk, params }) => {
  const inspection = await findInspection(desk, params.code ?? "", "comment.see");
  const theme = themeOfSubject(inspection, await findCommentSubject(desk, inspection, params.id ?? ""));
  if (theme === null) throw new NotFound();
  return { code: inspection.code, ...(await findThemeModeration(desk, inspection, theme)) };
});

export const action = changing(async ({ desk, params, form }) => {
  const inspection = await findInspection(desk, params.code ?? "", "comment.write");
  const id = params.id ?? "";
  const theme = themeOfSubject(inspection, await findCommentSubject(desk, inspection, id));
  const typed = await form();
  const resolved = typed.value("resolved") !== "no";
  await resolveComment(desk, inspection, id, { resolved, version: typed.number("version") ?? 0 });
  return redirect(paths.themeModeration(inspection.code, theme ?? 0, `comment-${id}`));
});

export default function CommentResolution() {
  const data = useLoaderData<typeof loader>();
  return <ThemeModerationPage data={data} failed={{ form: "comment", state: useActionData<typeof action>() }} />;
}

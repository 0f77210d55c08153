/** All comments of the inspection; with `?on=line:1.3`, the page that a comment is added on. */
import { redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";

import { changing, reading } from "#app/desk.server.ts";
import { allowed, findInspection } from "#app/models/inspections/inspections.server.ts";
import { addComment, type CommentView, listComments, themeOfSubject } from "#app/models/ratings/comments.server.ts";
import { findThemeModeration } from "#app/models/ratings/theme-moderations.server.ts";
import { paths } from "#app/paths.ts";
import { Crumbs } from "#app/ui/crumbs.tsx";
import { ErrorSummary, type Failed } from "#app/ui/form.tsx";
import { titled } from "#app/ui/titled.ts";

import { Comment } from "./comment-list.tsx";
import { ThemeModerationPage } from "./theme-moderation-page.tsx";

export { links } from "./theme-moderation.tsx";
export const meta = titled("Comments", "Moderation");

export const loader = reading(async ({ desk, params, url }) => {
  const inspection = await findInspection(desk, params.code ?? "", "comment.see");
  const { code } = inspection;
  const on = url.searchParams.get("on") ?? "";
  const number = themeOfSubject(inspection, on);
  if (number !== null) {
    const theme = { code, ...(await findThemeModeration(desk, inspection, number)) };
    return { on, theme, all: null };
  }
  const comments = await listComments(desk, inspection);
  const themes = new Map(comments.map(({ id, subject }) => [id, themeOfSubject(inspection, subject)]));
  const shown = comments.map((comment) => ({ comment, theme: themes.get(comment.id) ?? null }));
  return { on, theme: null, all: { code, mayComment: allowed(inspection, "comment.write"), shown } };
});

export const action = changing(async ({ desk, params, form }) => {
  const inspection = await findInspection(desk, params.code ?? "", "comment.write");
  const typed = await form();
  const subject = typed.value("subject");
  const id = await addComment(desk, inspection, { subject, text: typed.value("text") });
  return redirect(paths.themeModeration(inspection.code, themeOfSubject(inspection, subject) ?? 0, `comment-${id}`));
});

export default function CommentsRoute() {
  const { on, theme, all } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  if (theme) return <ThemeModerationPage data={theme} failed={{ form: `comment:${on}`, state: failed }} />;
  return <AllComments {...all} failed={failed} />;
}

type AllProps = {
  code: string;
  mayComment: boolean;
  shown: { comment: CommentView; theme: number | null }[];
  failed: Failed;
};

function AllComments({ code, mayComment, shown, failed }: AllProps) {
  const open = shown.filter(({ comment }) => !comment.resolved);
  const resolved = shown.filter(({ comment }) => comment.resolved);
  const parts = [
    { title: "Open", list: open },
    { title: "Resolved", list: resolved },
  ];
  return (
    <main id="main" className="wide page moderation">
      <Crumbs steps={[[paths.moderation(code), "Moderation"]]} />
      <ErrorSummary failed={failed} />
      <h1 className="h1">Comments</h1>
      <p className="lede">What the team says to each other about lines and themes. The council never reads it.</p>
      {shown.length === 0 && <p>There are no comments yet. Add one on the moderation page of a theme.</p>}
      {parts.map(
        ({ title, list }) =>
          list.length > 0 && (
            <section key={title}>
              <h2 className="h2">
                {title} <span className="muted">{list.length}</span>
              </h2>
              <ul className="comments">
                {list.map(({ comment, theme }) => (
                  <li key={comment.id} className="comment-of">
                    <p>
                      <Link to={paths.themeModeration(code, theme ?? 0, `comment-${comment.id}`)}>
                        {comment.subject.replace(":", " ").replace(/^./, (first) => first.toUpperCase())}
                      </Link>
                    </p>
                    <ul>
                      <Comment code={code} comment={comment} mayComment={mayComment} />
                    </ul>
                  </li>
                ))}
              </ul>
            </section>
          ),
      )}
    </main>
  );
}

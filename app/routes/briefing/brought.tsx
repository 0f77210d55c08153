/** The review of a deck that was brought in: each slide beside what is proposed. Nothing is written until it is confirmed. */
import { redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";

import { changing, reading } from "#app/desk.server.ts";
import { findReviewPage, keepChoices, type ReviewPage, views } from "#app/models/briefing/review-page.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { paths } from "#app/paths.ts";
import { Crumbs } from "#app/ui/crumbs.tsx";
import { ErrorSummary } from "#app/ui/form.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import styles from "#app/ui/styles/brought.css?url";
import { titled } from "#app/ui/titled.ts";

import { GoneFindings } from "./brought-gone.tsx";
import { BroughtSlide } from "./brought-slide.tsx";
import { BroughtSummary } from "./brought-summary.tsx";

export const meta = titled("Review a deck", "Briefing");
export const links = () => [{ rel: "stylesheet", href: styles }];

const viewOf = (url: URL) => ({
  page: Number(/^\d{1,4}$/.exec(url.searchParams.get("page") ?? "")?.[0] ?? 1),
  view: views.find((view) => view === url.searchParams.get("show")) ?? ("all" as const),
});

export const loader = reading(async ({ desk, params, url }) => {
  const inspection = await findInspection(desk, params.code ?? "", "briefing.import");
  return { code: inspection.code, ...(await findReviewPage(desk, inspection, params.id ?? "", viewOf(url))) };
});

export const action = changing(async ({ desk, params, form, request }) => {
  const inspection = await findInspection(desk, params.code ?? "", "briefing.import");
  const fields = await form();
  const id = params.id ?? "";
  await keepChoices(desk, inspection, id, fields, fields.number("version") ?? 0);
  const { page, view } = viewOf(new URL(request.url));
  if (fields.value("next") === "taking") return redirect(paths.broughtTaking(inspection.code, id));
  const next = fields.value("next") === "page" ? page + 1 : page;
  return redirect(paths.brought(inspection.code, id, { page: next, show: view }));
});

export type Reviewed = ReviewPage & { code: string };

export default function BroughtDeck() {
  const review = useLoaderData<typeof loader>() as Reviewed;
  const { code, id, name, page, pages, view, slides, version, state, gone } = review;
  const open = state === "reviewing";
  const last = page === pages;
  return (
    <main id="main" className="wide page">
      <Crumbs
        steps={[
          [paths.briefing(code), "Briefing decks"],
          [paths.briefingImport(code), "Bring in a deck"],
        ]}
      />
      <ErrorSummary failed={useActionData<typeof action>()} />
      <h1 className="h1 brought-name">{name}</h1>
      <BroughtSummary review={review} />
      <Form method="post" action={paths.brought(code, id, { page, show: view })} className="brought-form">
        <input type="hidden" name="version" value={version} />
        {slides.map((slide) => (
          <BroughtSlide key={slide.number} slide={slide} piece={review.piece} lines={review.lines} open={open} />
        ))}
        {slides.length === 0 && <p>No {review.piece} is like this.</p>}
        {last && view !== "questions" && <GoneFindings gone={gone} open={open} />}
        {open && slides.length > 0 && (
          <div className="actions brought-actions">
            {!last && (
              <button className="btn" type="submit" name="next" value="page">
                Keep these choices and go on
              </button>
            )}
            <button className={last ? "btn" : "btn btn-quiet"} type="submit" name="next" value="taking">
              Keep these choices and finish
            </button>
          </div>
        )}
      </Form>
      <Pagination
        page={page}
        pages={pages}
        to={(each) => paths.brought(code, id, { page: each, show: view })}
        label={`Pages of ${review.piece}s`}
      />
    </main>
  );
}

/** The last look before the findings of a deck are written. */
import { redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";

import { changing, reading } from "#app/desk.server.ts";
import { takeDeck } from "#app/models/briefing/deck-taking.server.ts";
import { findReviewPage } from "#app/models/briefing/review-page.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { paths } from "#app/paths.ts";
import { Crumbs } from "#app/ui/crumbs.tsx";
import { ErrorSummary } from "#app/ui/form.tsx";
import { titled } from "#app/ui/titled.ts";

export const meta = titled("Take findings", "Briefing");

export const loader = reading(async ({ desk, params }) => {
  const inspection = await findInspection(desk, params.code ?? "", "briefing.import");
  const review = await findReviewPage(desk, inspection, params.id ?? "", { page: 1, view: "all" });
  const { id, name, version, state, counts } = review;
  return { code: inspection.code, id, name, version, state, counts };
});

export const action = changing(async ({ desk, params, form }) => {
  const inspection = await findInspection(desk, params.code ?? "", "briefing.import");
  const version = (await form()).number("version") ?? 0;
  const { added } = await takeDeck(desk, inspection, params.id ?? "", version);
  return redirect(paths.briefing(inspection.code, { imported: added }));
});

const some = (count: number, one: string) => `${count} ${count === 1 ? one : `${one}s`}`;

export default function BroughtTaking() {
  const { code, id, name, version, state, counts } = useLoaderData<typeof loader>();
  const { taking, changing: edits, withdrawing, lineless, open } = counts;
  const nothing = taking + edits + withdrawing === 0;
  return (
    <main id="main" className="page">
      <Crumbs steps={[[paths.brought(code, id), name]]} />
      <ErrorSummary failed={useActionData<typeof action>()} />
      <h1 className="h1">Take these findings</h1>
      <dl className="summary">
        <dt>Added</dt>
        <dd>{some(taking, "finding")}</dd>
        <dt>Changed</dt>
        <dd>{some(edits, "finding")}</dd>
        <dt>Withdrawn</dt>
        <dd>{some(withdrawing, "finding")}</dd>
      </dl>
      {lineless > 0 && <p>{some(lineless, "point")} under no line of enquiry will be left out.</p>}
      {open > 0 && <p>{some(open, "finding")} changed both here and in the deck will stay as they stand here.</p>}
      {state === "reviewing" ? (
        <Form method="post" className="actions">
          <input type="hidden" name="version" value={version} />
          <button className="btn" type="submit">
            {nothing ? "Finish: nothing changes" : "Take these findings"}
          </button>
          <Link to={paths.brought(code, id)}>Go back to the slides</Link>
        </Form>
      ) : (
        <p>This deck is not under review any more.</p>
      )}
    </main>
  );
}

/** Reads what is proposed as everyone will, and approves it: never by whoever proposed it. */
import { type LinksFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";

import { changing, demandConfirmed, reading } from "#app/desk.server.ts";
import {
  approvePublication,
  findProposal,
  makePublished,
  whyNotApprove,
} from "#app/models/briefing/publications.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { paths } from "#app/paths.ts";
import { Crumbs } from "#app/ui/crumbs.tsx";
import { ErrorSummary } from "#app/ui/form.tsx";
import styles from "#app/ui/styles/stage.css?url";
import { titled } from "#app/ui/titled.ts";

import { PublishedBody } from "./published-body.tsx";
import { tonesOf } from "./published-tone.ts";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];
export const meta = titled("Approve publication");

export const loader = reading(async ({ desk, session, request, params }) => {
  const inspection = await findInspection(desk, params.code ?? "", "publication.approve");
  demandConfirmed({ desk, session, request });
  const proposal = await findProposal(desk, inspection);
  const made = proposal?.proposed ? await makePublished(desk, inspection, proposal) : null;
  const whyNot = whyNotApprove(proposal, made?.digest ?? null);
  const tones = tonesOf(inspection.framework);
  return { code: inspection.code, number: proposal?.number ?? 1, whyNot, made, tones };
});

export const action = changing(async ({ desk, session, request, params, form }) => {
  const inspection = await findInspection(desk, params.code ?? "", "publication.approve");
  demandConfirmed({ desk, session, request }, paths.publicationApproval(inspection.code));
  const number = await approvePublication(desk, inspection, { digest: (await form()).value("digest") });
  return redirect(paths.published(inspection.code, number));
});

export default function PublicationApproval() {
  const { code, number, whyNot, made, tones } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  return (
    <main id="main" className="wide page">
      <Crumbs steps={[[paths.publication(code), "Publication"]]} />
      <ErrorSummary failed={failed} />
      <h1 className="h1">Approve version {number}</h1>
      {whyNot && <p className="notice">{whyNot}</p>}
      {made && !whyNot && (
        <>
          <p className="lede">
            Below is what everyone on both sides will read. Once you approve, it cannot be changed. A correction is
            another version with a reason.
          </p>
          <p className="muted small">
            SHA-256 <span className="digest">{made.digest}</span>
          </p>
          <Form method="post">
            <input type="hidden" name="digest" value={made.digest} />
            <button className="btn" type="submit">
              Approve and publish version {number}
            </button>
          </Form>
          <PublishedBody published={made.published} tones={tones} />
        </>
      )}
    </main>
  );
}

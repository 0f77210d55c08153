/** Publication: what was published, what is proposed, and for the lead the way to propose or correct. */
import { type LinksFunction, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";

import { changing, demandConfirmed, reading } from "#app/desk.server.ts";
import { isConfirmed } from "#app/models/accounts/session.ts";
import {
  findProposal,
  listPublications,
  makePublished,
  proposePublication,
  type PublicationView,
  whyNotApprove,
} from "#app/models/briefing/publications.server.ts";
import { allowed, findInspection } from "#app/models/inspections/inspections.server.ts";
import { findStage } from "#app/models/readiness/stages.server.ts";
import { paths } from "#app/paths.ts";
import { shortDate, timeOf } from "#app/ui/dates.ts";
import { ErrorSummary, type Failed } from "#app/ui/form.tsx";
import styles from "#app/ui/styles/stage.css?url";
import { titled } from "#app/ui/titled.ts";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];
export const meta = titled("Publication");

export const loader = reading(async ({ desk, session, params }) => {
  const inspection = await findInspection(desk, params.code ?? "", "publication.see");
  const published = await listPublications(desk, inspection);
  const { code } = inspection;
  // The council is told what is published, and nothing of what is on its way.
  if (!allowed(inspection, "stage.see")) return { code, published, inside: null };
  const proposal = await findProposal(desk, inspection);
  const now = proposal?.proposed ? (await makePublished(desk, inspection, proposal)).digest : null;
  const may = {
    propose: allowed(inspection, "publication.propose"),
    approve: allowed(inspection, "publication.approve"),
    correct: allowed(inspection, "publication.correct"),
  };
  const stage = await findStage(desk, inspection);
  const inside = {
    proposal,
    whyNot: whyNotApprove(proposal, now),
    may,
    stage: inspection.stage,
    blocked: stage.blocks.map(({ title }) => title),
    confirmed: isConfirmed(session.confirmedAt, desk.now()),
  };
  return { code, published, inside };
});

export const action = changing(async ({ desk, session, request, params }) => {
  const inspection = await findInspection(desk, params.code ?? "", "publication.propose");
  demandConfirmed({ desk, session, request }, paths.publication(inspection.code));
  await proposePublication(desk, inspection);
  return redirect(paths.publication(inspection.code));
});

type Data = Awaited<ReturnType<typeof loader>>;
type Inside = NonNullable<Data["inside"]>;

export default function Publication() {
  return <PublicationPage failed={useActionData<typeof action>()} />;
}

/** The page, also under the address of the form that takes a proposal back. */
export function PublicationPage({ failed }: { failed: Failed }) {
  const { code, published, inside } = useLoaderData<typeof loader>() as Data;
  return (
    <main id="main" className="wide page">
      <ErrorSummary failed={failed} />
      <h1 className="h1">Publication</h1>
      {!published.length && <p className="lede">Nothing has been published yet.</p>}
      {inside && <Way code={code} inside={inside} />}
      {published.length > 0 && <Versions code={code} published={published} />}
    </main>
  );
}

function Versions({ code, published }: { code: string; published: PublicationView[] }) {
  return (
    <section aria-labelledby="versions" className="versions">
      <h2 className="h2" id="versions">
        {published.length === 1 ? "Published" : "Published versions"}
      </h2>
      {published.map(({ number, at, reason, digest, by }) => (
        <article key={number} className="card">
          <h3 className="h3">
            <Link to={paths.published(code, number)}>Version {number}</Link>
          </h3>
          <p>
            {shortDate(at)}, {timeOf(at)}
            {by && `. Proposed by ${by.proposed}, approved by ${by.approved}`}
          </p>
          {reason !== null && (
            <p>
              Replaces version {number - 1}: {reason}
            </p>
          )}
          <p className="muted small">
            SHA-256 <span className="digest">{digest}</span>
          </p>
        </article>
      ))}
    </section>
  );
}

/** What the inspectorate sees of the way to the next version. */
function Way({ code, inside }: { code: string; inside: Inside }) {
  const { proposal, may, stage } = inside;
  if (stage === "published") return may.correct ? <Correct code={code} /> : null;
  return (
    <section aria-labelledby="way" className="versions">
      <h2 className="h2" id="way">
        {proposal && proposal.number > 1 ? `Version ${proposal.number}, a correction` : "The next version"}
      </h2>
      {proposal?.reason && <p>What is corrected and why: {proposal.reason}</p>}
      {proposal?.proposed ? <Proposed code={code} inside={inside} /> : <Propose code={code} inside={inside} />}
    </section>
  );
}

function Propose({ code, inside: { may, blocked, confirmed, stage } }: { code: string; inside: Inside }) {
  if (stage !== "factual_accuracy") {
    return (
      <p>
        It can be proposed after the factual accuracy check. <Link to={paths.stage(code)}>See the stage</Link>
      </p>
    );
  }
  if (blocked.length) {
    return (
      <p>
        {blocked.join(". ")}. <Link to={paths.stage(code)}>See what keeps it from publication</Link>
      </p>
    );
  }
  if (!may.propose) return <p>The lead inspector has not proposed it yet.</p>;
  if (!confirmed) {
    return (
      <p>
        Proposing is sensitive, so you give your password again first.{" "}
        <Link className="btn" to={paths.confirm(paths.publication(code))}>
          Confirm that it is you
        </Link>
      </p>
    );
  }
  return (
    <Form method="post" className="form">
      <p>
        What stands now is proposed. Someone else approves it: another lead or an inspectorate manager. If anything
        changes before that, it has to be proposed again.
      </p>
      <button className="btn" type="submit">
        Propose publication
      </button>
    </Form>
  );
}

function Proposed({ code, inside: { proposal, whyNot, may } }: { code: string; inside: Inside }) {
  const proposed = proposal?.proposed;
  if (!proposed) return null;
  return (
    <>
      <p>
        <b>Proposed by {proposed.by}</b> on {shortDate(proposed.at)}, {timeOf(proposed.at)}.
      </p>
      <p className="muted small">
        SHA-256 <span className="digest">{proposed.digest}</span>
      </p>
      {may.approve && whyNot && <p className="notice">{whyNot}</p>}
      <div className="actions">
        {may.approve && !whyNot && (
          <Link className="btn" to={paths.publicationApproval(code)}>
            Read it and approve
          </Link>
        )}
        {may.propose && (
          <Form method="post" action={paths.publicationWithdrawal(code)}>
            <button className="btn btn-quiet" type="submit">
              Withdraw the proposal
            </button>
          </Form>
        )}
      </div>
    </>
  );
}

function Correct({ code }: { code: string }) {
  return (
    <p className="notice">
      What is published stays as it is. If something in it is wrong, it is corrected by another version, which says why.{" "}
      <Link to={paths.publicationCorrection(code)}>Open a correction</Link>
    </p>
  );
}

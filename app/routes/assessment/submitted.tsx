/** One version of the self-assessment as it was submitted, or what it says otherwise than another. */
import type { LinksFunction, SerializeFrom } from "@remix-run/node";
import { Link, type MetaFunction, useLoaderData } from "@remix-run/react";

import { reading } from "#app/desk.server.ts";
import { allowed, findInspection } from "#app/models/inspections/inspections.server.ts";
import { comparisonSentence, compareSubmissions } from "#app/models/readiness/submission.ts";
import { countSubmissions, findSubmission } from "#app/models/readiness/submissions.server.ts";
import { paths } from "#app/paths.ts";
import { longDate, timeOf } from "#app/ui/dates.ts";
import styles from "#app/ui/styles/assessment.css?url";
import { titled } from "#app/ui/titled.ts";

import { SubmissionBody } from "./submission-body.tsx";
import { SubmissionChanges } from "./submission-changes.tsx";
import { AssessmentTabs } from "./tabs.tsx";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];
export const meta: MetaFunction<typeof loader> = (args) =>
  titled(`Self-assessment, version ${args.data?.number ?? ""}`)(args as never);

const numberOf = (typed: string | null | undefined) => (/^[1-9]\d{0,5}$/.test(typed ?? "") ? Number(typed) : 0);

export const loader = reading(async ({ desk, params, url }) => {
  const inspection = await findInspection(desk, params.code ?? "", "submission.see");
  const { content: _, submission, ...view } = await findSubmission(desk, inspection, numberOf(params.number));
  const since = numberOf(url.searchParams.get("since"));
  const other = since ? await findSubmission(desk, inspection, since) : null;
  const changes = other?.submission && submission && compareSubmissions(other.submission, submission);
  return {
    ...view,
    code: inspection.code,
    own: allowed(inspection, "assessment.see"),
    versions: await countSubmissions(desk, inspection),
    gone: submission === null,
    submission: changes ? null : submission,
    compared: changes && { since, sentence: comparisonSentence(changes), changes },
  };
});

export default function Submitted() {
  const data = useLoaderData<typeof loader>();
  const { code, own, number, at, by, note, digest, versions, gone, submission, compared } = data;
  const others = Array.from({ length: versions }, (_, n) => n + 1).filter((one) => one !== number);
  return (
    <main id="main" className="wide page own">
      {own ? (
        <AssessmentTabs code={code} />
      ) : (
        <p>
          <Link to={paths.submissions(code)}>All versions</Link>
        </p>
      )}
      <h1 className="h1">Self-assessment, version {number}</h1>
      <About code={code} number={number} at={at} by={by} note={note} digest={digest} gone={gone} />
      {!gone && others.length > 0 && (
        <p className="actions">
          {compared && <Link to={paths.submitted(code, number)}>Read version {number}</Link>}
          {others
            .filter((one) => one !== compared?.since)
            .map((one) => (
              <Link key={one} to={paths.submitted(code, number, { since: one })}>
                What it says otherwise than version {one}
              </Link>
            ))}
        </p>
      )}
      {compared && <SubmissionChanges {...compared} />}
      {submission && (
        <>
          <h2 className="h2">What was submitted</h2>
          <SubmissionBody submission={submission} />
        </>
      )}
    </main>
  );
}

type Said = Pick<SerializeFrom<typeof loader>, "code" | "number" | "at" | "by" | "note" | "digest" | "gone">;

function About({ code, number, at, by, note, digest, gone }: Said) {
  return (
    <>
      <dl className="summary">
        <dt>Submitted</dt>
        <dd>
          {longDate(at)}, {timeOf(at)}, by {by}
        </dd>
        {note && (
          <>
            <dt>Note</dt>
            <dd>{note}</dd>
          </>
        )}
        <dt>SHA-256</dt>
        <dd className="own-digest">{digest}</dd>
        {!gone && (
          <>
            <dt>File</dt>
            <dd>
              <a href={paths.submittedFile(code, number)} download>
                Download version {number} as JSON
              </a>
            </dd>
          </>
        )}
      </dl>
      {gone && (
        <p className="notice">
          What it said was disposed of with the content of this inspection. Whoever has a copy can show by its SHA-256
          that it is the one.
        </p>
      )}
    </>
  );
}

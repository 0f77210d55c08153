/** Someone who meets the inspectors: what is noted of it. */
import { type LinksFunction, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";

import { changing, reading } from "#app/desk.server.ts";
import { allowed, findInspection } from "#app/models/inspections/inspections.server.ts";
import { intervieweeStateTitle } from "#app/models/readiness/interviewee.ts";
import { editInterviewee, findInterviewee, listOwnVisits } from "#app/models/readiness/interviewees.server.ts";
import { paths } from "#app/paths.ts";
import { ErrorSummary } from "#app/ui/form.tsx";
import styles from "#app/ui/styles/assessment.css?url";
import { titled } from "#app/ui/titled.ts";

import { intervieweeFrom, IntervieweeForm } from "./interviewee-form.tsx";
import { AssessmentTabs } from "./tabs.tsx";
import { Theirs, versionOf } from "./theirs.tsx";

export const meta = titled("Interviewee");
export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const loader = reading(async ({ desk, params }) => {
  const inspection = await findInspection(desk, params.code ?? "", "assessment.see");
  return {
    code: inspection.code,
    person: await findInterviewee(desk, inspection, params.id ?? ""),
    visits: await listOwnVisits(desk, inspection),
    mayWrite: allowed(inspection, "assessment.write"),
  };
});

export const action = changing(async ({ desk, params, form }) => {
  const inspection = await findInspection(desk, params.code ?? "", "assessment.write");
  const { value, number } = await form();
  const typed = { ...intervieweeFrom(value), version: number("version") ?? 0 };
  await editInterviewee(desk, inspection, params.id ?? "", typed);
  return redirect(paths.interviewees(inspection.code));
});

const titles = { who: "Who", briefedOn: "Briefed on", debriefedOn: "Debriefed on", note: "Note" };

export default function Interviewee() {
  const { code, person, visits, mayWrite } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const { id, who, visit, briefedOn, debriefedOn, note, state, version } = person;
  const stands = { who, visit: visit?.id ?? "", briefedOn: briefedOn ?? "", debriefedOn: debriefedOn ?? "", note };
  return (
    <main id="main" className="wide page own">
      <AssessmentTabs code={code} />
      <ErrorSummary failed={failed} />
      <div className="title-row">
        <h1 className="h1">{who}</h1>
        <span className={`tag own-${state}`}>{intervieweeStateTitle(state)}</span>
      </div>
      {visit && (
        <p>
          <Link to={paths.learning(code, visit.id)}>Learning log of this meeting</Link>
        </p>
      )}
      <Theirs failed={failed} titles={titles} keep={paths.interviewee(code, id)} />
      {mayWrite ? (
        <>
          <IntervieweeForm
            visits={visits}
            typed={failed ? intervieweeFrom((name) => failed.typed[name] ?? "") : stands}
            failed={failed}
            version={versionOf(failed, version)}
            send="Save"
            cancel={paths.interviewees(code)}
          />
          <Form method="post" action={paths.intervieweeWithdrawal(code, id)}>
            <input type="hidden" name="version" value={version} />
            <button className="btn-plain" type="submit">
              Take {who} off the list
            </button>
          </Form>
        </>
      ) : (
        note && <p>{note}</p>
      )}
    </main>
  );
}

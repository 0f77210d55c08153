/** Beside an area to explore: what answers it, what came of it, and the next step, one click away. */
import { Form, Link } from "@remix-run/react";

import { paths } from "#app/paths.ts";

import type { ShownPlan } from "../fieldwork/shown-plans.ts";
import type { AreaShown } from "./areas.server.ts";
import type { Workspace } from "./workspace.server.ts";

type Finding = Workspace["groups"][number]["findings"][number];
type Props = { data: Workspace; finding: Finding; area: AreaShown };

export function AreaSide({ data, finding, area }: Props) {
  return (
    <div className="area-side">
      <PlanChips plans={area.plans} />
      {area.state === "answered" && <p className="area-state">Answered</p>}
      {area.state === "closed" && <Outcome area={area} />}
      {data.mayPlan && <Step data={data} finding={finding} area={area} />}
    </div>
  );
}

export const PlanChips = ({ plans }: { plans: readonly ShownPlan[] }) => (
  <>
    {plans.map(({ title, detail, to }) => (
      <p key={`${to} ${title}`} className="area-plan">
        {to ? <Link to={to}>{title}</Link> : <b>{title}</b>}
        <span>
          <span className="vh">, </span>
          {detail}
        </span>
      </p>
    ))}
  </>
);

const Outcome = ({ area: { outcome, became } }: { area: AreaShown }) => (
  <p className="area-plan">
    {became ? (
      <a href={`#${became.id}`}>
        {outcome}: {became.name}
      </a>
    ) : (
      <b>{outcome}</b>
    )}
    <span>
      <span className="vh">, </span>Closed
    </span>
  </p>
);

function Step({ data: { code, ref, mayAsk }, finding: { id, name }, area: { step } }: Props) {
  const link = (view: { plan?: string; answer?: string; close?: string }, words: string) => (
    <Link className="area-step" to={paths.line(code, ref, view, id)} preventScrollReset>
      {words}
      <span className="vh">: {name}</span>
    </Link>
  );
  if (step === "answer") return link({ answer: id }, "Note the answer");
  if (step === "close") return link({ close: id }, "Close this");
  if (step !== "plan" && step !== "arrange") return null;
  return (
    <details className="menu area-menu">
      <summary className="area-step">
        {step === "plan" ? "Plan this" : "Arrange this"}
        <span className="vh">: {name}</span>
      </summary>
      <ul>
        {mayAsk && (
          <li>
            <Form method="post" action={paths.requestFromArea(code, id)}>
              <button type="submit">
                Request to the council<span className="vh"> about {name}</span>
              </button>
            </Form>
          </li>
        )}
        <li>{link({ plan: id }, "Interview, focus group or visit")}</li>
        <li>{link({ answer: id }, "No more than a note")}</li>
        <li>{link({ close: id }, "Close it without one")}</li>
      </ul>
    </details>
  );
}

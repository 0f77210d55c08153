/** One finding on the workspace: to read, or open in one of its forms. */
import { Form, Link } from "@remix-run/react";

import type { FindingKind } from "#app/models/findings/finding.ts";
import { paths } from "#app/paths.ts";
import type { FormState } from "#app/platform/answer.ts";
import { later } from "#app/ui/later.tsx";
import { Paper, Warning } from "#app/ui/signs.tsx";

import { StateNote } from "../evidence/citation-state.tsx";
import type { AreaShown } from "./areas.server.ts";
import type { Workspace } from "./workspace.server.ts";
import { FindingMenu } from "./finding-menu.tsx";
import { AreaSide } from "./area-side.tsx";

const EditForm = later("EditForm", () => import("./finding-forms.tsx").then((it) => it.EditForm));
const WithdrawForm = later("WithdrawForm", () => import("./finding-forms.tsx").then((it) => it.WithdrawForm));
const AreaForm = later("AreaForm", () => import("./area-forms.tsx").then((it) => it.AreaForm));

type Finding = Workspace["groups"][number]["findings"][number];

type Props = {
  data: Workspace;
  finding: Finding;
  first: boolean;
  last: boolean;
  edit: FormState | undefined;
  withdraw: FormState | undefined;
  /** What came back of a form of the area to explore that is open. */
  area: FormState | undefined;
};

export function FindingItem({ data, finding, first, last, edit, withdraw, area: failed }: Props) {
  const { view, mayWrite, mayPlan } = data;
  const area = data.areas?.shown[finding.id];
  return (
    <li className="finding" id={finding.id}>
      {view.edit === finding.id ? (
        <EditForm data={data} finding={finding} failed={edit} />
      ) : (
        <div className="finding-head">
          <span className="finding-name">{finding.name}</span>
          <p className="finding-text">{finding.text}</p>
          {area && <AreaSide data={data} finding={finding} area={area} />}
          {(mayWrite || (area && mayPlan)) && (
            <FindingMenu data={data} finding={finding} area={area} first={first} last={last} />
          )}
        </div>
      )}
      {view.withdraw === finding.id && <WithdrawForm data={data} finding={finding} failed={withdraw} />}
      {area && opensArea(data, finding) && <AreaForm data={data} finding={finding} area={area} failed={failed} />}
      {area && <Answer area={area} />}
      <Remarks finding={finding} />
      <Citations data={data} finding={finding} />
    </li>
  );
}

/** Whether the address opens a form of this area to explore. */
const opensArea = ({ view }: Workspace, { id }: Finding): boolean =>
  [view.plan, view.answer, view.close, view.reopen].includes(id);

const said: Record<AreaShown["state"], string> = {
  open: "Opened again",
  planned: "Noted",
  answered: "Answer",
  closed: "What was found",
};

const Answer = ({ area: { state, answer } }: { area: AreaShown }) =>
  answer && (
    <p className="remark">
      {said[state]}: {answer}
    </p>
  );

const Remarks = ({ finding: { recognised, inferred, note } }: { finding: Finding }) => (
  <>
    {recognised && <p className="remark">Recognised by the council</p>}
    {inferred && <p className="remark">Inferred: {inferred}</p>}
    {note && <p className="remark">Note: {note}</p>}
  </>
);

const needsCitation: Record<FindingKind, boolean> = { strength: true, weakness: true, area: false };

function Citations({ data, finding }: Pick<Props, "data" | "finding">) {
  const { code, ref, mayWrite } = data;
  if (finding.citations.length === 0) {
    if (!needsCitation[finding.kind]) return null;
    return (
      <p className="uncited">
        <Warning />
        <b>No citation yet.</b>
        {mayWrite && (
          <>
            <Link
              to={paths.line(code, ref, { panel: "suggested", finding: finding.id }, "evidence")}
              preventScrollReset
            >
              See passages that look relevant<span className="vh"> to {finding.name}</span>
            </Link>
            <Link to={paths.line(code, ref, { cite: finding.id }, "cite")} preventScrollReset>
              Cite evidence<span className="vh"> for {finding.name}</span>
            </Link>
          </>
        )}
      </p>
    );
  }
  return (
    <ul className="cites">
      {finding.citations.map((cite) => (
        <Cite key={cite.id} data={data} cite={cite} name={finding.name} />
      ))}
    </ul>
  );
}

type CiteProps = { data: Workspace; cite: Finding["citations"][number]; name: string };

/** One click opens the passage where it stands; without one, the evidence. */
function Cite({ data: { code, ref, mayWrite }, cite, name }: CiteProps) {
  const { id, evidence, locator, quote, unquoted, state, place } = cite;
  const to = place
    ? paths.evidenceText(code, evidence.id, { ...place, line: ref }, `c-${id}`)
    : paths.evidenceItem(code, evidence.id);
  return (
    <li className="cite">
      <div className="cite-source">
        <Paper />
        <span>
          <Link to={to}>{evidence.title}</Link>
          {locator && `, ${locator}`}
          {evidence.withdrawn && <span className="tag">Withdrawn</span>}
        </span>
        {mayWrite && (
          <Form method="post" action={paths.citationWithdrawal(code, id)} preventScrollReset>
            <button className="btn-plain small" type="submit">
              Remove
              <span className="vh">
                {" "}
                {evidence.title} from {name}
              </span>
            </button>
          </Form>
        )}
      </div>
      {quote && <q className="cite-quote">{quote}</q>}
      {unquoted && <p className="cite-state">The person has not agreed to be quoted.</p>}
      <StateNote state={state} />
    </li>
  );
}

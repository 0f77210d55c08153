/** One finding on the workspace: to read, or open in one of its forms. */
import { Form, Link } from "@remix-run/react";

import { type FindingKind, kindFacts } from "#app/models/findings/finding.ts";
import { paths } from "#app/paths.ts";
import type { FormState } from "#app/platform/answer.ts";
import { Field } from "#app/ui/form.tsx";
import { Paper, Warning } from "#app/ui/signs.tsx";

import { StateNote } from "../evidence/passage-list.tsx";
import { AreaForm } from "./area-forms.tsx";
import { AreaSide } from "./area-side.tsx";
import type { AreaShown } from "./areas.server.ts";
import { FindingMenu } from "./finding-menu.tsx";
import type { Workspace } from "./workspace.server.ts";

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
      {area && <AreaForm data={data} finding={finding} area={area} failed={failed} />}
      {area && <Answer area={area} />}
      <Remarks finding={finding} />
      <Citations data={data} finding={finding} />
    </li>
  );
}

function EditForm({ data, finding, failed }: Pick<Props, "data" | "finding"> & { failed: FormState | undefined }) {
  const { name, kind } = finding;
  const typed = failed?.typed ?? {};
  const stale = failed?.stale;
  return (
    <Form method="post" action={paths.finding(data.code, finding.id)} className="finding-form" preventScrollReset>
      <input type="hidden" name="version" value={stale?.version ?? finding.version} />
      {stale && (
        <div className="notice notice-warn">
          <p>
            <b>What stands now:</b> {stale.current.text}
          </p>
          <p>
            Your text is below. Save it to replace what stands now, change it to keep both, or cancel to keep theirs.
          </p>
        </div>
      )}
      <Field label={`${name}: text of the ${kindFacts(kind).one}`} id="text" error={failed?.errors.text}>
        {(tie) => <textarea {...tie} name="text" rows={3} defaultValue={typed.text ?? finding.text} autoFocus />}
      </Field>
      <Field label="Note for the team" id="note" hint="Shown in the speaker notes, never on a slide.">
        {(tie) => <textarea {...tie} name="note" rows={2} defaultValue={typed.note ?? finding.note ?? ""} />}
      </Field>
      {kind === "weakness" && <Recognised checked={failed ? typed.recognised === "1" : finding.recognised} />}
      <div className="actions">
        <button className="btn btn-small" type="submit">
          Save {name}
        </button>
        <Link to={paths.line(data.code, data.ref, {}, finding.id)} preventScrollReset>
          Cancel
        </Link>
      </div>
    </Form>
  );
}

const Recognised = ({ checked }: { checked: boolean }) => (
  <label className="choice">
    <input type="checkbox" name="recognised" value="1" defaultChecked={checked} />
    The council recognises this weakness itself
  </label>
);

function WithdrawForm({ data, finding, failed }: Pick<Props, "data" | "finding"> & { failed: FormState | undefined }) {
  return (
    <Form
      method="post"
      action={paths.findingWithdrawal(data.code, finding.id)}
      className="finding-form"
      preventScrollReset
    >
      <input type="hidden" name="version" value={failed?.stale?.version ?? finding.version} />
      {failed?.stale && (
        <p className="notice notice-warn">
          <b>What stands now:</b> {failed.stale.current.text}
        </p>
      )}
      <Field
        label={`Why is ${finding.name} withdrawn?`}
        id="reason"
        hint="It leaves the line and the deck, and stays in the record with this reason."
        error={failed?.errors.reason}
      >
        {(tie) => <input {...tie} name="reason" defaultValue={failed?.typed.reason} autoFocus />}
      </Field>
      <div className="actions">
        <button className="btn btn-small btn-warn" type="submit">
          Withdraw {finding.name}
        </button>
        <Link to={paths.line(data.code, data.ref, {}, finding.id)} preventScrollReset>
          Cancel
        </Link>
      </div>
    </Form>
  );
}

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

/** What can be done with a finding, behind three dots. */
import { Form, Link } from "@remix-run/react";

import { paths, type WorkspaceView } from "#app/paths.ts";
import { Dots } from "#app/ui/signs.tsx";

import type { AreaShown } from "./areas.server.ts";
import type { Workspace } from "./workspace.server.ts";

type Finding = Workspace["groups"][number]["findings"][number];
type Props = { data: Workspace; finding: Finding; area: AreaShown | undefined; first: boolean; last: boolean };

export function FindingMenu({ data, finding, area, first, last }: Props) {
  const { code, mayWrite, mayPlan } = data;
  return (
    <details className="menu" key={`${first} ${last}`}>
      <summary>
        <Dots />
        <span className="vh">Actions for {finding.name}</span>
      </summary>
      <ul>
        {mayWrite && <Open data={data} finding={finding} view={{ edit: finding.id }} words="Edit" />}
        {mayWrite && (
          <Open data={data} finding={finding} view={{ cite: finding.id }} place="cite" words="Cite evidence" />
        )}
        {mayWrite && !first && <Move code={code} finding={finding} direction="up" words="Move up" />}
        {mayWrite && !last && <Move code={code} finding={finding} direction="down" words="Move down" />}
        {area && mayPlan && <AreaActions data={data} finding={finding} area={area} />}
        {mayWrite && <Open data={data} finding={finding} view={{ withdraw: finding.id }} words="Withdraw" />}
        <li>
          <Link to={paths.findingHistory(code, finding.id)}>
            History<span className="vh"> of {finding.name}</span>
          </Link>
        </li>
      </ul>
    </details>
  );
}

type OpenProps = { data: Workspace; finding: Finding; view: WorkspaceView; place?: string; words: string };

const Open = ({ data: { code, ref }, finding, view, place = finding.id, words }: OpenProps) => (
  <li>
    <Link to={paths.line(code, ref, view, place)} preventScrollReset>
      {words}
      <span className="vh"> {finding.name}</span>
    </Link>
  </li>
);

type MoveProps = { code: string; finding: Finding; direction: "up" | "down"; words: string };

const Move = ({ code, finding, direction, words }: MoveProps) => (
  <li>
    <Form method="post" action={paths.findingPosition(code, finding.id)} preventScrollReset>
      <input type="hidden" name="direction" value={direction} />
      <button type="submit">
        {words}
        <span className="vh"> {finding.name}</span>
      </button>
    </Form>
  </li>
);

type AreaProps = { data: Workspace; finding: Finding; area: AreaShown };

function AreaActions({ data, finding, area: { state } }: AreaProps) {
  const { id, name } = finding;
  if (state === "closed") return <Open data={data} finding={finding} view={{ reopen: id }} words="Open again" />;
  return (
    <>
      {data.mayAsk && (
        <li>
          <Form method="post" action={paths.requestFromArea(data.code, id)}>
            <button type="submit">
              Ask the council<span className="vh"> about {name}</span>
            </button>
          </Form>
        </li>
      )}
      {state !== "answered" && (
        <Open data={data} finding={finding} view={{ plan: id }} words={state === "open" ? "Plan" : "Change the plan"} />
      )}
      <Open data={data} finding={finding} view={{ answer: id }} words="Note the answer" />
      <Open data={data} finding={finding} view={{ close: id }} words="Close" />
    </>
  );
}

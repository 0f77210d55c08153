/** The findings of one kind, and the form that adds the next. */
import { Form } from "@remix-run/react";

import { type FindingKind, kindFacts } from "#app/models/findings/finding.ts";
import { paths } from "#app/paths.ts";
import type { FormState } from "#app/platform/answer.ts";

import { FindingItem } from "./finding-item.tsx";
import type { Workspace } from "./workspace.server.ts";

type GroupProps = {
  kind: FindingKind;
  data: Workspace;
  add: FormState | undefined;
  edit: FormState | undefined;
  withdraw: FormState | undefined;
  area: FormState | undefined;
};

export function FindingGroup({ kind, data, add, edit, withdraw, area }: GroupProps) {
  const { title, sign } = kindFacts(kind);
  const findings = data.groups.find((group) => group.kind === kind)?.findings ?? [];
  return (
    <section className={`group group-${kind}`} aria-labelledby={kind}>
      <div className="group-head">
        <h2 id={kind}>
          <span className="group-sign" aria-hidden="true">
            {sign}
          </span>
          {title}
        </h2>
        <p>{findings.length === 0 ? "None recorded" : howFar(kind, findings, data.areas)}</p>
      </div>
      <ul>
        {findings.map((finding, at) => (
          <FindingItem
            key={finding.id}
            data={data}
            finding={finding}
            first={at === 0}
            last={at === findings.length - 1}
            edit={edit}
            withdraw={withdraw}
            area={area}
          />
        ))}
      </ul>
      {data.mayWrite && <AddFinding key={findings.length} kind={kind} data={data} failed={add} />}
    </section>
  );
}

type Findings = Workspace["groups"][number]["findings"];

/** "5 of 6 cited"; of areas to explore, which claim nothing, "5 of 6 planned, 2 closed". */
function howFar(kind: FindingKind, findings: Findings, areas: Workspace["areas"]): string {
  const many = findings.length;
  if (kind !== "area") return `${findings.filter(({ citations }) => citations.length > 0).length} of ${many} cited`;
  if (!areas) return `${many} recorded`;
  return `${areas.planned} of ${many} planned${areas.closed ? `, ${areas.closed} closed` : ""}`;
}

function AddFinding({ kind, data, failed }: { kind: FindingKind; data: Workspace; failed: FormState | undefined }) {
  const { one, sign } = kindFacts(kind);
  const mine = failed?.typed.kind === kind ? failed : undefined;
  const id = `add-${kind}`;
  return (
    <Form method="post" action={paths.lineFindings(data.code, data.ref)} className="add" preventScrollReset>
      <input type="hidden" name="kind" value={kind} />
      <span className="add-sign" aria-hidden="true">
        {sign}
      </span>
      <div className="add-text">
        <label htmlFor={id} className="vh">
          Add {kind === "area" ? "an" : "a"} {one}
        </label>
        {mine?.errors.text && (
          <p id={`${id}-error`} className="error">
            {mine.errors.text}
          </p>
        )}
        <input
          id={id}
          name="text"
          autoComplete="off"
          placeholder={`Add ${kind === "area" ? "an" : "a"} ${one}`}
          defaultValue={mine?.typed.text}
          autoFocus={data.view.added === kind}
          {...(mine?.errors.text && { "aria-invalid": true, "aria-describedby": `${id}-error` })}
        />
      </div>
      <button className="btn btn-quiet btn-small" type="submit">
        Add<span className="vh"> to {kindFacts(kind).title.toLowerCase()}</span>
      </button>
    </Form>
  );
}

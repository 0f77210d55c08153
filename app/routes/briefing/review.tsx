/** What an import would add, before it does. */
import { Form, Link } from "@remix-run/react";

import type { ImportPlan } from "#app/models/briefing/imports.server.ts";
import { paths } from "#app/paths.ts";

type Proposal = {
  name: string;
  text: string;
  plan: ImportPlan;
  /** The title of the briefing where it was written for another inspection. */
  other: string | null;
};

const some = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;

export function ReviewImport({ code, proposal: { name, text, plan, other } }: { code: string; proposal: Proposal }) {
  const { lines, strengths, weaknesses, areas, known } = plan;
  const nothing = strengths + weaknesses + areas === 0;
  return (
    <>
      <h1 className="h1">Check what would be added</h1>
      <p className="lede">
        “{name}” has no faults. {nothing ? "It adds no findings." : "Nothing is kept until you confirm."}
      </p>
      {other && (
        <div className="notice notice-warn">
          <p>
            <b>This briefing was written for another inspection:</b> {other}
          </p>
        </div>
      )}
      <dl className="summary">
        <dt>Potential strengths</dt>
        <dd>{strengths}</dd>
        <dt>Potential weaknesses</dt>
        <dd>{weaknesses}</dd>
        <dt>Areas to explore</dt>
        <dd>{areas}</dd>
        <dt>Under</dt>
        <dd>{some(lines, "line of enquiry", "lines of enquiry")}</dd>
        <dt>Here already</dt>
        <dd>{some(known, "finding")}, word for word: not added again</dd>
      </dl>
      <p className="muted">
        Sources, ratings, the team, the agenda and the context come with it where the inspection has none of its own.
      </p>
      <Form method="post" encType="multipart/form-data" className="actions">
        <input type="hidden" name="name" value={name} />
        <input type="hidden" name="confirm" value="1" />
        <textarea name="text" defaultValue={text} hidden readOnly aria-label="The text of the briefing" />
        <button className="btn" type="submit">
          {nothing ? "Import the rest" : `Add ${some(strengths + weaknesses + areas, "finding")}`}
        </button>
        <Link to={paths.briefingImport(code)}>Choose another</Link>
      </Form>
    </>
  );
}

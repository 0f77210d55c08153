/** Takes back the reader’s latest change on a line; where that cannot be, says why. */
import { redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";

import { changing, reading } from "#app/desk.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { findUndoLine, undo } from "#app/models/ratings/undo.server.ts";
import { paths } from "#app/paths.ts";
import { safePath } from "#app/platform/safe-path.ts";
import { ErrorSummary } from "#app/ui/form.tsx";
import { titled } from "#app/ui/titled.ts";

export const meta = titled("Undo");

const seqOf = (typed: string | undefined) => (/^\d{1,15}$/.test(typed ?? "") ? Number(typed) : 0);

export const loader = reading(async ({ desk, params }) => {
  const inspection = await findInspection(desk, params.code ?? "", "finding.write");
  return { code: inspection.code, ref: await findUndoLine(desk, inspection, seqOf(params.seq)) };
});

export const action = changing(async ({ desk, params, form }) => {
  const inspection = await findInspection(desk, params.code ?? "", "finding.write");
  const fields = await form();
  const ref = await undo(desk, inspection, seqOf(params.seq));
  // Where a passage was linked in a document, the reader stays in it.
  if (fields.value("stay")) return { undone: true };
  return redirect(safePath(fields.value("next"), paths.line(inspection.code, ref)));
});

export default function Undo() {
  const { code, ref } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const failed = answer && "errors" in answer ? answer : undefined;
  return (
    <main id="main" className="wide page">
      <ErrorSummary failed={failed} />
      <h1 className="h1">{failed ? "Nothing was undone" : "Undo"}</h1>
      {!failed && <p className="lede">A change is undone with the button on its line.</p>}
      <p>
        <Link className="btn btn-quiet" to={ref ? paths.line(code, ref) : paths.lines(code)}>
          Back to {ref ?? "the lines of enquiry"}
        </Link>
      </p>
    </main>
  );
}

/** Adds a finding to a line. A text that cannot be taken comes back on the same page. */
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { changing } from "#app/desk.server.ts";
import { findingKinds } from "#app/models/findings/finding.ts";
import { addFinding } from "#app/models/findings/findings.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { demandCurrent, findLine } from "#app/models/inspections/lines.server.ts";
import { paths } from "#app/paths.ts";
import { Invalid } from "#app/platform/failure.ts";

import type { loader } from "./line.tsx";
import { WorkspacePage } from "./workspace.tsx";

export { handle, links, loader, meta } from "./line.tsx";

export const action = changing(async ({ desk, params, form }) => {
  const inspection = await findInspection(desk, params.code ?? "", "finding.write");
  const line = await findLine(desk, inspection, params.ref ?? "");
  const fields = await form();
  demandCurrent(line);
  const kind = findingKinds.find((one) => one === fields.value("kind"));
  if (!kind) throw new Invalid({ kind: "Choose strength, weakness or area to explore" });
  await addFinding(desk, inspection, line.id, { kind, text: fields.value("text") });
  return redirect(paths.line(inspection.code, line.ref, { added: kind }, `add-${kind}`));
});

export default function LineFindings() {
  const data = useLoaderData<typeof loader>();
  return <WorkspacePage data={data} failed={{ form: "add", state: useActionData<typeof action>() }} />;
}

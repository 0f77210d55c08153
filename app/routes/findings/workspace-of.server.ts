/** The workspace of the line that a finding stands on, with one of the finding's forms open. */
import { reading } from "#app/desk.server.ts";
import { findFinding } from "#app/models/findings/findings.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";

import { loadWorkspace } from "../lines/workspace.server.ts";

/** A loader for an address under `/findings/:id`. */
export const workspaceOf = (opens: "edit" | "cite" | "withdraw") =>
  reading(async ({ desk, services, params }) => {
    const inspection = await findInspection(desk, params.code ?? "", "finding.see");
    const { id, ref } = await findFinding(desk, inspection, params.id ?? "");
    return loadWorkspace({ desk, services }, inspection, ref, { [opens]: id });
  });

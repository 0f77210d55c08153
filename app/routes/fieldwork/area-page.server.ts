/** The workspace of the line that an area to explore stands on, with one of the area's forms open. */
import { reading } from "#app/desk.server.ts";
import { findEnquiry } from "#app/models/fieldwork/enquiries.server.ts";
import { findFinding } from "#app/models/findings/findings.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";

import { loadWorkspace } from "../lines/workspace.server.ts";

/** A loader for an address under `/areas/:id`. */
export const areaWith = (opens: "plan" | "answer" | "close" | "reopen") =>
  reading(async ({ desk, services, params }) => {
    const inspection = await findInspection(desk, params.code ?? "", "enquiry.see");
    const { finding } = await findEnquiry(desk, inspection, params.id ?? "");
    const { ref } = await findFinding(desk, inspection, finding);
    return loadWorkspace({ desk, services }, inspection, ref, { [opens]: finding });
  });

/** A submitted version as the file whose hash is on record. */
import { reading } from "#app/desk.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { findSubmission } from "#app/models/readiness/submissions.server.ts";
import { contentDisposition } from "#app/platform/download.ts";
import { NotFound } from "#app/platform/failure.ts";

export const loader = reading(async ({ desk, params }) => {
  const inspection = await findInspection(desk, params.code ?? "", "submission.see");
  const asked = params.number ?? "";
  const number = /^[1-9]\d{0,5}$/.test(asked) ? Number(asked) : 0;
  const { content } = await findSubmission(desk, inspection, number);
  if (content === null) throw new NotFound();
  return new Response(content, {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": contentDisposition(`${inspection.code}-self-assessment-${number}.json`),
      "Cache-Control": "private, no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
});

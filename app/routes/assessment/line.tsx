/** What the council says of itself on one line, beside the evidence that it files there. */
import { type LinksFunction, redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";

import { changing, reading } from "#app/desk.server.ts";
import { allowed, findInspection } from "#app/models/inspections/inspections.server.ts";
import { scaleFor } from "#app/models/ratings/rating.ts";
import { findAssessment, saveAssessment } from "#app/models/readiness/assessments.server.ts";
import { listGaps } from "#app/models/readiness/gaps.server.ts";
import { listOwnEvidence } from "#app/models/readiness/own-evidence.server.ts";
import { listOwnLines } from "#app/models/readiness/own-lines.server.ts";
import { scaleView } from "#app/models/readiness/readiness.ts";
import { paths } from "#app/paths.ts";
import styles from "#app/ui/styles/assessment.css?url";
import ratingStyles from "#app/ui/styles/rating-form.css?url";
import { titled } from "#app/ui/titled.ts";

import { AssessmentPage } from "./line-page.tsx";

export const links: LinksFunction = () => [styles, ratingStyles].map((href) => ({ rel: "stylesheet", href }));
export const meta: MetaFunction<typeof loader> = (args) =>
  titled(args.data ? `${args.data.line.ref} ${args.data.line.title}` : "Line", "Self-assessment")(args as never);

export const loader = reading(async ({ desk, params, url }) => {
  const inspection = await findInspection(desk, params.code ?? "", "assessment.see");
  const { line, assessment, changed, version } = await findAssessment(desk, inspection, params.ref ?? "");
  const lines = await listOwnLines(desk, inspection);
  const at = lines.findIndex(({ ref }) => ref === line.ref);
  const themes = inspection.framework.judgements.flatMap((judgement) => judgement.themes);
  const theme = themes.find(({ number }) => number === line.theme);
  const own = theme?.lines.find(({ ref }) => ref === line.ref);
  const scale = scaleFor(inspection.framework, "line", line.ref);
  const near = (step: number) => {
    const other = lines[at + step];
    return other ? { ref: other.ref, title: other.title } : null;
  };
  return {
    code: inspection.code,
    line: { ref: line.ref, title: line.title },
    theme: { number: line.theme, title: theme?.title ?? "" },
    guidance: own?.guidance ?? [],
    assessment,
    changed,
    version,
    levels: scale ? scaleView(scale).levels : [],
    evidence: await listOwnEvidence(desk, inspection, line.id),
    gaps: await listGaps(desk, inspection, line.ref),
    previous: near(-1),
    next: near(1),
    mayWrite: allowed(inspection, "assessment.write"),
    maySend: allowed(inspection, "evidence.add"),
    saved: url.searchParams.get("done") === "saved",
  };
});

export const action = changing(async ({ desk, params, form }) => {
  const inspection = await findInspection(desk, params.code ?? "", "assessment.write");
  const { value, number } = await form();
  const ref = params.ref ?? "";
  await saveAssessment(desk, inspection, ref, {
    know: value("know"),
    how: value("how"),
    next: value("next"),
    level: value("level"),
    reason: value("reason"),
    version: number("version") ?? 0,
  });
  return redirect(paths.selfAssessmentLine(inspection.code, ref, { done: "saved" }));
});

export type LinePageData = Awaited<ReturnType<typeof loader>>;

export default function SelfAssessmentLine() {
  return <AssessmentPage data={useLoaderData<typeof loader>()} failed={useActionData<typeof action>()} />;
}

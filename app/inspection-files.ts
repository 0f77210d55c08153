/** The files of an inspection, which have no frame around them: part of `routes.ts`. */
import { route } from "@remix-run/route-config";

import { deckFormats } from "./models/briefing/formats.ts";

export const inspectionFiles = [
  route(":code/lines.csv", "routes/lines/list-file.ts"),
  route(":code/findings.csv", "routes/findings/list-file.ts"),
  route(":code/activity.csv", "routes/audit/file.ts"),
  route(":code/fieldwork/:id.ics", "routes/fieldwork/visit-calendar.ts"),
  route(":code/pack.zip", "routes/briefing/pack-file.ts"),
  route(":code/publications/:number/file", "routes/briefing/published-file.ts"),
  route(":code/areas.csv", "routes/requests/areas-file.ts"),
  route(":code/requests.csv", "routes/requests/list-file.ts"),
  route(":code/requests/import.csv", "routes/requests/template.ts"),
  route(":code/self-assessment.csv", "routes/assessment/list-file.ts"),
  route(":code/gaps.csv", "routes/assessment/gaps-file.ts"),
  route(":code/improvements.csv", "routes/assessment/improvements-file.ts"),
  route(":code/interviewees.csv", "routes/assessment/interviewees-file.ts"),
  route(":code/submissions/:number/file", "routes/assessment/submitted-file.ts"),
  route(":code/checks.csv", "routes/readiness/checks-file.ts"),
  route(":code/triangulation.csv", "routes/readiness/triangulation-file.ts"),
  route(":code/claims.csv", "routes/readiness/claims-file.ts"),
  route(":code/ageing.csv", "routes/readiness/ageing-file.ts"),
  route(":code/snapshots.csv", "routes/readiness/snapshots-file.ts"),
  route(":code/snapshots/compare.csv", "routes/readiness/comparison-file.ts"),
  route(":code/citations.csv", "routes/findings/citations-file.ts"),
  route(":code/ratings.csv", "routes/ratings/ratings-file.ts"),
  route(":code/comments.csv", "routes/ratings/comments-file.ts"),
  route(":code/fieldwork.csv", "routes/fieldwork/visits-file.ts"),
  route(":code/team.csv", "routes/team/team-file.ts"),
  route(":code/workbook.xlsx", "routes/exports/workbook.ts"),
  route(":code/workbook.json", "routes/exports/everything.ts"),
  route(":code/evidence.csv", "routes/evidence/list-file.ts"),
  route(":code/evidence/:id/file", "routes/evidence/file.ts"),
  route(":code/summary.pdf", "routes/inspections/summary-file.ts"),
  ...deckFormats.map((format) =>
    route(`:code/briefing.${format}`, "routes/briefing/file.ts", { id: `briefing.${format}` }),
  ),
  ...deckFormats.map((format) =>
    route(`:code/briefing/decks/:deck.${format}`, "routes/briefing/file.ts", { id: `deck.${format}` }),
  ),
  route(":code/briefing/templates/:id/look.css", "routes/briefing/template-style.ts"),
  route(":code/briefing/present", "routes/briefing/present.ts", { id: "briefing/present" }),
  route(":code/briefing/decks/:deck/present", "routes/briefing/present.ts", { id: "deck/present" }),
];

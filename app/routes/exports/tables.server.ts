/** Every table that an inspection can be taken away as: what each holds, who may have it, and where it is. */
import { allowed, type Inspection } from "#app/models/inspections/inspections.server.ts";
import type { Act } from "#app/models/inspections/permission.ts";
import { activityHeader, exportActivity } from "#app/models/readiness/activity.server.ts";
import { paths } from "#app/paths.ts";
import type { Asked, Table } from "#app/platform/csv.ts";
import type { Desk } from "#app/platform/desk.ts";

import { assessmentTable } from "../assessment/assessment-table.server.ts";
import { gapsTable } from "../assessment/gaps-table.server.ts";
import { improvementsTable } from "../assessment/improvements-table.server.ts";
import { intervieweesTable } from "../assessment/interviewees-table.server.ts";
import { evidenceTable } from "../evidence/evidence-table.server.ts";
import { visitsTable } from "../fieldwork/visits-table.server.ts";
import { citationsTable } from "../findings/citations-table.server.ts";
import { findingsTable } from "../findings/findings-table.server.ts";
import { linesTable } from "../lines/lines-table.server.ts";
import { commentsTable } from "../ratings/comments-table.server.ts";
import { ratingsTable } from "../ratings/ratings-table.server.ts";
import { ageingTable } from "../readiness/ageing-table.server.ts";
import { checksTable } from "../readiness/checks-table.server.ts";
import { claimsTable } from "../readiness/claims-table.server.ts";
import { snapshotsTable } from "../readiness/snapshots-table.server.ts";
import { triangulationTable } from "../readiness/triangulation-table.server.ts";
import { areasTable } from "../requests/areas-table.server.ts";
import { requestsTable } from "../requests/requests-table.server.ts";
import { teamTable } from "../team/team-table.server.ts";

type Exported = {
  name: string;
  title: string;
  holds: string;
  act: Act;
  /** What the address asks for where all of it is wanted. */
  all?: string;
  file(code: string): string;
  table(desk: Desk, of: Inspection, asked: Asked): Promise<Table & { quoted?: string[] }>;
};

const tables: Exported[] = [
  {
    name: "lines",
    title: "Lines of enquiry",
    holds: "Each line with its counts of findings, how many are cited, its readiness and where its rating stands",
    act: "line.see",
    file: (code) => paths.linesFile(code),
    table: linesTable,
  },
  {
    name: "findings",
    title: "Findings",
    holds: "Every strength, weakness and area to explore, with how many citations it has",
    act: "finding.see-inside",
    file: (code) => paths.findingsFile(code),
    table: findingsTable,
  },
  {
    name: "citations",
    title: "Citations",
    holds: "What each finding rests on, where in it, and the words that may be quoted",
    act: "finding.see-inside",
    file: paths.citationsFile,
    table: citationsTable,
  },
  {
    name: "ratings",
    title: "Ratings",
    holds: "Every rating that you are told, whose it is and why it was given",
    act: "rating.see",
    file: paths.ratingsFile,
    table: ratingsTable,
  },
  {
    name: "evidence",
    title: "Evidence",
    holds: "The library: what each piece is, its date, its lines and where it stands",
    act: "evidence.see",
    file: (code) => paths.evidenceListFile(code),
    table: evidenceTable,
  },
  {
    name: "areas",
    title: "Areas to explore",
    holds: "What becomes of each: who would know, the plan, the answer and the outcome",
    act: "enquiry.see",
    file: (code) => paths.areasFile(code),
    table: areasTable,
  },
  {
    name: "requests",
    title: "Requests",
    holds: "What the council was asked for, by when, and where it stands",
    act: "request.see",
    file: paths.requestsFile,
    table: requestsTable,
  },
  {
    name: "fieldwork",
    title: "Timetable",
    holds: "Interviews, focus groups, visits and checks: when, where and whom",
    act: "visit.see",
    file: paths.visitsFile,
    table: visitsTable,
  },
  {
    name: "self-assessment",
    title: "Self-assessment",
    holds: "What you say of each line, with your own rating: your side’s alone",
    act: "assessment.see",
    file: (code) => paths.selfAssessmentFile(code),
    table: assessmentTable,
  },
  {
    name: "gaps",
    title: "Gaps",
    holds: "What is lacking on each line, who sees to it and by when: your side’s alone",
    act: "assessment.see",
    all: "show=all",
    file: (code) => paths.gapsFile(code),
    table: gapsTable,
  },
  {
    name: "improvements",
    title: "Improvement plan",
    holds: "Actions with their measures and how far they have come: your side’s alone",
    act: "assessment.see",
    all: "show=all",
    file: (code) => paths.improvementsFile(code),
    table: improvementsTable,
  },
  {
    name: "interviewees",
    title: "Interviewees",
    holds: "Whom the inspectors meet, briefed and debriefed: your side’s alone",
    act: "assessment.see",
    all: "show=all",
    file: (code) => paths.intervieweesFile(code),
    table: intervieweesTable,
  },
  {
    name: "checks",
    title: "Checks",
    holds: "What would stop or weaken the briefing, and what was let stand",
    act: "check.see",
    file: paths.checksFile,
    table: checksTable,
  },
  {
    name: "triangulation",
    title: "Triangulation",
    holds: "Whose voices and how many sources each line rests on",
    act: "check.see",
    file: paths.triangulationFile,
    table: triangulationTable,
  },
  {
    name: "claims",
    title: "Claims",
    holds: "Every figure that a finding gives, with its source",
    act: "check.see",
    file: (code) => paths.claimsFile(code),
    table: claimsTable,
  },
  {
    name: "ageing",
    title: "Ageing of evidence",
    holds: "Until when each piece is in date",
    act: "evidence.see",
    file: paths.ageingFile,
    table: ageingTable,
  },
  {
    name: "snapshots",
    title: "Over time",
    holds: "The dated figures of your side, day by day",
    act: "snapshot.see",
    file: paths.snapshotsFile,
    table: snapshotsTable,
  },
  {
    name: "comments",
    title: "Comments",
    holds: "What the team says to each other about lines and themes",
    act: "comment.see",
    file: paths.commentsFile,
    table: commentsTable,
  },
  {
    name: "team",
    title: "Team",
    holds: "Who takes part, and as what",
    act: "team.see",
    file: paths.teamFile,
    table: teamTable,
  },
  {
    name: "activity",
    title: "Activity",
    holds: "Everything done that you may know of. Taking it is put on record",
    act: "activity.see",
    file: (code) => paths.activityFile(code),
    table: async (desk, of) => ({ header: activityHeader(of), rows: exportActivity(desk, of, {}) }),
  },
];

/** Those that this person may have. */
export const tablesFor = (of: Inspection): Exported[] => tables.filter(({ act }) => allowed(of, act));

export type FilledTable = {
  name: string;
  title: string;
  header: readonly string[];
  rows: (readonly (string | number | null)[])[];
};

/** All of them with all of their rows, and the references of the evidence whose words they hold. */
export async function fillTables(desk: Desk, of: Inspection): Promise<{ tables: FilledTable[]; quoted: string[] }> {
  const filled: FilledTable[] = [];
  const quoted: string[] = [];
  for (const { name, title, all = "", table } of tablesFor(of)) {
    const made = await table(desk, of, { searchParams: new URLSearchParams(all) });
    const rows: FilledTable["rows"] = [];
    for await (const row of made.rows) rows.push(row);
    filled.push({ name, title, header: made.header, rows });
    quoted.push(...(made.quoted ?? []));
  }
  return { tables: filled, quoted };
}

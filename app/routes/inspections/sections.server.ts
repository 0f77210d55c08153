/** The sections of one inspection: what each person may open, and nothing else. */
import { listPublications } from "#app/models/briefing/publications.server.ts";
import { allowed, type Inspection } from "#app/models/inspections/inspections.server.ts";
import { countDifferences } from "#app/models/ratings/moderations.server.ts";
import { countSubmissions } from "#app/models/readiness/submissions.server.ts";
import { countWaitingRequests } from "#app/models/requests/requests.server.ts";
import { paths } from "#app/paths.ts";
import type { Desk } from "#app/platform/desk.ts";

export type Section = { title: string; to: string; count: number; counts: string };

const section = (title: string, to: string, { count = 0, counts = "" } = {}): Section => ({ title, to, count, counts });

type Offered = [shown: boolean, of: Section];

async function inspectorsSections(desk: Desk, of: Inspection): Promise<Offered[]> {
  const { code } = of;
  const differ = await countDifferences(desk, of);
  const counts = differ === 1 ? "difference to settle" : "differences to settle";
  return [
    [allowed(of, "line.see"), section("Readiness", paths.inspection(code))],
    [allowed(of, "line.see"), section("Lines of enquiry", paths.lines(code))],
    [allowed(of, "evidence.see"), section("Evidence", paths.evidence(code))],
    [
      allowed(of, "request.see"),
      section("Requests", paths.requests(code), { count: await countWaitingRequests(desk, of), counts: "to look at" }),
    ],
    [allowed(of, "visit.see"), section("Timetable", paths.fieldwork(code))],
    [(await countSubmissions(desk, of)) > 0, section("Self-assessment", paths.submissions(code))],
    [true, section("Moderation", paths.moderation(code), { count: differ, counts })],
    [allowed(of, "briefing.export"), section("Briefing", paths.briefing(code))],
    [allowed(of, "stage.see"), section("Stage", paths.stage(code))],
    [allowed(of, "activity.see"), section("Activity", paths.activity(code))],
    [allowed(of, "team.see"), section("Team", paths.team(code))],
  ];
}

/** For the council there is nothing of the inspectors' to open until something is published, whatever the stage. */
async function councilSections(desk: Desk, of: Inspection): Promise<Offered[]> {
  const { code } = of;
  const waiting = { count: await countWaitingRequests(desk, of), counts: "to answer" };
  return [
    [true, section("Readiness", paths.inspection(code))],
    [allowed(of, "assessment.see"), section("Self-assessment", paths.selfAssessment(code))],
    [allowed(of, "request.see"), section("Requests", paths.requests(code), waiting)],
    [allowed(of, "evidence.see"), section("Evidence", paths.evidence(code))],
    [allowed(of, "visit.see"), section("Timetable", paths.fieldwork(code))],
    [allowed(of, "team.see"), section("Team", paths.team(code))],
    [allowed(of, "line.see"), section("Lines of enquiry", paths.lines(code))],
    [allowed(of, "briefing.export"), section("Briefing", paths.briefing(code))],
    [(await listPublications(desk, of)).length > 0, section("Publication", paths.publication(code))],
    [allowed(of, "activity.see"), section("Activity", paths.activity(code))],
  ];
}

export async function listSections(desk: Desk, of: Inspection): Promise<Section[]> {
  const inside = allowed(of, "moderation.see");
  const offered = inside ? await inspectorsSections(desk, of) : await councilSections(desk, of);
  return offered.filter(([shown]) => shown).map(([, one]) => one);
}

/** The URLs of the council's side: its self-assessment and what belongs to it. Part of `paths.ts`. */
import { inspection, query } from "#app/models/inspections/address.ts";

/** What the list of lines can be narrowed to. */
export type AssessmentView = { state?: string; evidence?: string; theme?: string };
type Shown = { show?: string; done?: string };

const gaps = (code: string, view: Shown = {}) => `${inspection(code)}/gaps${query(view)}`;
const gap = (code: string, id: string) => `${gaps(code)}/${id}`;
const improvements = (code: string, view: Shown = {}) => `${inspection(code)}/improvements${query(view)}`;
const improvement = (code: string, id: string, view: Shown = {}) =>
  `${inspection(code)}/improvements/${id}${query(view)}`;
const interviewees = (code: string, view: Shown = {}) => `${inspection(code)}/interviewees${query(view)}`;
const interviewee = (code: string, id: string) => `${interviewees(code)}/${id}`;

export const assessmentPaths = {
  selfAssessment: (code: string, view: AssessmentView = {}) => `${inspection(code)}/self-assessment${query(view)}`,
  selfAssessmentFile: (code: string, view: AssessmentView = {}) =>
    `${inspection(code)}/self-assessment.csv${query(view)}`,
  selfAssessmentLine: (code: string, ref: string, view: Shown = {}) =>
    `${inspection(code)}/self-assessment/${ref}${query(view)}`,
  gaps,
  gapsFile: (code: string, view: Shown = {}) => `${inspection(code)}/gaps.csv${query(view)}`,
  newGap: (code: string, line?: string) => `${gaps(code)}/new${query({ line })}`,
  gap,
  gapClosure: (code: string, id: string) => `${gap(code, id)}/closure`,
  gapReopening: (code: string, id: string) => `${gap(code, id)}/reopening`,
  improvements,
  improvementsFile: (code: string, view: Shown = {}) => `${inspection(code)}/improvements.csv${query(view)}`,
  newImprovement: (code: string) => `${improvements(code)}/new`,
  improvement,
  newMeasure: (code: string, id: string) => `${improvement(code, id)}/measures`,
  measure: (code: string, id: string, measure: string) => `${improvement(code, id)}/measures/${measure}`,
  interviewees,
  intervieweesFile: (code: string, view: Shown = {}) => `${inspection(code)}/interviewees.csv${query(view)}`,
  newInterviewee: (code: string) => `${interviewees(code)}/new`,
  interviewee,
  intervieweeWithdrawal: (code: string, id: string) => `${interviewee(code, id)}/withdrawal`,
  renewals: (code: string) => `${inspection(code)}/renewals`,
  submission: (code: string, view: { gaps?: string; actions?: string } = {}) =>
    `${inspection(code)}/submission${query(view)}`,
  submissions: (code: string) => `${inspection(code)}/submissions`,
  submitted: (code: string, number: number, view: { since?: number } = {}) =>
    `${inspection(code)}/submissions/${number}${query(view)}`,
  submittedFile: (code: string, number: number) => `${inspection(code)}/submissions/${number}/file`,
  rehearsal: (code: string) => `${inspection(code)}/rehearsal`,
};

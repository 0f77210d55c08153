/** Builds every URL: the same map as `routes.ts`, as functions. Those of the longer chapters stand in `…-paths.ts` there. */
import type { EvidenceQuery } from "./models/evidence/query.ts";
import type { FindingQuery } from "./models/findings/finding-query.ts";
import { briefingPaths } from "./models/briefing/briefing-paths.ts";
import { fieldworkPaths } from "./models/fieldwork/fieldwork-paths.ts";
import { inspection, query } from "./models/inspections/address.ts";
import { assessmentPaths } from "./models/readiness/assessment-paths.ts";
import type { PortfolioQuery } from "./models/readiness/portfolio.ts";
import { readinessPaths } from "./models/readiness/readiness-paths.ts";
import { requestPaths } from "./models/requests/request-paths.ts";

const person = (id: string) => `/admin/people/${id}`;
const line = (code: string, ref: string) => `${inspection(code)}/lines/${ref}`;
const finding = (code: string, id: string) => `${inspection(code)}/findings/${id}`;
const team = (code: string) => `${inspection(code)}/team`;
const teamMember = (code: string, id: string) => `${team(code)}/${id}`;
const moderation = (code: string, number: number) => `${inspection(code)}/moderation/${number}`;
const evidence = (code: string) => `${inspection(code)}/evidence`;
/** Where in a file the reader stands, what it looks for there, and the line that it reads for. */
export type ReaderView = {
  file?: string;
  /** The unit, by its number in the file, and the character of it. */
  part?: number;
  at?: number;
  find?: string;
  /** Which of the places found, from 1. */
  hit?: number;
  line?: string;
  /** The citation that was just made. */
  linked?: string;
};

/** How the home of an inspection shows its lines, and what was just done to some of them. */
export type HomeView = {
  by?: string;
  mine?: string;
  as?: string;
  sort?: string;
  /** "all": everything that is left to do. */
  next?: string;
  assigned?: string;
};

/** What the list of lines is narrowed to. */
export type LinesView = { q?: string; state?: string; lead?: string; show?: string; sort?: string };

/** What the workspace shows beside the plain list. */
export type WorkspaceView = {
  edit?: string;
  cite?: string;
  withdraw?: string;
  added?: string;
  /** The area to explore that is planned, answered, closed or opened again. */
  plan?: string;
  answer?: string;
  close?: string;
  reopen?: string;
  /** What stands beside the findings. */
  panel?: "reader" | "linked" | "suggested";
  /** The finding that passages are suggested for. */
  finding?: string;
  /** The evidence that is read there, and where in it. */
  doc?: string;
  part?: number;
  at?: number;
};

export const paths = {
  home: () => "/",
  signIn: (next?: string, done?: "password") => `/sign-in${query({ next, done })}`,
  signOut: () => "/sign-out",
  signInReset: (done?: "sent") => `/sign-in/reset${query({ done })}`,
  welcome: (token: string) => `/welcome/${token}`,
  signInCode: (next?: string) => `/sign-in/code${query({ next })}`,
  singleSignOn: (view: { next?: string; link?: string } = {}) => `/sign-in/oidc${query(view)}`,
  singleSignOnReturn: () => "/sign-in/oidc/callback",
  confirm: (next: string) => `/confirm${query({ next })}`,
  account: (view: { done?: string } = {}) => `/account${query(view)}`,
  ownSessionEnd: (id: string) => `/account/sessions/${id}/end`,
  otherSessionsEnd: () => "/account/other-sessions/end",
  ownPassword: () => "/account/password",
  ownMail: () => "/account/mail",
  ownData: () => "/account/data",
  ownDataFile: (format: "json" | "html") => `/account/data.${format}`,
  secondFactor: (view: { next?: string; move?: string } = {}) => `/account/second-factor${query(view)}`,
  secondFactorRemoval: () => "/account/second-factor/removal",
  recoveryCodes: (next?: string) => `/account/recovery-codes${query({ next })}`,
  identity: () => "/account/single-sign-on",
  identityRemoval: () => "/account/single-sign-on/removal",
  inspections: (view: PortfolioQuery | { sort?: string | undefined } = {}) => `/inspections${query(view)}`,
  portfolioFile: (ending: "csv" | "xlsx", view: PortfolioQuery = {}) => `/inspections.${ending}${query(view)}`,
  newInspection: () => "/inspections/new",
  search: (view: { q?: string; in?: string; what?: string; page?: number } = {}) => `/search${query(view)}`,
  frameworks: () => "/frameworks",
  framework: (slug: string) => `/frameworks/${slug}`,
  crosswalk: (slug: string, other: string) => `/frameworks/${slug}/crosswalk/${other}`,
  help: () => "/help",
  helpPage: (page: string) => `/help/${page}`,
  accessibility: () => "/accessibility",
  privacy: () => "/privacy",
  cookies: () => "/cookies",

  admin: () => "/admin",
  upkeep: () => "/admin/server",
  people: (view: { q?: string; page?: number } = {}) => `/admin/people${query(view)}`,
  newPerson: () => "/admin/people/new",
  person: (id: string, view: { done?: string } = {}) => `${person(id)}${query(view)}`,
  personRole: (id: string) => `${person(id)}/role`,
  personLink: (id: string) => `${person(id)}/link`,
  personSessions: (id: string) => `${person(id)}/sessions`,
  personSuspension: (id: string) => `${person(id)}/suspension`,
  personSecondFactor: (id: string) => `${person(id)}/second-factor`,
  personReturn: (id: string) => `${person(id)}/return`,

  inspection,
  readiness: (code: string, view: HomeView = {}, place = "") =>
    `${inspection(code)}${query(view)}${place && `#${place}`}`,
  figures: (code: string, place = "") => `${inspection(code)}/figures${place && `#${place}`}`,
  summaryFile: (code: string) => `${inspection(code)}/summary.pdf`,
  summary: (code: string) => `${inspection(code)}/summary`,
  lines: (code: string, view: LinesView = {}) => `${inspection(code)}/lines${query(view)}`,
  linesFile: (code: string, view: LinesView = {}) => `${inspection(code)}/lines.csv${query(view)}`,
  lineAssignment: (code: string, view: HomeView = {}) => `${inspection(code)}/lines/assignment${query(view)}`,
  lineAssignmentUndo: (code: string, id: string, view: HomeView = {}) =>
    `${inspection(code)}/lines/assignment/${id}/undo${query(view)}`,
  findings: (code: string, view: FindingQuery = {}) => `${inspection(code)}/findings${query(view)}`,
  findingsFile: (code: string, view: FindingQuery = {}) => `${inspection(code)}/findings.csv${query(view)}`,
  line: (code: string, ref: string, view: WorkspaceView = {}, place = "") => {
    const hash = place && `#${place}`;
    return `${line(code, ref)}${query(view)}${hash}`;
  },
  lineFindings: (code: string, ref: string) => `${line(code, ref)}/findings`,
  lineNote: (code: string, ref: string) => `${line(code, ref)}/note`,
  lineRating: (code: string, ref: string) => `${line(code, ref)}/rating`,
  finding,
  findingPosition: (code: string, id: string) => `${finding(code, id)}/position`,
  findingWithdrawal: (code: string, id: string) => `${finding(code, id)}/withdrawal`,
  findingCitations: (code: string, id: string) => `${finding(code, id)}/citations`,
  findingSuggestions: (code: string, id: string) => `${finding(code, id)}/suggestions`,
  findingHistory: (code: string, id: string) => `${finding(code, id)}/history`,
  findingConfirmation: (code: string, id: string) => `${inspection(code)}/findings/${id}/confirmation`,
  undo: (code: string, seq: number) => `${inspection(code)}/undo/${seq}`,
  citationWithdrawal: (code: string, id: string) => `${inspection(code)}/citations/${id}/withdrawal`,
  comparison: (code: string, subject: string, ref: string, view: { rater?: string } = {}) =>
    `${inspection(code)}/comparisons/${subject}/${ref}${query(view)}`,
  theme: (code: string, number: number) => `${inspection(code)}/themes/${number}`,
  judgement: (code: string, number: number) => `${inspection(code)}/judgements/${number}`,
  moderation: (code: string) => `${inspection(code)}/moderation`,
  themeModeration: (code: string, number: number, place = "") => moderation(code, number) + (place && `#${place}`),
  moderatedJudgement: (code: string, number: number) => `${inspection(code)}/moderation/judgements/${number}`,
  agreedLines: (code: string, number: number) => `${moderation(code, number)}/agreed`,
  moderatedLine: (code: string, number: number, ref: string) => `${moderation(code, number)}/lines/${ref}`,
  moderatedTheme: (code: string, number: number) => `${moderation(code, number)}/rating`,
  signOff: (code: string, number: number) => `${moderation(code, number)}/sign-off`,
  reopening: (code: string, number: number) => `${moderation(code, number)}/reopening`,
  comments: (code: string, on?: string) => `${inspection(code)}/comments${query({ on })}`,
  commentResolution: (code: string, id: string) => `${inspection(code)}/comments/${id}/resolution`,
  ...fieldworkPaths,
  ...requestPaths,
  ...assessmentPaths,
  ...readinessPaths,
  stage: (code: string) => `${inspection(code)}/stage`,
  publication: (code: string) => `${inspection(code)}/publication`,
  publicationApproval: (code: string) => `${inspection(code)}/publication/approval`,
  publicationWithdrawal: (code: string) => `${inspection(code)}/publication/withdrawal`,
  publicationCorrection: (code: string) => `${inspection(code)}/publication/correction`,
  published: (code: string, number: number) => `${inspection(code)}/publications/${number}`,
  publishedFile: (code: string, number: number, format: string) =>
    `${inspection(code)}/publications/${number}/file${query({ format })}`,
  edition: (code: string) => `${inspection(code)}/edition`,
  editionUndo: (code: string) => `${inspection(code)}/edition/undo`,
  through: (code: string, slug: string) => `${inspection(code)}/through/${slug}`,
  hold: (code: string) => `${inspection(code)}/hold`,
  settings: (code: string, view: { done?: "saved" } = {}) => `${inspection(code)}/settings${query(view)}`,

  evidence: (code: string, view: EvidenceQuery & { added?: string; marked?: string } = {}) =>
    `${evidence(code)}${query(view)}`,
  evidenceUpload: (code: string) => `${evidence(code)}/upload`,
  evidenceNew: (code: string, kind?: string) => `${evidence(code)}/new${query({ kind })}`,
  evidenceItem: (code: string, id: string, view: { done?: string; edit?: "details" } = {}) =>
    `${evidence(code)}/${id}${query(view)}`,
  evidenceFile: (code: string, id: string, file?: string) => `${evidence(code)}/${id}/file${query({ file })}`,
  evidenceText: (code: string, id: string, at: ReaderView = {}, place = "") =>
    `${evidence(code)}/${id}/text${query(at)}${place && `#${place}`}`,
  evidenceNaming: (code: string) => `${evidence(code)}/naming`,
  arrivalRemoval: (code: string, id: string) => `${evidence(code)}/arrivals/${id}/removal`,
  evidenceSelection: (code: string, view: EvidenceQuery = {}) => `${evidence(code)}/selection${query(view)}`,
  evidenceSelectionUndo: (code: string, id: string, view: EvidenceQuery = {}) =>
    `${evidence(code)}/selection/${id}/undo${query(view)}`,
  evidenceViews: (code: string, view: EvidenceQuery = {}) => `${evidence(code)}/views${query(view)}`,
  evidenceViewRemoval: (code: string, id: string) => `${evidence(code)}/views/${id}/removal`,
  evidencePages: (code: string, id: string, at: ReaderView = {}, place = "") =>
    `${evidence(code)}/${id}/pages${query(at)}${place && `#${place}`}`,
  evidenceCitations: (code: string, id: string, at: ReaderView & { words?: string; q?: string } = {}) =>
    `${evidence(code)}/${id}/citations${query(at)}`,
  evidenceRevision: (code: string, id: string) => `${evidence(code)}/${id}/revision`,
  evidenceRedaction: (code: string, id: string) => `${evidence(code)}/${id}/redaction`,
  evidenceTranscript: (code: string, id: string, file?: string) =>
    `${evidence(code)}/${id}/transcript${query({ file })}`,
  evidenceRereading: (code: string, id: string) => `${evidence(code)}/${id}/rereading`,
  evidenceAppraisal: (code: string, id: string) => `${evidence(code)}/${id}/appraisal`,
  evidenceReading: (code: string, id: string) => `${evidence(code)}/${id}/reading`,
  evidenceAcceptance: (code: string, id: string) => `${evidence(code)}/${id}/acceptance`,
  evidenceReturn: (code: string, id: string) => `${evidence(code)}/${id}/return`,
  evidenceWithdrawal: (code: string, id: string) => `${evidence(code)}/${id}/withdrawal`,
  evidenceListFile: (code: string, view: EvidenceQuery = {}) => `${inspection(code)}/evidence.csv${query(view)}`,
  uploads: () => "/uploads/",

  ...briefingPaths,
  activity: (code: string, view: { who?: string; kind?: string; record?: string; before?: number } = {}) =>
    `${inspection(code)}/activity${query(view)}`,
  activityFile: (code: string, view: { who?: string; kind?: string; record?: string } = {}) =>
    `${inspection(code)}/activity.csv${query(view)}`,
  team,
  teamMember,
  teamRemoval: (code: string, id: string) => `${teamMember(code, id)}/removal`,
  teamExclusion: (code: string, id: string) => `${teamMember(code, id)}/exclusion`,
  teamReadmission: (code: string, id: string) => `${teamMember(code, id)}/readmission`,
};

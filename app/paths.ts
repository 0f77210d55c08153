/** Builds every URL: the same map as `routes.ts`, as functions. */
import type { EvidenceQuery } from "./models/evidence/query.ts";
import type { FindingQuery } from "./models/findings/finding-query.ts";
import { assessmentPaths } from "./models/readiness/assessment-paths.ts";
import type { PortfolioQuery } from "./models/readiness/portfolio.ts";
import type { AreaQuery } from "./models/requests/area-query.ts";

type Parameters = Record<string, string | number | readonly string[] | null | undefined>;

const query = (parameters: Parameters) => {
  const pairs = Object.entries(parameters).flatMap(([name, value]) =>
    (typeof value === "object" && value !== null ? value : [value])
      .filter((each) => each !== null && each !== undefined && each !== "")
      .map((each) => [name, String(each)]),
  );
  return pairs.length ? `?${new URLSearchParams(pairs)}` : "";
};

const person = (id: string) => `/admin/people/${id}`;
const inspection = (code: string) => `/inspections/${code}`;
const line = (code: string, ref: string) => `${inspection(code)}/lines/${ref}`;
const finding = (code: string, id: string) => `${inspection(code)}/findings/${id}`;
const team = (code: string) => `${inspection(code)}/team`;
const teamMember = (code: string, id: string) => `${team(code)}/${id}`;
const moderation = (code: string, number: number) => `${inspection(code)}/moderation/${number}`;
const evidence = (code: string) => `${inspection(code)}/evidence`;
const decks = (code: string) => `${inspection(code)}/briefing/decks`;
const deckPart = (part: string) => (code: string, deck: string, slide?: number) =>
  `${decks(code)}/${deck}/${part}${query({ slide })}`;

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

const fieldwork = (code: string) => `${inspection(code)}/fieldwork`;
const visit = (code: string, id: string) => `${fieldwork(code)}/${id}`;
const question = (code: string, id: string, one: string) => `${visit(code, id)}/questions/${one}`;

const requests = (code: string) => `${inspection(code)}/requests`;
const request = (code: string, number: number) => `${requests(code)}/${number}`;
const requestDraft = (code: string, id: string) => `${requests(code)}/drafts/${id}`;

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
  fieldwork,
  newVisit: (code: string, view: { area?: string } = {}) => `${fieldwork(code)}/new${query(view)}`,
  visit,
  visitCalendar: (code: string, id: string) => `${visit(code, id)}.ics`,
  visitState: (code: string, id: string) => `${visit(code, id)}/state`,
  guide: (code: string, id: string, view: { theme?: number; q?: string } = {}) =>
    `${visit(code, id)}/guide${query(view)}`,
  guideAreas: (code: string, id: string) => `${visit(code, id)}/guide/areas`,
  notes: (code: string, id: string, view: { done?: string; made?: string } = {}, place = "") =>
    `${visit(code, id)}/notes${query(view)}${place && `#${place}`}`,
  note: (code: string, id: string, one: string) => `${visit(code, id)}/notes/${one}`,
  noteFinding: (code: string, id: string, one: string) => `${visit(code, id)}/notes/${one}/finding`,
  visitPhotograph: (code: string, id: string) => `${visit(code, id)}/photograph`,
  visitEvidence: (code: string, id: string) => `${visit(code, id)}/evidence`,
  learning: (code: string, id: string, view: { done?: string } = {}) => `${visit(code, id)}/learning${query(view)}`,
  learningEntry: (code: string, id: string, one: string) => `${visit(code, id)}/learning/${one}`,
  consent: (code: string, id: string, view: { done?: string } = {}) => `${evidence(code)}/${id}/consent${query(view)}`,
  consentWithdrawal: (code: string, id: string) => `${evidence(code)}/${id}/consent/withdrawal`,
  questions: (code: string, id: string) => `${visit(code, id)}/questions`,
  question,
  questionPosition: (code: string, id: string, one: string) => `${question(code, id, one)}/position`,
  questionRemoval: (code: string, id: string, one: string) => `${question(code, id, one)}/removal`,
  calendar: (code: string) => `${inspection(code)}/calendar`,
  calendarRevocation: (code: string) => `${inspection(code)}/calendar/revocation`,
  calendarFeed: (token: string) => `/calendar/${token}.ics`,
  requests: (code: string, view: { show?: string; sort?: string; done?: string } = {}) =>
    `${requests(code)}${query(view)}`,
  newRequest: (code: string) => `${requests(code)}/new`,
  requestImport: (code: string) => `${requests(code)}/import`,
  requestTemplate: (code: string) => `${requests(code)}/import.csv`,
  requestsFile: (code: string) => `${inspection(code)}/requests.csv`,
  requestDraft: (code: string, id: string, view: { done?: string } = {}) => `${requestDraft(code, id)}${query(view)}`,
  requestDispatch: (code: string, id: string) => `${requestDraft(code, id)}/dispatch`,
  requestDraftRemoval: (code: string, id: string) => `${requestDraft(code, id)}/removal`,
  areas: (code: string, view: AreaQuery & { done?: number } = {}) => `${inspection(code)}/areas${query(view)}`,
  areasFile: (code: string, view: AreaQuery = {}) => `${inspection(code)}/areas.csv${query(view)}`,
  areaPlan: (code: string, id: string) => `${inspection(code)}/areas/${id}/plan`,
  areaAnswer: (code: string, id: string) => `${inspection(code)}/areas/${id}/answer`,
  areaClosing: (code: string, id: string) => `${inspection(code)}/areas/${id}/closing`,
  areaReopening: (code: string, id: string) => `${inspection(code)}/areas/${id}/reopening`,
  requestFromArea: (code: string, id: string) => `${inspection(code)}/areas/${id}/request`,
  request: (code: string, number: number, view: { done?: string; way?: string } = {}) =>
    `${request(code, number)}${query(view)}`,
  requestAnswer: (code: string, number: number) => `${request(code, number)}/answer`,
  requestSending: (code: string, number: number) => `${request(code, number)}/sending`,
  requestHandover: (code: string, number: number) => `${request(code, number)}/handover`,
  requestAcceptance: (code: string, number: number) => `${request(code, number)}/acceptance`,
  requestReturn: (code: string, number: number) => `${request(code, number)}/return`,
  requestWithdrawal: (code: string, number: number) => `${request(code, number)}/withdrawal`,
  requestReminder: (code: string, number: number) => `${request(code, number)}/reminder`,
  ...assessmentPaths,
  checks: (code: string, view: { severity?: string } = {}) => `${inspection(code)}/checks${query(view)}`,
  checksFile: (code: string) => `${inspection(code)}/checks.csv`,
  check: (code: string, name: string) => `${inspection(code)}/checks/${name}`,
  checkExplanation: (code: string, name: string) => `${inspection(code)}/checks/${name}/explanation`,
  explanationLifting: (code: string, name: string, id: string) =>
    `${inspection(code)}/checks/${name}/explanations/${id}/lifting`,
  triangulation: (code: string, view: { show?: "leaning" } = {}) => `${inspection(code)}/triangulation${query(view)}`,
  triangulationFile: (code: string) => `${inspection(code)}/triangulation.csv`,
  claims: (code: string, view: { show?: string; q?: string } = {}) => `${inspection(code)}/claims${query(view)}`,
  claimsFile: (code: string, view: { show?: string; q?: string } = {}) =>
    `${inspection(code)}/claims.csv${query(view)}`,
  ageing: (code: string, view: { show?: "stale" } = {}) => `${inspection(code)}/ageing${query(view)}`,
  ageingFile: (code: string) => `${inspection(code)}/ageing.csv`,
  snapshots: (code: string, view: { taken?: "yes" } = {}) => `${inspection(code)}/snapshots${query(view)}`,
  snapshotsFile: (code: string) => `${inspection(code)}/snapshots.csv`,
  snapshotComparison: (code: string, view: { from?: string; to?: string } = {}) =>
    `${inspection(code)}/snapshots/compare${query(view)}`,
  snapshotComparisonFile: (code: string, view: { from?: string; to?: string } = {}) =>
    `${inspection(code)}/snapshots/compare.csv${query(view)}`,
  exports: (code: string) => `${inspection(code)}/exports`,
  workbook: (code: string) => `${inspection(code)}/workbook.xlsx`,
  everything: (code: string) => `${inspection(code)}/workbook.json`,
  citationsFile: (code: string) => `${inspection(code)}/citations.csv`,
  ratingsFile: (code: string) => `${inspection(code)}/ratings.csv`,
  commentsFile: (code: string) => `${inspection(code)}/comments.csv`,
  visitsFile: (code: string) => `${inspection(code)}/fieldwork.csv`,
  teamFile: (code: string) => `${inspection(code)}/team.csv`,
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

  briefing: (code: string, view: { imported?: number } = {}) => `${inspection(code)}/briefing${query(view)}`,
  pack: (code: string) => `${inspection(code)}/pack`,
  packFile: (code: string) => `${inspection(code)}/pack.zip`,
  briefingFile: (code: string, format: string) => `${inspection(code)}/briefing.${format}`,
  briefingImport: (code: string) => `${inspection(code)}/briefing/import`,
  brought: (code: string, id: string, at: { page?: number; show?: string } = {}, place = "") =>
    `${inspection(code)}/briefing/imports/${id}${query(at)}${place && `#${place}`}`,
  broughtTaking: (code: string, id: string) => `${inspection(code)}/briefing/imports/${id}/taking`,
  broughtRemoval: (code: string, id: string) => `${inspection(code)}/briefing/imports/${id}/removal`,
  story: (code: string, view: { since?: string; show?: string; page?: number } = {}) =>
    `${inspection(code)}/briefing/changes${query(view)}`,
  briefingTemplates: (code: string) => `${inspection(code)}/briefing/templates`,
  briefingTemplateWithdrawal: (code: string, id: string) => `${inspection(code)}/briefing/templates/${id}/withdrawal`,
  briefingPresent: (code: string) => `${inspection(code)}/briefing/present`,
  deck: (code: string, deck: string, slide?: number, all?: "all") =>
    `${decks(code)}/${deck}${query({ slide, film: all })}`,
  deckFile: (code: string, deck: string, format: string) => `${decks(code)}/${deck}.${format}`,
  deckPresent: (code: string, deck: string, slide?: number) =>
    `${decks(code)}/${deck}/present${slide ? `#slide-${slide}` : ""}`,
  deckFindings: deckPart("findings"),
  deckLayout: deckPart("layout"),
  deckOrder: deckPart("order"),
  deckNotes: deckPart("notes"),
  deckDisplay: deckPart("display"),
  deckChanges: deckPart("changes"),
  deckLeftOut: deckPart("left-out"),
  deckAgenda: deckPart("agenda"),
  deckSettings: deckPart("settings"),
  deckWithdrawal: deckPart("withdrawal"),
  slideStyle: () => "/slides.css",
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

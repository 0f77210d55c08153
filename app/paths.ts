/** Builds every URL: the same map as `routes.ts`, as functions. */

const query = (parameters: Record<string, string | number | null | undefined>) => {
  const pairs = Object.entries(parameters).filter(([, value]) => value !== null && value !== undefined && value !== "");
  return pairs.length ? `?${new URLSearchParams(pairs.map(([name, value]) => [name, String(value)]))}` : "";
};

const person = (id: string) => `/admin/people/${id}`;
const inspection = (code: string) => `/inspections/${code}`;
const line = (code: string, ref: string) => `${inspection(code)}/lines/${ref}`;
const finding = (code: string, id: string) => `${inspection(code)}/findings/${id}`;
const team = (code: string) => `${inspection(code)}/team`;
const teamMember = (code: string, id: string) => `${team(code)}/${id}`;
const moderation = (code: string, number: number) => `${inspection(code)}/moderation/${number}`;
const evidence = (code: string) => `${inspection(code)}/evidence`;

/** What the workspace shows beside the plain list. */
export type WorkspaceView = { edit?: string; cite?: string; withdraw?: string; added?: string };

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
  secondFactor: (view: { next?: string; move?: string } = {}) => `/account/second-factor${query(view)}`,
  secondFactorRemoval: () => "/account/second-factor/removal",
  recoveryCodes: (next?: string) => `/account/recovery-codes${query({ next })}`,
  identity: () => "/account/single-sign-on",
  identityRemoval: () => "/account/single-sign-on/removal",
  inspections: () => "/inspections",
  newInspection: () => "/inspections/new",
  search: (view: { q?: string; in?: string; page?: number } = {}) => `/search${query(view)}`,
  frameworks: () => "/frameworks",
  framework: (slug: string) => `/frameworks/${slug}`,
  crosswalk: (slug: string, other: string) => `/frameworks/${slug}/crosswalk/${other}`,
  help: () => "/help",
  helpPage: (page: string) => `/help/${page}`,
  accessibility: () => "/accessibility",
  privacy: () => "/privacy",
  cookies: () => "/cookies",

  admin: () => "/admin",
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
  readiness: (code: string, view?: { by?: string; mine?: string; as?: string }) =>
    `${inspection(code)}${query(view ?? {})}`,
  lines: (code: string) => `${inspection(code)}/lines`,
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
  undo: (code: string, seq: number) => `${inspection(code)}/undo/${seq}`,
  citationWithdrawal: (code: string, id: string) => `${inspection(code)}/citations/${id}/withdrawal`,
  lineComparison: (code: string, ref: string) => `${line(code, ref)}/comparison`,
  theme: (code: string, number: number) => `${inspection(code)}/themes/${number}`,
  judgement: (code: string, number: number) => `${inspection(code)}/judgements/${number}`,
  moderation: (code: string) => `${inspection(code)}/moderation`,
  themeModeration: (code: string, number: number) => moderation(code, number),
  agreedLines: (code: string, number: number) => `${moderation(code, number)}/agreed`,
  moderatedLine: (code: string, number: number, ref: string) => `${moderation(code, number)}/lines/${ref}`,
  moderatedTheme: (code: string, number: number) => `${moderation(code, number)}/rating`,
  signOff: (code: string, number: number) => `${moderation(code, number)}/sign-off`,
  reopening: (code: string, number: number) => `${moderation(code, number)}/reopening`,
  comments: (code: string) => `${inspection(code)}/comments`,
  commentResolution: (code: string, id: string) => `${inspection(code)}/comments/${id}/resolution`,
  stage: (code: string) => `${inspection(code)}/stage`,
  publication: (code: string) => `${inspection(code)}/publication`,
  publicationApproval: (code: string) => `${inspection(code)}/publication/approval`,
  published: (code: string, number: number) => `${inspection(code)}/publications/${number}`,
  edition: (code: string) => `${inspection(code)}/edition`,
  editionUndo: (code: string) => `${inspection(code)}/edition/undo`,
  through: (code: string, slug: string) => `${inspection(code)}/through/${slug}`,
  settings: (code: string) => `${inspection(code)}/settings`,

  evidence: (code: string, view: { q?: string; kind?: string; sort?: string; page?: number; added?: string } = {}) =>
    `${evidence(code)}${query(view)}`,
  evidenceUpload: (code: string) => `${evidence(code)}/upload`,
  evidenceItem: (code: string, id: string, view: { done?: string } = {}) => `${evidence(code)}/${id}${query(view)}`,
  evidenceFile: (code: string, id: string, file?: string) => `${evidence(code)}/${id}/file${query({ file })}`,
  evidenceText: (code: string, id: string, at: { file?: string; part?: number } = {}) =>
    `${evidence(code)}/${id}/text${query(at)}`,
  evidenceNaming: (code: string) => `${evidence(code)}/naming`,
  evidenceSelection: (code: string) => `${evidence(code)}/selection`,
  evidenceViews: (code: string) => `${evidence(code)}/views`,
  evidenceViewRemoval: (code: string, id: string) => `${evidence(code)}/views/${id}/removal`,
  evidencePages: (code: string, id: string, at: { file?: string; page?: number } = {}) =>
    `${evidence(code)}/${id}/pages${query(at)}`,
  evidenceCitations: (code: string, id: string) => `${evidence(code)}/${id}/citations`,
  evidenceRevision: (code: string, id: string) => `${evidence(code)}/${id}/revision`,
  evidenceTranscript: (code: string, id: string, file?: string) =>
    `${evidence(code)}/${id}/transcript${query({ file })}`,
  evidenceRereading: (code: string, id: string) => `${evidence(code)}/${id}/rereading`,
  evidenceAppraisal: (code: string, id: string) => `${evidence(code)}/${id}/appraisal`,
  evidenceReading: (code: string, id: string) => `${evidence(code)}/${id}/reading`,
  evidenceReturn: (code: string, id: string) => `${evidence(code)}/${id}/return`,
  evidenceWithdrawal: (code: string, id: string) => `${evidence(code)}/${id}/withdrawal`,
  evidenceListFile: (code: string) => `${inspection(code)}/evidence.csv`,
  uploads: () => "/uploads/",

  briefing: (code: string, view: { imported?: number } = {}) => `${inspection(code)}/briefing${query(view)}`,
  briefingFile: (code: string, format: string) => `${inspection(code)}/briefing.${format}`,
  briefingImport: (code: string) => `${inspection(code)}/briefing/import`,
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

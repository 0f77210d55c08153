/** The URLs of checks, of what they rest on, of figures over time and of files to take away. Part of `paths.ts`. */
import { inspection, query } from "#app/models/inspections/address.ts";

export const readinessPaths = {
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
};

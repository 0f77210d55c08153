/** The URLs of requests, and of the areas to explore that they come from. Part of `paths.ts`. */
import { inspection, query } from "#app/models/inspections/address.ts";

import type { AreaQuery } from "./area-query.ts";

const requests = (code: string) => `${inspection(code)}/requests`;
const request = (code: string, number: number) => `${requests(code)}/${number}`;
const requestDraft = (code: string, id: string) => `${requests(code)}/drafts/${id}`;

export const requestPaths = {
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
};

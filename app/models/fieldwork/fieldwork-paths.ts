/** The URLs of visits, of what is asked and noted there, and of calendars. Part of `paths.ts`. */
import { inspection, query } from "#app/models/inspections/address.ts";

const evidence = (code: string) => `${inspection(code)}/evidence`;
const fieldwork = (code: string) => `${inspection(code)}/fieldwork`;
const visit = (code: string, id: string) => `${fieldwork(code)}/${id}`;
const question = (code: string, id: string, one: string) => `${visit(code, id)}/questions/${one}`;

export const fieldworkPaths = {
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
};

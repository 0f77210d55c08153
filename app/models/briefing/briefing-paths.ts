/** The URLs of the briefing: its files, decks that are brought in, and saved decks. Part of `paths.ts`. */
import { inspection, query } from "#app/models/inspections/address.ts";

const decks = (code: string) => `${inspection(code)}/briefing/decks`;
const deckPart = (part: string) => (code: string, deck: string, slide?: number) =>
  `${decks(code)}/${deck}/${part}${query({ slide })}`;

export const briefingPaths = {
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
  templateStyle: (code: string, id: string) => `${inspection(code)}/briefing/templates/${id}/look.css`,
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
};

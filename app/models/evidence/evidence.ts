/** What an inspection rests on: documents, data, what people said, what was seen. */
import type { Side } from "#app/models/accounts/role.ts";

export const evidenceKinds = [
  "document",
  "minutes",
  "strategy",
  "performance",
  "decision",
  "consultation",
  "options",
  "financial",
  "contract",
  "interview",
  "observation",
  "focus-group",
  "photograph",
  "email",
  "link",
  "quotation",
] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

const kindTitles = {
  document: "Document",
  minutes: "Minutes",
  strategy: "Strategy or plan",
  performance: "Performance return",
  decision: "Decision record",
  consultation: "Consultation",
  options: "Options appraisal",
  financial: "Financial statement",
  contract: "Contract or specification",
  interview: "Interview note",
  observation: "Observation",
  "focus-group": "Focus group",
  photograph: "Photograph",
  email: "E-mail",
  link: "Web link",
  quotation: "Quotation",
} as const satisfies Record<EvidenceKind, string>;

/** How a kind of evidence is called on a page. */
export const evidenceKindTitle = (kind: EvidenceKind): string => kindTitles[kind];

/** Whose voice a piece of evidence carries. Source: CQC evidence categories for councils, with data and observation. */
export const voices = ["people", "staff", "partners", "processes", "data", "observation"] as const;
export type Voice = (typeof voices)[number];

const voiceTitles = {
  people: "People who use services and carers",
  staff: "Staff and leaders",
  partners: "Partners",
  processes: "Processes and documents",
  data: "Data",
  observation: "Observation",
} as const satisfies Record<Voice, string>;

/** How a voice is called on a page. */
export const voiceTitle = (voice: Voice): string => voiceTitles[voice];

/** The longest title of a piece of evidence, in characters. */
export const TITLE_LENGTH = 200;

/** Each side has numbers of its own, so that no gap in the council’s tells how much inspectors gather. */
export const evidenceRanges: Record<Side, { after: number; last: number }> = {
  council: { after: 0, last: 5000 },
  inspectorate: { after: 5000, last: 1_000_000 },
};

/** How far evidence may go. Restricted is what names people who use services, or could be traced to them. */
export const sensitivities = ["public", "internal", "restricted"] as const;
export type Sensitivity = (typeof sensitivities)[number];

const sensitivityTitles = {
  public: "Public",
  internal: "Internal",
  restricted: "Restricted: names people who use services",
} as const satisfies Record<Sensitivity, string>;

/** How a sensitivity is called on a page. */
export const sensitivityTitle = (sensitivity: Sensitivity): string => sensitivityTitles[sensitivity];

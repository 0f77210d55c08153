/** What an inspection rests on: documents, data, what people said, what was seen. */
import type { Side } from "#app/models/accounts/role.ts";

/** What kinds there are, and what each asks, stands in the registry of kinds. */
export { type EvidenceKind, evidenceKinds, evidenceKindTitle } from "./kinds/kinds.ts";

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

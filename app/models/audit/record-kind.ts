/** The kinds of record that activity can be narrowed to, by the first word of the action. */
export const recordKinds = {
  finding: "Findings",
  citation: "Citations",
  enquiry: "Areas to explore",
  rating: "Ratings",
  evidence: "Evidence",
  request: "Requests",
  visit: "Fieldwork",
  briefing: "Briefing",
  deck: "Briefing decks",
  comment: "Comments",
  publication: "Publication",
  member: "Team",
  inspection: "Inspection",
  edition: "Framework edition",
} as const;
export type RecordKind = keyof typeof recordKinds;

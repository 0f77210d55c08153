/** How evidence is called outside the team where it may not be said whose words it holds. */
import { type EvidenceKind, evidenceKindTitle } from "./evidence.ts";

/** "Interview, anonymous". */
export const anonymousTitle = (kind: EvidenceKind): string =>
  `${evidenceKindTitle(kind).replace(/ note$/, "")}, anonymous`;

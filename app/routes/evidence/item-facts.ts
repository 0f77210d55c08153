/** What is said about a piece of evidence, as rows of its page. */
import type { Details } from "#app/models/evidence/details.ts";
import type { EvidenceKind } from "#app/models/evidence/evidence.ts";
import type { OwnField } from "#app/models/evidence/kinds/kind.ts";
import { kinds } from "#app/models/evidence/kinds/kinds.ts";
import { rowsOf, webAddress } from "#app/models/evidence/kinds/own-fields.ts";
import { shortDate } from "#app/ui/dates.ts";

export type Fact = { label: string; value: string };

/** "17 May 2006", or "1 April 2006 to 31 March 2007". */
const daysOf = ({ asAt, until }: Pick<Details, "asAt" | "until">): string =>
  asAt ? (until ? `${shortDate(asAt)} to ${shortDate(until)}` : shortDate(asAt)) : "Not stated";

type Words = { voice: string | null; sensitivity: string; from: string | null };

/** What is asked about every kind; what was left open is left out, but for the day. */
export const factsOf = (details: Details, { voice, sensitivity, from }: Words): Fact[] =>
  [
    { label: details.until ? "Period" : "As at", value: daysOf(details) },
    { label: "Whose voice", value: voice ?? "" },
    { label: "Owner", value: details.owner ?? "" },
    { label: "Department", value: details.department ?? "" },
    { label: "Sensitivity", value: sensitivity },
    { label: "Look at it again by", value: details.reviewBy ? shortDate(details.reviewBy) : "" },
    { label: "From", value: from ?? "" },
  ].filter(({ value }) => value);

export type OwnFact = { label: string } & (
  | { as: "text" | "lines"; value: string }
  | { as: "address"; value: string; href: string | null }
  | { as: "rows"; columns: readonly [string, string]; rows: [string, string][] }
);

function ownFact(field: OwnField, value: string): OwnFact {
  const { label } = field;
  switch (field.type) {
    case "rows":
      return { label, as: "rows", columns: field.columns, rows: rowsOf(value) };
    case "address":
      return { label, as: "address", value, href: webAddress(value) };
    case "choice":
      return { label, as: "text", value: field.choices.find((one) => one.value === value)?.title ?? value };
    case "day":
      return { label, as: "text", value: shortDate(value) };
    case "long":
      return { label, as: "lines", value };
    default:
      return { label, as: "text", value };
  }
}

/** What was answered to the kind's own questions, in their order. */
export const ownFactsOf = (kind: EvidenceKind, fields: Record<string, string>): OwnFact[] =>
  kinds[kind].fields.flatMap((field) => {
    const value = fields[field.name];
    return value ? [ownFact(field, value)] : [];
  });

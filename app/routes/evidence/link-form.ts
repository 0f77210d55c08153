/** The forms that link a passage, as they are sent. */
import { findingKinds } from "#app/models/findings/finding.ts";

type Value = (name: string) => string;

const offset = (typed: string): number | null => (/^\d{1,9}$/.test(typed) ? Number(typed) : null);

/** A finding's id, or "new:strength" on the line of the form. */
export function targetIn(value: Value) {
  const target = value("target");
  const kind = findingKinds.find((one) => target === `new:${one}`);
  return kind ? { line: value("line"), kind, text: value("text") } : { finding: target };
}

/** What is cited of the evidence `evidence`: marked in the reader where the form says which unit, else typed. */
export function draftIn(evidence: string, value: Value) {
  const seq = offset(value("seq"));
  const marked = { file: value("file"), seq: seq ?? 0, start: offset(value("start")), end: offset(value("end")) };
  return {
    evidence,
    locator: seq === null ? value("locator") : "",
    quote: value("quote"),
    last: value("last"),
    ...(seq !== null && { marked }),
  };
}

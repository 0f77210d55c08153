/** Reads the single items of a briefing: findings with what stands under them, team, next stages, evidence. */
import { z } from "zod";
import { shown, type Report } from "#app/models/frameworks/fault.ts";
import { firstOf } from "#app/models/frameworks/grammar.ts";
import type { Item, Text } from "#app/models/frameworks/outline.ts";
import { cut, maskEscapes, unescapeText } from "#app/models/frameworks/plain-text.ts";
import type { Briefing, BriefingCitation, BriefingFinding, BriefingFrame } from "./briefing.ts";

/** Where each part of a briefing stands in its file. */
export type Lines = Map<object, number>;

export const RECOGNISED = "Recognised by the council";

export function readFinding({ text, line, children }: Item, lines: Lines, report: Report): BriefingFinding {
  const finding: BriefingFinding = { text, note: null, inferred: null, recognised: false, citations: [] };
  lines.set(finding, line);
  const seen = new Map<string, number>();
  for (const child of children) {
    const [, key = "", value = ""] = /^(source|note|inferred): *(.+)$/i.exec(child.raw) ?? [];
    const name = key.toLowerCase();
    if (name === "source") {
      const citation = readCitation(value, child.line, report);
      if (citation) finding.citations.push(citation);
      if (citation) lines.set(citation, child.line);
    } else if (name === "note" || name === "inferred") {
      if (firstOf(seen, name, `"${key}:"`, child.line, report)) finding[name] = unescapeText(value);
    } else if (child.text.toLowerCase() === RECOGNISED.toLowerCase()) finding.recognised = true;
    else {
      const expected = `"Source:", "Note:", "Inferred:" or "${RECOGNISED}"`;
      report(child.line, `expected ${expected} under a finding, found ${shown(child.text)}`);
    }
  }
  return finding;
}

/** 'E1, page 2: "The Accountable Officer will act as chair"'; the place and the quotation may be left out. */
function readCitation(raw: string, line: number, report: Report): BriefingCitation | null {
  const [source, quote] = cut(raw, ': "') ?? [raw, null];
  const [evidence, locator] = cut(source, ", ") ?? [source, null];
  const closed = quote === null || (quote.length > 1 && maskEscapes(quote).endsWith('"'));
  if (!/^E\d+$/.test(evidence) || locator === "" || !closed) {
    report(line, `expected a source such as E1, page 2: "the words quoted", found ${shown(unescapeText(raw))}`);
    return null;
  }
  return {
    evidence,
    locator: locator === null ? null : unescapeText(locator),
    quote: quote === null ? null : unescapeText(quote.slice(0, -1)).trim(),
  };
}

/** "Lead inspector, Sample Inspectorate (lead)" */
export function readMember({ raw, text, line }: Text, report: Report): BriefingFrame["team"][number] {
  const lead = raw.endsWith(" (lead)");
  const [role, organisation] = pair(lead ? raw.slice(0, -" (lead)".length) : raw, ", ");
  if (role === "" || organisation === "") report(line, `expected a role, then an organisation, found ${shown(text)}`);
  return { role, organisation, lead };
}

/** "Fieldwork: dates to be agreed" */
export function readStage({ raw, text, line }: Text, report: Report): BriefingFrame["nextStages"][number] {
  const [title, detail] = pair(raw, ": ");
  if (title === "" || detail === "") report(line, `expected a stage, then its details, found ${shown(text)}`);
  return { title, detail };
}

function pair(raw: string, separator: string): [string, string | null] {
  const parts = cut(raw, separator);
  return parts ? [unescapeText(parts[0]), unescapeText(parts[1])] : [unescapeText(raw), null];
}

/** "E1: Strategy group terms of reference (document, 2026-05-12)" */
export function readEvidence({ raw, text, line }: Text, report: Report): Briefing["evidence"][number] | null {
  const [ref, rest] = cut(raw, ": ") ?? [];
  if (!ref || !rest || !/^E\d+$/.test(ref)) {
    report(line, `expected evidence such as "E1: Title (document, 2026-05-12)", found ${shown(text)}`);
    return null;
  }
  const masked = maskEscapes(rest);
  const open = masked.endsWith(")") ? masked.lastIndexOf(" (") : -1;
  if (open < 1) return { ref, title: unescapeText(rest), kind: null, asAt: null };
  const title = unescapeText(rest.slice(0, open).trimEnd());
  const bracket = rest.slice(open + 2, -1).trim();
  const dated = /(?:^|, )(\d{4}-\d{2}-\d{2})$/.exec(maskEscapes(bracket));
  const kind = dated ? bracket.slice(0, dated.index) : bracket;
  const asAt = dated?.[1] ?? null;
  if (asAt && !z.iso.date().safeParse(asAt).success) {
    report(line, `expected a date such as 2026-12-09, found "${asAt}"`);
  }
  if (bracket === "" || bracket.startsWith(", ")) {
    report(line, `expected a kind, a date or both in brackets, found ${shown(text)}`);
  }
  return { ref, title, kind: kind === "" ? null : unescapeText(kind), asAt };
}

/** Writes a briefing as Markdown in canonical form: reading it gives the same value, and writing that the same text. */
import { stringify } from "yaml";
import { FINDING_LISTS, type FindingList } from "#app/models/frameworks/grammar.ts";
import { escapePart, escapeStart, escapeText, oneLine } from "#app/models/frameworks/plain-text.ts";
import {
  briefingHead,
  type Briefing,
  type BriefingCitation,
  type BriefingFinding,
  type BriefingLine,
} from "./briefing.ts";
import { labelOf, sectionKeys } from "./chosen.ts";
import { findingWord } from "./identifier.ts";
import { RECOGNISED } from "./read-finding.ts";

/** Blank lines between parts; a section with nothing in it is left out. */
export function writeBriefing(briefing: Briefing): string {
  const { team, agenda, context, judgements, nextStages, evidence } = briefing;
  const parts = [
    frontMatter(briefing),
    ...section("# Team", team.map(member)),
    ...section(
      "# Agenda",
      agenda.map(({ title, parts }) => [item(escapePart(title)), ...parts.map(child)].join("\n")),
    ),
    ...(context.length > 0 ? ["# Context", ...context.flatMap(contextParts)] : []),
    ...judgements.flatMap(({ number, title, rating, themes }) => [
      ...rated(`# Judgement ${number}: ${escapePart(title)}`, rating),
      ...themes.flatMap((theme) => [
        ...rated(`## ${theme.number} ${escapePart(theme.title)}`, theme.rating),
        ...theme.lines.flatMap(lineParts),
      ]),
    ]),
    ...section("# Next stages", nextStages.map(stage)),
    ...section("# Evidence", evidence.map(evidenceItem)),
    ...section(
      "# Identifiers",
      identifiersOf(briefing).map((each) => `- ${each}`),
    ),
  ];
  return `${parts.join("\n\n")}\n`;
}

function frontMatter(briefing: Briefing): string {
  const names = Object.keys(briefingHead.shape) as (keyof typeof briefingHead.shape)[];
  const given = names.flatMap((name) => (briefing[name] === undefined ? [] : [[name, oneLine(briefing[name])]]));
  return `---\n${stringify(Object.fromEntries(given), { lineWidth: 0 })}---`;
}

function section(heading: string, items: string[]): string[] {
  return items.length > 0 ? [heading, items.join("\n")] : [];
}

function item(raw: string): string {
  return `- ${escapeStart(raw)}`;
}

function child(text: string): string {
  return `  - ${escapeText(text)}`;
}

function member({ role, organisation, lead }: Briefing["team"][number]): string {
  const parts = [escapePart(role, ", "), ...(organisation === null ? [] : [escapePart(organisation)])];
  const raw = parts.join(", ").replace(/\(lead\)$/, "\\$&");
  return item(lead ? `${raw} (lead)` : raw);
}

function stage({ title, detail }: Briefing["nextStages"][number]): string {
  return item(detail === null ? escapePart(title, ": ") : `${escapePart(title, ": ")}: ${escapePart(detail)}`);
}

function contextParts({ title, paragraphs, items }: Briefing["context"][number]): string[] {
  const list = items.map((text) => item(escapePart(text))).join("\n");
  return [`## ${escapePart(title)}`, ...paragraphs.map(escapeText), ...(list ? [list] : [])];
}

function rated(heading: string, rating: BriefingLine["rating"]): string[] {
  if (!rating) return [heading];
  return [heading, `Rating: ${escapePart(rating.level)}\nReason: ${escapePart(rating.reason)}`];
}

function lineParts(line: BriefingLine): string[] {
  const lists = Object.keys(FINDING_LISTS) as FindingList[];
  return [
    ...rated(`### ${line.ref} ${escapePart(line.title)}`, line.rating),
    ...lists.flatMap((list) => section(`#### ${FINDING_LISTS[list]}`, line[list].map(finding))),
  ];
}

/** As the file says that it left, else as it leaves now; findings without ids have none. */
function identifiersOf({ identifiers, judgements }: Briefing): string[] {
  if (identifiers) return identifiers;
  const lines = judgements.flatMap(({ themes }) => themes.flatMap((theme) => theme.lines));
  return lines.flatMap((line) => {
    const words = sectionKeys.flatMap((key) =>
      line[key].flatMap((each, at) => {
        const [label, beside] = [labelOf(key, at, each), underFinding(each).join("\n")];
        return each.id === undefined ? [] : [findingWord({ label, id: each.id, text: each.text, beside })];
      }),
    );
    return words.length ? [[line.ref, ...words].join(" ")] : [];
  });
}

const finding = (each: BriefingFinding): string =>
  [item(escapePart(each.text)), ...underFinding(each).map((raw) => `  - ${raw}`)].join("\n");

/** What stands under a finding, each on a line of its own. */
export function underFinding({
  citations,
  note,
  inferred,
  recognised,
}: Pick<BriefingFinding, "citations" | "note" | "inferred" | "recognised">): string[] {
  return [
    ...citations.map((citation) => `Source: ${source(citation)}`),
    ...(note === null ? [] : [`Note: ${escapePart(note)}`]),
    ...(inferred === null ? [] : [`Inferred: ${escapePart(inferred)}`]),
    ...(recognised ? [RECOGNISED] : []),
  ];
}

function source({ evidence, locator, quote }: BriefingCitation): string {
  const place = locator === null ? "" : `, ${escapePart(locator, ': "')}`;
  return `${evidence}${place}${quote === null ? "" : `: "${escapePart(quote)}"`}`;
}

/** A mark is escaped only where it would be read as the brackets that hold the kind and the date. */
function evidenceItem({ ref, title, kind, asAt }: Briefing["evidence"][number]): string {
  const raw = escapePart(title);
  if (kind === null && asAt === null) return `- ${ref}: ${raw.endsWith(")") ? raw.replaceAll(" (", " \\(") : raw}`;
  const words = kind === null ? [] : [escapePart(kind, ", ").replaceAll(" (", " \\(")];
  const shaped = words.map((word) => word.replace(/^(\d{4})(-\d{2}-\d{2})$/, "$1\\$2"));
  return `- ${ref}: ${raw} (${[...shaped, ...(asAt === null ? [] : [asAt])].join(", ")})`;
}

/** Checks a briefing against the framework that it names, and its sources against its own list of evidence. */
import { inOrder, oneOf, shown, type Fault, type Report } from "#app/models/frameworks/fault.ts";
import type { Framework } from "#app/models/frameworks/framework.ts";
import { sameName } from "#app/models/frameworks/grammar.ts";
import { scaleIdOf } from "#app/models/frameworks/scale.ts";
import type { Briefing, BriefingLine } from "./briefing.ts";
import type { Origin } from "./read-markdown.ts";

type Known = { title: string; aliases: string[] };
type Check = { evidence: Set<string>; lines: Origin["lines"]; report: Report };

/** Pass the origin that came with the briefing, for the lines; a briefing from elsewhere has none, and says line 1. */
export function checkBriefing(briefing: Briefing, framework: Framework, origin?: Origin): Fault[] {
  const faults: Fault[] = [];
  const lines: Origin["lines"] = origin?.lines ?? new Map();
  const file = origin?.file ?? briefing.inspection;
  const report: Report = (line, message) => faults.push({ file, line, message });
  const at = (part: object) => lines.get(part) ?? 1;
  if (briefing.framework !== framework.slug) {
    report(at(briefing), `expected the framework "${framework.slug}", found "${briefing.framework}"`);
  }
  const evidence = new Set(briefing.evidence.map(({ ref }) => ref));
  for (const judgement of briefing.judgements) {
    const known = framework.judgements.find(({ number }) => number === judgement.number);
    const levelsOf = (subject: "judgement" | "theme" | "line") =>
      framework.scales.find(({ id }) => known && id === scaleIdOf(known, subject))?.levels.map(({ label }) => label) ??
      [];
    const check: Check = { evidence, lines, report };
    checkTitle(`judgement ${judgement.number}`, judgement, known, "the framework", check);
    checkRating(judgement.rating, levelsOf("judgement"), check);
    for (const theme of judgement.themes) {
      const knownTheme = known?.themes.find(({ number }) => number === theme.number);
      if (known) checkTitle(`theme ${theme.number}`, theme, knownTheme, `judgement ${known.number}`, check);
      checkRating(theme.rating, levelsOf("theme"), check);
      for (const line of theme.lines) {
        const knownLine = knownTheme?.lines.find(({ ref }) => ref === line.ref);
        if (knownTheme) checkTitle(`line ${line.ref}`, line, knownLine, `theme ${knownTheme.number}`, check);
        checkRating(line.rating, levelsOf("line"), check);
        checkSources(line, check);
      }
    }
  }
  return inOrder(faults);
}

function checkTitle(
  name: string,
  part: { title: string },
  known: Known | undefined,
  place: string,
  { lines, report }: Check,
): void {
  const line = lines.get(part) ?? 1;
  if (!known) report(line, `${name} is not in ${place}${place === "the framework" ? "" : " of the framework"}`);
  else if (![known.title, ...known.aliases].some((title) => sameName(title, part.title))) {
    report(line, `expected ${shown(known.title)}, the framework's title of ${name}, found ${shown(part.title)}`);
  }
}

function checkRating(rating: BriefingLine["rating"], levels: string[], { lines, report }: Check): void {
  // No levels: the judgement is unknown, and has been reported.
  if (!rating || levels.length === 0 || levels.includes(rating.level)) return;
  report(lines.get(rating) ?? 1, `expected a level of the scale (${oneOf(levels)}), found ${shown(rating.level)}`);
}

function checkSources({ strengths, weaknesses, areas }: BriefingLine, { evidence, lines, report }: Check): void {
  for (const citation of [...strengths, ...weaknesses, ...areas].flatMap(({ citations }) => citations)) {
    if (evidence.has(citation.evidence)) continue;
    report(lines.get(citation) ?? 1, `${citation.evidence} is not in the list under "# Evidence"`);
  }
}

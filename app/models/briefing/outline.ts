/** What a deck and its briefing come to, for a page that lists them. */
import { findingKinds, kindFacts } from "#app/models/findings/finding.ts";

import type { Briefing } from "./briefing.ts";
import type { Deck } from "./deck.ts";

export type OutlineSection = { title: string; slides: { number: number; title: string }[] };

/** The slides in their sections, numbered from 1. */
export function outline({ slides }: Deck): OutlineSection[] {
  const sections: OutlineSection[] = [];
  slides.forEach(({ section, title }, at) => {
    if (sections.at(-1)?.title !== section) sections.push({ title: section, slides: [] });
    sections.at(-1)?.slides.push({ number: at + 1, title });
  });
  return sections;
}

/** How many findings there are of each kind, and how many of all rest on no evidence. */
export function countFindings({ judgements }: Briefing) {
  const lines = judgements.flatMap(({ themes }) => themes.flatMap((theme) => theme.lines));
  const kinds = findingKinds.map((kind) => {
    const findings = lines.flatMap((line) => line[kindFacts(kind).key]);
    return { kind, count: findings.length, uncited: findings.filter(({ citations }) => !citations.length).length };
  });
  const sum = (of: "count" | "uncited") => kinds.reduce((total, each) => total + each[of], 0);
  return { kinds, findings: sum("count"), uncited: sum("uncited") };
}

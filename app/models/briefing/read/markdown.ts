/** A briefing in our own Markdown as a deck: each of its parts beside what is proposed. Nothing about it is guessed. */
import { FINDING_LENGTH, findingKinds, kindFacts } from "#app/models/findings/finding.ts";
import { FINDING_LISTS } from "#app/models/frameworks/grammar.ts";

import type { Briefing, BriefingFinding, BriefingLine } from "../briefing.ts";
import { readIdentifiers } from "../identifier.ts";
import { underFinding } from "../write-markdown.ts";
import type { Left, Point, ReadDeck } from "./point.ts";
import { most, type Paragraph, type Source } from "./source.ts";
import { warning } from "./warning.ts";

type Words = { text: string; level: number; bullet: boolean; why?: Left["why"] };
type Part = { title: string; words: Words[]; line?: BriefingLine };

const plain = (text: string, why: Left["why"]): Words => ({ text, level: 0, bullet: false, why });

const rated = (title: string, { rating }: Pick<BriefingLine, "rating">): Words[] =>
  rating ? [plain(`${title}: ${rating.level}. ${rating.reason}`, "rating")] : [];

/** In the order of the file; those that say nothing are left out. */
function partsOf({ team, agenda, context, judgements, nextStages, evidence }: Briefing): Part[] {
  const frame = (title: string, texts: string[]): Part => ({ title, words: texts.map((text) => plain(text, "frame")) });
  const themes = judgements.flatMap((judgement) => judgement.themes);
  return [
    frame(
      "Team",
      team.map(({ role, organisation }) => [role, organisation].filter(Boolean).join(", ")),
    ),
    frame(
      "Agenda",
      agenda.map(({ title, parts }) => [title, ...parts].join("; ")),
    ),
    ...context.map(({ title, paragraphs, items }) => frame(`Context: ${title}`, [...paragraphs, ...items])),
    {
      title: "Ratings",
      words: [
        ...judgements.flatMap((each) => rated(`Judgement ${each.number}: ${each.title}`, each)),
        ...themes.flatMap((each) => rated(`${each.number} ${each.title}`, each)),
      ],
    },
    ...themes.flatMap(({ lines }) => lines.map(linePart)),
    frame(
      "Next stages",
      nextStages.map(({ title, detail }) => [title, detail].filter(Boolean).join(": ")),
    ),
    { title: "Evidence", words: evidence.map(({ ref, title }) => plain(`${ref}: ${title}`, "evidence")) },
  ].filter(({ words }) => words.length > 0);
}

const linePart = (line: BriefingLine): Part => ({
  title: `${line.ref} ${line.title}`,
  line,
  words: [
    ...rated("Rating", line),
    ...findingKinds.flatMap((kind): Words[] => {
      const { key } = kindFacts(kind);
      if (!line[key].length) return [];
      return [{ text: FINDING_LISTS[key], level: 0, bullet: false }, ...line[key].flatMap(findingWords)];
    }),
  ],
});

const findingWords = (finding: BriefingFinding): Words[] => [
  { text: finding.text, level: 1, bullet: true },
  ...underFinding(finding).map((text) => ({ text, level: 2, bullet: true })),
];

const drawn = ({ text, level, bullet }: Words): Paragraph => ({ text: text.slice(0, most.length), level, bullet });

export function markdownSource(briefing: Briefing): Source {
  return {
    kind: "markdown",
    slides: partsOf(briefing)
      .slice(0, most.slides)
      .map(({ title, words }, at) => ({
        ...{ number: at + 1, hidden: false, title: title.slice(0, most.length), guessed: false, notes: "" },
        blocks: [{ kind: "text", paragraphs: words.map(drawn) }],
      })),
    said: [],
    declared: null,
    model: null,
    identifiers: briefing.identifiers ? readIdentifiers(briefing.identifiers.join(" ")) : null,
    briefing,
  };
}

type BriefingPoint = { point: Point; finding: BriefingFinding };

/** Its findings, each with what stands under it. */
export function briefingPoints(briefing: Briefing): BriefingPoint[] {
  return partsOf(briefing).flatMap(({ line }, at) => {
    if (!line) return [];
    const all = findingKinds.flatMap((kind) => line[kindFacts(kind).key].map((finding) => ({ kind, finding })));
    return all.map(({ kind, finding }, n): BriefingPoint => {
      const { text, citations } = finding;
      const [id, cites] = [`${at + 1}-${n + 1}`, citations.map(({ evidence }) => evidence)];
      const codes: Point["codes"] = text.length > FINDING_LENGTH ? ["too-long"] : [];
      return { finding, point: { id, slide: at + 1, ref: line.ref, kind, text, words: text, cites, codes } };
    });
  });
}

export function readBriefingDeck(briefing: Briefing): ReadDeck {
  const points = briefingPoints(briefing).map(({ point }) => point);
  return {
    points,
    left: partsOf(briefing).flatMap(({ words }, at) =>
      words.flatMap(({ text, why }): Left[] => (why ? [{ slide: at + 1, text, why }] : [])),
    ),
    warnings: points.flatMap(({ codes, slide }) => (codes.length ? [warning("too-long", slide)] : [])),
  };
}

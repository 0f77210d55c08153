/** Slides of a chart: for each theme, how many of its lines of enquiry stand at each level of the scale. */
import type { Briefing, BriefingJudgement, BriefingTheme } from "./briefing.ts";
import type { ChartSlide } from "./deck.ts";
import { chartBox, mostBars } from "./chart-shape.ts";
import { clamp } from "./measure.ts";
import { fitOverline, size } from "./page.ts";
import type { Scales } from "./table-slide.ts";
import { titleFor } from "./title.ts";

type Bar = ChartSlide["bars"][number];
type Level = ChartSlide["levels"][number];

/** Themes whose lines are rated on one scale, and of which judgements they are. */
type Group = { judgements: number[]; levels: Level[]; bars: Bar[] };

/** A single bar says nothing that the tables do not. */
const fewest = 2;

const notRated = "Not rated";

const levelsOf = (scale: string[]): Level[] => [
  ...scale.map((label, n) => ({ label, tone: scale.length < 2 ? null : n / (scale.length - 1) })),
  { label: notRated, tone: null },
];

function barOf({ number, title, lines }: BriefingTheme, levels: Level[]): Bar {
  const counts = levels.map(({ label }) => lines.filter(({ rating }) => (rating?.level ?? notRated) === label).length);
  return { name: clamp(`${number} ${title}`, "regular", size.cell, chartBox.names, 1), counts };
}

/** A level that is not of the scale counts as its own; nothing is left out of a bar. */
function groupsOf(judgements: BriefingJudgement[], scales: Scales): Group[] {
  const groups = new Map<string, { scale: string[]; numbers: number[]; themes: BriefingTheme[] }>();
  for (const { number, themes } of judgements) {
    const scale = scales[number]?.line ?? [];
    const key = scale.join("\n");
    const group = groups.get(key) ?? { scale, numbers: [], themes: [] };
    group.numbers.push(number);
    group.themes.push(...themes.filter(({ lines }) => lines.length > 0));
    groups.set(key, group);
  }
  return [...groups.values()].flatMap(({ scale, numbers, themes }) => {
    const used = new Set(themes.flatMap(({ lines }) => lines.flatMap(({ rating }) => rating?.level ?? [])));
    if (used.size === 0 || themes.length < fewest) return [];
    const strange = [...used].filter((level) => !scale.includes(level)).map((label) => ({ label, tone: null }));
    const levels = [...levelsOf(scale).slice(0, -1), ...strange, { label: notRated, tone: null }];
    return [{ judgements: numbers, levels, bars: themes.map((theme) => barOf(theme, levels)) }];
  });
}

function altOf({ levels }: Group, bars: Bar[]): string {
  const each = bars.map(({ name, counts }) => {
    const parts = counts.flatMap((count, n) => (count > 0 ? [`${count} ${levels[n]!.label.toLowerCase()}`] : []));
    return `${name}: ${parts.join(", ") || "no lines"}`;
  });
  return `Bar chart of lines of enquiry by rating. ${each.join("; ")}.`;
}

const judgementsInWords = (numbers: number[]): string =>
  numbers.length === 1 ? `Judgement ${numbers[0]}` : `Judgements ${numbers.join(", ")}`;

/** None where no line is rated, or only of one theme. */
export function ratingChartSlides({ judgements, title: whole }: Briefing, scales: Scales, tag: string): ChartSlide[] {
  const title = "Lines of enquiry by rating";
  const pages = groupsOf(judgements, scales).flatMap((group) => {
    const count = Math.ceil(group.bars.length / mostBars);
    const each = Math.ceil(group.bars.length / count);
    return Array.from({ length: count }, (_, n) => ({ group, bars: group.bars.slice(n * each, (n + 1) * each) }));
  });
  return pages.map(({ group, bars }, n) => ({
    kind: "chart",
    id: n === 0 ? "ratings-chart" : `ratings-chart-${n + 1}`,
    ...titleFor(title, tag, n + 1, pages.length),
    section: "Ratings",
    overline: fitOverline(group.judgements.length === judgements.length ? whole : judgementsInWords(group.judgements)),
    levels: group.levels,
    bars,
    alt: altOf(group, bars),
    notes: [],
  }));
}

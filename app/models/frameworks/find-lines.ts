/** Finds lines of a framework by what is said about them. */
import type { Framework, FrameworkLine, Theme } from "./framework.ts";

const words = ({
  ref,
  title,
  label,
  aliases,
  guidance,
  typicalEvidence,
  good,
  prompts,
  descriptors,
}: FrameworkLine) => [
  `${ref} ${title}`,
  label,
  ...aliases,
  ...guidance,
  ...typicalEvidence,
  ...good,
  ...Object.values(prompts).flat(),
  ...descriptors.flatMap(({ statements }) => statements),
];

const fold = (text: string) => text.normalize("NFKC").toLowerCase().replace(/[’‘]/g, "'");

/** The framework with only the lines that hold every word of `query`; one whose theme's title does holds them all. */
export function findLines(framework: Framework, query: string): Framework {
  const wanted = fold(query).split(/\s+/).filter(Boolean);
  const holds = (texts: string[]) => {
    const text = fold(texts.join("\n"));
    return wanted.every((word) => text.includes(word));
  };
  const narrowed = (theme: Theme): Theme => {
    if (holds([`${theme.number} ${theme.title}`, ...theme.aliases])) return theme;
    return { ...theme, lines: theme.lines.filter((line) => holds(words(line))) };
  };
  const judgements = framework.judgements.map((judgement) => ({
    ...judgement,
    themes: judgement.themes.map(narrowed).filter(({ lines }) => lines.length > 0),
  }));
  return { ...framework, judgements: judgements.filter(({ themes }) => themes.length > 0) };
}

/** How many themes and lines there are. */
export function countLines({ judgements }: Framework): { judgements: number; themes: number; lines: number } {
  const themes = judgements.flatMap((judgement) => judgement.themes);
  const lines = themes.reduce((sum, theme) => sum + theme.lines.length, 0);
  return { judgements: judgements.length, themes: themes.length, lines };
}

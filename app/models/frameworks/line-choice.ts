/** The lines of a framework, to choose one from: published text, without anything that is counted on them. */
import type { Framework } from "./framework.ts";

export type LineChoice = { ref: string; title: string; label: string; aliases: string[] };

/** Lines under the title of their theme, "1 Governance and partnerships". */
export type LineChoices = { theme: string; lines: LineChoice[] }[];

export const lineChoices = ({ judgements }: Framework): LineChoices =>
  judgements.flatMap(({ themes }) =>
    themes.map(({ number, title, lines }) => ({
      theme: `${number} ${title}`,
      lines: lines.map(({ ref, title, label, aliases }) => ({ ref, title, label, aliases })),
    })),
  );

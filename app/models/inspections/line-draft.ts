/** The lines of a framework as an inspection takes them over, in their order. */
import type { Framework } from "#app/models/frameworks/framework.ts";

export type LineDraft = { ref: string; title: string; label: string; judgement: number; theme: number };

export const lineDrafts = ({ judgements }: Framework): LineDraft[] =>
  judgements.flatMap(({ number: judgement, themes }) =>
    themes.flatMap(({ number: theme, lines }) =>
      lines.map(({ ref, title, label }) => ({ ref, title, label, judgement, theme })),
    ),
  );

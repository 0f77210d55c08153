/** The 551 findings of the founding briefing, as rules read them; the id is "4.1 S1". */
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { readBriefing } from "#app/models/briefing/read-markdown.ts";
import type { Stated } from "#app/models/readiness/contradictions/statement.ts";
import { contentFolder } from "#app/platform/home.server.ts";

const kinds = { strengths: ["strength", "S"], weaknesses: ["weakness", "W"], areas: ["area", "A"] } as const;

export function foundingFindings(): Stated[] {
  const file = "leicester-2007.md";
  const { briefing } = readBriefing(file, readFileSync(join(contentFolder, "briefings", file), "utf8"));
  const themes = briefing!.judgements.flatMap((judgement) => judgement.themes);
  return themes.flatMap((theme) =>
    theme.lines.flatMap((line) =>
      (Object.keys(kinds) as (keyof typeof kinds)[]).flatMap((key) =>
        line[key].map(({ text, inferred }, at) => {
          const [kind, letter] = kinds[key];
          const place = { ref: line.ref, line: line.title, theme: theme.number };
          return { id: `${line.ref} ${letter}${at + 1}`, kind, text, inferred: inferred ?? null, ...place };
        }),
      ),
    ),
  );
}

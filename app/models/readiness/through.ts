/**
 * An inspection seen through another framework: what its lines hold, set under the lines of the other that ask about the
 * same. A rating is never turned into a rating of the other: it stands beside it, with how strong the link is.
 */
import { pairsBetween, relationInWords, strengthInWords } from "#app/models/frameworks/crosswalk.ts";
import type { Framework } from "#app/models/frameworks/framework.ts";

import type { JudgementView, LineView } from "./readiness.ts";

export type SeenLink = {
  line: Pick<LineView, "ref" | "title" | "strengths" | "weaknesses" | "areas" | "citable" | "cited" | "standing">;
  /** 0 to 10, and in a word. */
  strength: number;
  word: string;
  /** How the line of the other framework stands to this one. */
  relation: string;
  reason: string;
};

export type SeenLine = {
  ref: string;
  title: string;
  /** The strongest first; empty where nothing here asks about the same. */
  links: SeenLink[];
  /** The weakest link: what is read here is no surer than that. */
  weakest: { strength: number; word: string } | null;
};

export type Seen = {
  judgements: { number: number; title: string; themes: { number: number; title: string; lines: SeenLine[] }[] }[];
  lines: number;
  /** How many of the other framework's lines something here speaks to. */
  met: number;
  /** Lines of this inspection that are seen nowhere in the other. */
  unseen: { ref: string; title: string }[];
};

export function seeThrough(other: Framework, own: Framework, judgements: readonly JudgementView[]): Seen {
  const lines = judgements.flatMap(({ themes }) => themes.flatMap((theme) => theme.lines));
  const byRef = new Map(lines.map((line) => [line.ref, line]));
  const links = new Map<string, SeenLink[]>();
  const seen = new Set<string>();
  for (const { ref, to, relation, strength, reason } of pairsBetween(other, own)) {
    const line = byRef.get(to);
    if (!line) continue;
    seen.add(to);
    const { title, strengths, weaknesses, areas, citable, cited, standing } = line;
    const link = {
      line: { ref: to, title, strengths, weaknesses, areas, citable, cited, standing },
      ...{ strength, word: strengthInWords(strength), relation: relationInWords(relation), reason },
    };
    links.set(ref, [...(links.get(ref) ?? []), link]);
  }
  const seenLine = ({ ref, title }: { ref: string; title: string }): SeenLine => {
    const own = (links.get(ref) ?? []).sort((a, b) => b.strength - a.strength);
    const last = own.at(-1);
    return { ref, title, links: own, weakest: last ? { strength: last.strength, word: last.word } : null };
  };
  const tree = other.judgements.map(({ number, title, themes }) => ({
    number,
    title,
    themes: themes.map((theme) => ({ number: theme.number, title: theme.title, lines: theme.lines.map(seenLine) })),
  }));
  return {
    judgements: tree,
    lines: tree.flatMap(({ themes }) => themes.flatMap((theme) => theme.lines)).length,
    met: links.size,
    unseen: lines.filter(({ ref }) => !seen.has(ref)).map(({ ref, title }) => ({ ref, title })),
  };
}

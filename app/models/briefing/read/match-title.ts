/** Which line of enquiry the title of a slide names, as other people write it. */
import type { Framework } from "#app/models/frameworks/framework.ts";

import { isContinued } from "./heading.ts";
import { alike, nameKey } from "./name-key.ts";

type Named = { ref: string; theme: number; keys: string[] };
type NamedTheme = { number: number; keys: string[] };

export type Names = { lines: Named[]; themes: NamedTheme[] };

/** The names of a framework, made once for a deck. */
export function namesOf({ judgements }: Framework): Names {
  const themes = judgements.flatMap((judgement) => judgement.themes);
  const keysOf = ({ title, aliases }: { title: string; aliases: string[] }) => [
    ...new Set([title, ...aliases].map(nameKey).filter(Boolean)),
  ];
  return {
    themes: themes.map((theme) => ({ number: theme.number, keys: keysOf(theme) })),
    lines: themes.flatMap((theme) =>
      theme.lines.map((line) => ({ ref: line.ref, theme: theme.number, keys: keysOf(line) })),
    ),
  };
}

export type Match = {
  ref: string | null;
  /** Named with the line, or alone. */
  theme: number | null;
  /** By another spelling than the framework's. */
  loose: boolean;
  continued: boolean;
};

/** How alike a spelling must be to one of the framework's: less where the theme is named as well. */
const enough = { anywhere: 0.8, inTheme: 0.7 } as const;

const ending =
  /\s*(?:[-–—:]\s*)?(?:\((?:continued|cont(?:['’]?d|\.)?|ctd)?[^()]{0,20}\)|\b(?:continued|cont['’]?d|ctd)\b\.?)\s*$/i;

/** The title without what says that it goes on, and the reference that it gives. */
function parts(title: string): { words: string; ref: string | null } {
  let words = title.replace(/\s*\n\s*/g, "\n").trim();
  let ref: string | null = null;
  for (let again = 0; again < 3; again++) {
    const [tag, given] = /\s*\((\d{1,2}\.\d{1,2})\)\s*$/.exec(words) ?? [];
    if (tag !== undefined && given) {
      ref = given;
      words = words.slice(0, -tag.length);
      continue;
    }
    const [end = ""] = isContinued(words) || /\(\d{1,2}\)\s*$/.test(words) ? (ending.exec(words) ?? []) : [];
    if (!end) break;
    words = words.slice(0, -end.length);
  }
  const [lead, first] = /^\s*J?(\d{1,2}\.\d{1,2})[.:)]?\s+/.exec(words) ?? [];
  if (lead && first) return { words: words.slice(lead.length), ref: ref ?? first };
  return { words: words.replace(/^\s*(?:theme\s+)?\d{1,2}[.:)]?\s+(?=\p{L})/iu, ""), ref };
}

/** Longer titles are compared letter by letter only where they are a name as it is written. */
const longest = 200;

/** `near`: the theme of the slides before, for lines whose name stands in more than one. */
export function matchTitle(names: Names, title: string, near: number | null): Match {
  const found = matchName(names, title, near);
  if (found.ref !== null || found.theme !== null || title.length > longest) return found;
  const close = nearest(names, nameKey(parts(title).words), near);
  return close ? { ...found, ...close, loose: true } : found;
}

/** The same for names only as the framework has them. */
export function matchName(names: Names, title: string, near: number | null): Match {
  if (title.length > longest * 4) return { ref: null, theme: null, loose: false, continued: false };
  const { words, ref } = parts(title);
  const continued = isContinued(title);
  const whole = nameKey(words);
  const none = { ref: null, theme: null, loose: false, continued };
  if (!whole) return none;
  const said = names.lines.find((line) => line.ref === ref);
  if (said && said.keys.some((key) => alike(key, whole) >= 0.5 || whole.endsWith(key))) {
    return { ref: said.ref, theme: said.theme, loose: false, continued };
  }
  const theme = names.themes.find(({ keys }) => keys.includes(whole));
  const found = exact(names, whole, near) ?? inParts(names, words, near);
  if (found && !(theme && !found.withTheme)) return { ...none, ref: found.ref, theme: found.theme };
  return theme ? { ...none, theme: theme.number } : none;
}

type Found = { ref: string; theme: number; withTheme: boolean };

function exact({ lines, themes }: Names, whole: string, near: number | null): Found | null {
  const keysOf = (theme: number) => themes.find(({ number }) => number === theme)?.keys ?? [];
  const glued = lines.find(({ theme, keys }) =>
    keysOf(theme).some((first) => keys.some((key) => first + key === whole)),
  );
  if (glued) return { ...glued, withTheme: true };
  const alone = lines.filter(({ keys }) => keys.includes(whole));
  const chosen = alone.find(({ theme }) => theme === near) ?? (alone.length === 1 ? alone[0] : undefined);
  return chosen ? { ...chosen, withTheme: false } : null;
}

/** "Theme: line", "Theme – line", or each on a line of its own. */
function inParts(names: Names, words: string, near: number | null): Found | null {
  const pieces = words
    .split(/\n|\s[-–—|>/]\s|:\s/)
    .map(nameKey)
    .filter(Boolean);
  if (pieces.length < 2) return null;
  const theme = names.themes.find(({ keys }) => keys.includes(pieces[0]!));
  for (let from = 1; from < pieces.length; from++) {
    const found = exact(names, pieces.slice(from).join(""), theme?.number ?? near);
    if (found && (!theme || found.theme === theme.number)) return { ...found, withTheme: theme !== undefined };
  }
  return null;
}

function nearest({ lines, themes }: Names, whole: string, near: number | null): { ref: string; theme: number } | null {
  if (!whole) return null;
  let best: { ref: string; theme: number; score: number } | null = null;
  const put = (score: number, { ref, theme }: Named) => {
    const weighed = score + (theme === near ? 0.01 : 0);
    if (!best || weighed > best.score) best = { ref, theme, score: weighed };
  };
  for (const line of lines) {
    const first = themes.find(({ number }) => number === line.theme)?.keys ?? [];
    for (const key of line.keys) {
      for (const name of [key, ...first.map((lead) => lead + key)]) {
        const score = alike(name, whole, enough.anywhere);
        if (score >= enough.anywhere) put(score, line);
      }
      for (const lead of first) {
        if (!whole.startsWith(lead)) continue;
        const rest = alike(key, whole.slice(lead.length), enough.inTheme);
        if (rest >= enough.inTheme) put(rest, line);
      }
    }
  }
  return best;
}

/**
 * A content file as an outline: headings, and under each its paragraphs and items, every one with its line. Markdown
 * decides where a part begins; its text is taken from the file as it stands. What the grammar has no place for is a
 * fault, never dropped. The grammar: content/README.md.
 */
import { Lexer, Tokenizer, getDefaults, type Token, type Tokens } from "marked";
import { shown, type Report } from "./fault.ts";
import { unescapeText } from "./plain-text.ts";

/** One line of text. `raw` keeps its backslashes, which tell a separator from a mark that was meant as text. */
export type Text = { text: string; raw: string; line: number };

export type Item = Text & { children: Text[] };

export type Heading = Text & {
  depth: number;
  /** Each with its lines: more than one only where they are fields. */
  paragraphs: Text[][];
  items: Item[];
  children: Heading[];
};

type Outline = { frontMatter: string | null; headings: Heading[] };

export const RUNS_ON =
  "this line runs on from the one above; write each paragraph and each item on one line, with a blank line between parts";

const NAMES: Record<string, string> = {
  blockquote: "a block quote",
  code: "a code block",
  heading: "a heading inside an item",
  hr: "a line of dashes, stars or underscores",
  html: "HTML",
  list: "a list at the start of an item",
  table: "a table",
};

/**
 * Markdown without links, underlined headings and deep nesting: here these are plain text, or faults. Nesting without
 * end would also cost time without end.
 */
class PlainTokenizer extends Tokenizer {
  private depth = 0;
  override list(source: string): Tokens.List | undefined {
    if (this.depth > 2) return undefined;
    this.depth += 1;
    const list = super.list(source);
    this.depth -= 1;
    return list;
  }
  override def(): undefined {
    return undefined;
  }
  override lheading(): undefined {
    return undefined;
  }
  override blockquote(source: string): Tokens.Blockquote | undefined {
    const raw = /^ {0,3}>[^\n]*\n?/.exec(source)?.[0];
    return raw === undefined ? undefined : { type: "blockquote", raw, text: raw, tokens: [] };
  }
}

type Page = { lines: string[]; report: Report };

/** `text` may have any line ends. */
export function readOutline(input: string, report: Report): Outline {
  const text = input
    .replace(/^\uFEFF/, "")
    .replace(/\r\n?/g, "\n")
    .replace(/[\u2028\u2029]/g, " ");
  const { frontMatter, end } = cutFrontMatter(text, report);
  const page: Page = { lines: text.split("\n"), report };
  const root: Heading = { ...textAt(page, 1, ""), depth: 0, paragraphs: [], items: [], children: [] };
  let open = [root];
  let line = 1 + newlines(text.slice(0, end));
  for (const token of blocks(text.slice(end))) {
    if (token.type === "heading") open = openHeading(open, token as Tokens.Heading, line, page);
    else if (token.type !== "space") fill(open.at(-1) ?? root, token, line, page);
    line += newlines(token.raw);
  }
  return { frontMatter, headings: root.children };
}

function cutFrontMatter(text: string, report: Report): { frontMatter: string | null; end: number } {
  if (!/^---[ \t]*\n/.test(text)) return { frontMatter: null, end: 0 };
  const start = text.indexOf("\n") + 1;
  const close = /^---[ \t]*(?:\n|$)/m.exec(text.slice(start));
  if (close) return { frontMatter: text.slice(start, start + close.index), end: start + close.index + close[0].length };
  report(1, "the front matter that begins here has no closing line of three dashes");
  return { frontMatter: "", end: text.length };
}

function blocks(source: string): Token[] {
  return new Lexer({ ...getDefaults(), tokenizer: new PlainTokenizer() }).blockTokens(source);
}

function newlines(raw: string): number {
  let count = 0;
  for (let at = raw.indexOf("\n"); at >= 0; at = raw.indexOf("\n", at + 1)) count += 1;
  return count;
}

function textAt(page: Page, line: number, raw = (page.lines[line - 1] ?? "").trim()): Text {
  return { text: unescapeText(raw), raw, line };
}

/** The path of headings down to the new one, which joins its parent unless it is at fault. */
function openHeading(open: Heading[], token: Tokens.Heading, line: number, page: Page): Heading[] {
  const { depth } = token;
  const signs = "#".repeat(depth);
  const source = (page.lines[line - 1] ?? "").trim().slice(depth).trim();
  const text = textAt(page, line, source.replace(/(^|\s)#+$/, "").trim());
  const heading: Heading = { ...text, depth, paragraphs: [], items: [], children: [] };
  const parents = open.filter((above) => above.depth < depth);
  const parent = parents.at(-1);
  if (depth > 4) page.report(line, `headings go four deep at most, from "#" to "####", found "${signs}"`);
  else if (text.raw === "") page.report(line, `expected words after "${signs}", found nothing`);
  else if (parent && depth > parent.depth + 1) {
    page.report(line, `expected a "${"#".repeat(parent.depth + 1)}" heading before this "${signs}" heading`);
  } else parent?.children.push(heading);
  return [...parents, heading];
}

function fill(heading: Heading, token: Token, line: number, page: Page): void {
  const { report } = page;
  if (token.type !== "paragraph" && token.type !== "list") refuse(token, line, report);
  else if (heading.depth === 0) report(line, `expected a heading, found ${shown(textAt(page, line).raw)}`);
  else if (token.type === "list") heading.items = heading.items.concat(readItems(token as Tokens.List, line, page));
  else if (heading.items.length > 0) report(line, "expected paragraphs before the list, found one after it");
  else {
    const count = newlines(token.raw.trimEnd()) + 1;
    heading.paragraphs.push(Array.from({ length: count }, (_, index) => textAt(page, line + index)));
  }
}

function refuse(token: Token, line: number, report: Report): void {
  if (token.type === "code" && /^[ \t]/.test(token.raw)) {
    report(line, "text has no place so far from the left margin; begin it at the margin, or two spaces in for a list");
  } else {
    const name = NAMES[token.type] ?? `Markdown's "${token.type}"`;
    report(line, `${name} has no place here; to begin a text with this sign, put "\\" before it`);
  }
}

function readItems(list: Tokens.List, start: number, page: Page): Item[] {
  if (list.ordered) {
    page.report(start, 'expected items that begin with "- ", found a number; to begin a text with it, write "1\\. "');
    return [];
  }
  let line = start;
  return list.items.map((token) => {
    const item: Item = { ...textAt(page, line, itemSource(page, line)), children: [] };
    if (item.raw === "") page.report(line, 'expected words after "-", found nothing');
    else readItem(item, token, page);
    line += newlines(token.raw);
    return item;
  });
}

function itemSource(page: Page, line: number): string {
  return (page.lines[line - 1] ?? "").trim().slice(1).trim();
}

function readItem(item: Item, token: Tokens.ListItem, page: Page): void {
  let { line } = item;
  let words = false;
  for (const part of token.tokens) {
    const isText = part.type === "text" || part.type === "paragraph";
    if (isText && (words || part.raw.trimEnd().includes("\n"))) page.report(words ? line : line + 1, RUNS_ON);
    else if (part.type === "list" && words)
      item.children = item.children.concat(readChildren(part as Tokens.List, line, page));
    else if (!isText && part.type !== "space" && part.type !== "checkbox") refuse(part, line, page.report);
    words ||= isText;
    line += newlines(part.raw);
  }
}

function readChildren(list: Tokens.List, line: number, page: Page): Text[] {
  return readItems(list, line, page).map(({ children, ...text }) => {
    for (const child of children) page.report(child.line, "lists go two deep at most, found a third");
    return text;
  });
}

/**
 * The text of HTML as a reader sees it: no scripts, no styles, nothing hidden or deleted. Nothing is loaded and nothing
 * runs. One pass over the text, whatever is in it.
 */
import { rowText } from "./clean-text.ts";
import { decodeEntities } from "./html-entity.ts";

export type HtmlLine = {
  text: string;
  /** 1 to 6 for a heading. */
  level: number | null;
};

const blocks = new Set(
  (
    "address article aside blockquote body br caption center dd details div dl dt fieldset figcaption figure footer form " +
    "h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol p pre section summary table tbody tfoot thead title tr ul"
  ).split(" "),
);
/** What is in these is text for a program, or no text at all. */
const raw = new Set(["script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"]);
const unseen = new Set([
  "head",
  "template",
  "noscript",
  "select",
  "object",
  "svg",
  "math",
  "del",
  "canvas",
  "datalist",
]);
const empty = new Set("area base br col embed hr img input link meta param source track wbr".split(" "));

type Tag = { name: string; closes: boolean; attributes: string; next: number };

/** The tag that begins at `at`, or null where none does. */
function tagAt(html: string, at: number): Tag | null {
  const found = /<(\/?)([a-z][a-z0-9:-]{0,40})/iy;
  found.lastIndex = at;
  const [whole, slash, name] = found.exec(html) ?? [];
  if (whole === undefined || !name) return null;
  const start = at + whole.length;
  let quote = "";
  let end = start;
  for (; end < html.length; end++) {
    const sign = html[end] ?? "";
    if (quote) quote = sign === quote ? "" : quote;
    else if (sign === ">") break;
    // A quote counts only where a value begins.
    else if ((sign === '"' || sign === "'") && /[=\s]/.test(html[end - 1] ?? "")) quote = sign;
  }
  return { name: name.toLowerCase(), closes: slash === "/", attributes: html.slice(start, end), next: end + 1 };
}

function attributeOf(attributes: string, name: string): string | null {
  const [, double, single, plain] =
    new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, "i").exec(attributes) ?? [];
  return double ?? single ?? plain ?? null;
}

function isHidden({ attributes }: Tag): boolean {
  if (!attributes || attributes.length > 20_000) return false;
  const style = (attributeOf(attributes, "style") ?? "").replace(/\s+/g, "").toLowerCase();
  if (/(^|;)(display:none|visibility:(hidden|collapse)|font-size:0(px|pt|em|%)?(;|$|!)|mso-hide:all)/.test(style))
    return true;
  return /(?:^|\s)hidden(?=[\s=]|$)/i.test(attributes.replace(/"[^"]*"|'[^']*'/g, '""'));
}

class Writing {
  readonly lines: HtmlLine[] = [];
  #text = "";
  /** The cells before the one that is being written. */
  #cells: string[] = [];
  #level: number | null = null;
  preformatted = false;

  say(words: string): void {
    this.#text += this.preformatted ? words : words.replace(/[ \t\r\n\f]+/g, " ");
  }

  cell(): void {
    this.#cells.push(this.#text);
    this.#text = "";
  }

  end(): void {
    if (this.#cells.some((cell) => cell.trim())) {
      this.lines.push({ text: rowText([...this.#cells, this.#text]).replace(/^ \| /, ""), level: null });
    } else {
      for (const line of this.#text.split("\n")) {
        const text = this.preformatted ? line : line.trim();
        if (text.trim()) this.lines.push({ text, level: this.#level });
      }
    }
    this.#text = "";
    this.#cells = [];
    this.#level = null;
  }

  begin({ name, closes, attributes }: Tag): void {
    if (blocks.has(name)) this.end();
    if (!closes && (name === "td" || name === "th")) this.cell();
    if (name === "pre") this.preformatted = !closes;
    if (/^h[1-6]$/.test(name)) this.#level = closes ? null : Number(name[1]);
    if (name === "img") {
      const words = decodeEntities(attributeOf(attributes.slice(0, 20_000), "alt") ?? "").trim();
      if (words) this.say(` [Image: ${words}] `);
    }
  }
}

/** Where the element that `tag` opens ends: behind its closing tag, or at the end of the text. */
function behind(html: string, tag: Tag): number {
  if (raw.has(tag.name)) {
    const close = new RegExp(`</${tag.name}(?=[\\s/>])`, "gi");
    close.lastIndex = tag.next;
    const found = close.exec(html);
    return found ? (tagAt(html, found.index)?.next ?? html.length) : html.length;
  }
  let depth = 1;
  let at = tag.next;
  for (;;) {
    at = html.indexOf("<", at);
    if (at < 0) return html.length;
    const next = skipped(html, at);
    if (next) at = next;
    else {
      const inner = tagAt(html, at);
      if (inner?.name === tag.name) depth += inner.closes ? -1 : 1;
      at = inner ? (raw.has(inner.name) && !inner.closes ? behind(html, inner) : inner.next) : at + 1;
      if (depth === 0) return at;
    }
  }
}

/** Behind a comment or a declaration that begins at `at`; nothing where none does. */
function skipped(html: string, at: number): number | null {
  if (!/[!?]/.test(html[at + 1] ?? "")) return null;
  const mark = html.startsWith("<!--", at) ? "-->" : html.startsWith("<![CDATA[", at) ? "]]>" : ">";
  const end = html.indexOf(mark, at + 2);
  return end < 0 ? html.length : end + mark.length;
}

export function htmlLines(html: string): HtmlLine[] {
  const writing = new Writing();
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf("<", at);
    writing.say(decodeEntities(html.slice(at, open < 0 ? html.length : open)));
    if (open < 0) break;
    const next = skipped(html, open);
    const tag = next ? null : tagAt(html, open);
    if (next) at = next;
    else if (!tag) {
      writing.say("<");
      at = open + 1;
    } else if (!tag.closes && !empty.has(tag.name) && (raw.has(tag.name) || unseen.has(tag.name) || isHidden(tag))) {
      at = behind(html, tag);
      if (blocks.has(tag.name)) writing.end();
    } else {
      writing.begin(tag);
      at = tag.next;
    }
  }
  writing.end();
  return writing.lines;
}

export const htmlText = (html: string): string =>
  htmlLines(html)
    .map(({ text }) => text)
    .join("\n");

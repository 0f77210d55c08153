/**
 * Text that means what it says: a backslash before a punctuation mark takes away what Markdown, or this grammar, would
 * read into the mark. Reading undoes exactly what writing did.
 */
const ESCAPED = /\\([!-/:-@[-`{-~])/g;

/** "\# not a heading" -> "# not a heading" */
export function unescapeText(raw: string): string {
  return raw.replace(ESCAPED, "$1");
}

/** A whole text, for a heading, a paragraph or an item. */
export function escapeText(text: string): string {
  return escapeStart(escapePart(text));
}

/** A text that others follow on the same line, `separator` between them. A line break becomes a space. */
export function escapePart(text: string, separator?: string): string {
  const raw = oneLine(text)
    .replace(/\\(?=[!-/:-@[-`{-~]|$)/g, "\\\\")
    .replace(/(^|\s)(#+)$/, "$1\\$2");
  return separator ? raw.replaceAll(separator, `\\${separator}`) : raw;
}

/** Guards a line, already escaped, that begins with a sign which Markdown uses. */
export function escapeStart(raw: string): string {
  return raw.replace(/^[#\-+*>`~<|_]/, "\\$&").replace(/^(\d+)(?=[.)](?:\s|$))/, "$1\\");
}

export function oneLine(text: string): string {
  return text.replace(/\s*[\n\r\u2028\u2029]\s*/g, " ").trim();
}

/** The same length as `raw`, with a blank for each escaped mark: a separator found here was meant as one. */
export function maskEscapes(raw: string): string {
  return raw.replace(ESCAPED, "\0\0");
}

/** Cuts at the first separator that was meant as one; null when there is none. */
export function cut(raw: string, separator: string): [string, string] | null {
  const at = maskEscapes(raw).indexOf(separator);
  return at < 0 ? null : [raw.slice(0, at).trimEnd(), raw.slice(at + separator.length).trimStart()];
}

/** Web pages: sections by their headings. */
import { decodeText } from "./decode-text.ts";
import { htmlLines } from "./html-text.ts";
import { Sections } from "./sections.ts";
import type { Reader } from "./tools.ts";

const HEAD = 2048;

export const readHtml: Reader = (bytes, into) => {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, HEAD));
  const [, charset] = /<meta[^>]{0,200}charset\s*=\s*["']?([a-z0-9_-]{2,20})/i.exec(head) ?? [];
  const sections = new Sections(into);
  for (const { text, level } of htmlLines(decodeText(bytes, charset))) {
    if (level === null) sections.line(text);
    else sections.heading(level, text);
  }
  sections.end();
};

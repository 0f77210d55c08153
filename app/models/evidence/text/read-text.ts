/** Plain text and Markdown: pages where form feeds part them, else one section. */
import { decodeText } from "./decode-text.ts";
import { WHOLE } from "./gathering.ts";
import type { Reader } from "./tools.ts";

export const readText: Reader = (bytes, into) => {
  const pages = decodeText(bytes).split("\f");
  if (!pages.at(-1)?.trim()) pages.pop();
  if (pages.length <= 1) into.add({ kind: "section", label: WHOLE, text: pages.join("") });
  else pages.forEach((text, n) => into.add({ kind: "page", label: `page ${n + 1}`, text }));
};

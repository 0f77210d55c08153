/** The look of a template's bytes, in the process that may be killed: it answers with the look, or with why there is none. */
import { Unreadable } from "#app/models/evidence/text/extraction.ts";
import { inflate } from "#app/models/evidence/text/inflate.server.ts";

import { readTemplate } from "./read-template.ts";
import type { TemplateLook } from "./template.ts";

export function lookInBytes(bytes: Uint8Array): { look: TemplateLook } | { why: string } {
  try {
    return { look: readTemplate(bytes, inflate) };
  } catch (error) {
    if (error instanceof Unreadable) return { why: error.message };
    return { why: "It is damaged, or not built as a PowerPoint file should be." };
  }
}

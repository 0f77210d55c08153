/** Reads the help pages of the content folder. */
import { marked } from "marked";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import sanitizeHtml from "sanitize-html";
import { parse } from "yaml";
import { z } from "zod";

import type { Fault } from "#app/models/frameworks/fault.ts";

import { listFolder } from "./content-frameworks.server.ts";

export type HelpPage = { slug: string; title: string; order: number; html: string };

const helpHead = z.strictObject({ title: z.string().min(1), order: z.number() });

/** The help pages in order. Their HTML is sanitised: a page can hold text, lists, tables and links, nothing that runs. */
export async function readHelp(folder: string): Promise<{ pages: HelpPage[]; faults: Fault[] }> {
  const pages: HelpPage[] = [];
  const faults: Fault[] = [];
  for (const name of (await listFolder(folder)).filter((each) => each.endsWith(".md"))) {
    const file = join(folder, name);
    const [, head, body] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(await readFile(file, "utf8")) ?? [];
    const read = helpHead.safeParse(head === undefined ? null : parseYaml(head));
    if (read.success) {
      const html = sanitizeHtml(await marked.parse(body ?? ""), { allowProtocolRelative: false });
      pages.push({ slug: name.replace(/\.md$/, ""), ...read.data, html });
    } else {
      faults.push({
        file,
        line: 1,
        message: "a help page begins with front matter that holds a title and an order (a number)",
      });
    }
  }
  pages.sort((a, b) => a.order - b.order);
  return { pages, faults };
}

function parseYaml(text: string): unknown {
  try {
    return parse(text);
  } catch {
    return null;
  }
}

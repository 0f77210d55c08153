/** Reads the content folder: frameworks, briefings and help pages, with every fault in them. */
import { marked } from "marked";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import sanitizeHtml from "sanitize-html";
import { parse } from "yaml";
import { z } from "zod";

import type { Briefing } from "#app/models/briefing/briefing.ts";
import { checkBriefing } from "#app/models/briefing/check-briefing.ts";
import { readBriefing } from "#app/models/briefing/read-markdown.ts";
import { voices } from "#app/models/evidence/evidence.ts";
import { checkCrosswalk, type CrosswalkFile } from "#app/models/frameworks/crosswalk.ts";
import { type Fault } from "#app/models/frameworks/fault.ts";
import type { Framework } from "#app/models/frameworks/framework.ts";
import { readFramework } from "#app/models/frameworks/read-framework.ts";
import { stages } from "#app/models/inspections/stage.ts";

export type HelpPage = { slug: string; title: string; order: number; html: string };

export type Content = { frameworks: Framework[]; briefings: Briefing[]; pages: HelpPage[]; faults: Fault[] };

async function list(folder: string): Promise<string[]> {
  const entries = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  return entries.sort();
}

/** Everything under `folder`, read and checked. */
export async function readContent(folder: string): Promise<Content> {
  const content: Content = { frameworks: [], briefings: [], pages: [], faults: [] };
  const walked: CrosswalkFile[] = [];
  for (const slug of await list(join(folder, "frameworks"))) {
    const { framework, faults, crosswalks } = await readFrameworkFolder(join(folder, "frameworks", slug), slug);
    content.faults.push(...faults);
    if (framework) content.frameworks.push(framework);
    walked.push(...crosswalks);
  }
  for (const each of walked) content.faults.push(...checkCrosswalk(each, content.frameworks));
  for (const name of (await list(join(folder, "briefings"))).filter((each) => each.endsWith(".md"))) {
    const path = join(folder, "briefings", name);
    const { briefing, faults, origin } = readBriefing(path, await readFile(path, "utf8"));
    content.faults.push(...faults);
    if (!briefing) continue;
    const framework = content.frameworks.find(({ slug }) => slug === briefing.framework);
    if (framework) content.faults.push(...checkBriefing(briefing, framework, origin));
    else
      content.faults.push({
        file: path,
        line: 1,
        message: `there is no framework “${briefing.framework}” in this content`,
      });
    content.briefings.push(briefing);
  }
  const help = await readHelp(join(folder, "help"));
  content.pages.push(...help.pages);
  content.faults.push(...help.faults);
  return content;
}

async function readFrameworkFolder(folder: string, slug: string) {
  const names = (await list(folder)).filter((name) => name.endsWith(".md"));
  const files = await Promise.all(
    names.map(async (name) => ({ path: join(folder, name), text: await readFile(join(folder, name), "utf8") })),
  );
  return readFramework(slug, files, { stages, voices });
}

const helpHead = z.strictObject({ title: z.string().min(1), order: z.number() });

/** The help pages in order. Their HTML is sanitised: a page can hold text, lists, tables and links, nothing that runs. */
export async function readHelp(folder: string): Promise<{ pages: HelpPage[]; faults: Fault[] }> {
  const pages: HelpPage[] = [];
  const faults: Fault[] = [];
  for (const name of (await list(folder)).filter((each) => each.endsWith(".md"))) {
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

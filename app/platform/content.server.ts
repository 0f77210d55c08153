/** Reads the content folder: frameworks, briefings and help pages, with every fault in them. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";

import type { Briefing } from "#app/models/briefing/briefing.ts";
import { checkBriefing } from "#app/models/briefing/check-briefing.ts";
import { readBriefing } from "#app/models/briefing/read-markdown.ts";
import { type Fault } from "#app/models/frameworks/fault.ts";
import type { Framework } from "#app/models/frameworks/framework.ts";

import { listFolder, readFrameworks } from "./content-frameworks.server.ts";
import { type HelpPage, readHelp } from "./help.server.ts";

export type Content = { frameworks: Framework[]; briefings: Briefing[]; pages: HelpPage[]; faults: Fault[] };

/** Everything under `folder`, read and checked. */
export async function readContent(folder: string): Promise<Content> {
  const content: Content = { ...(await readFrameworks(folder)), briefings: [], pages: [] };
  for (const name of (await listFolder(join(folder, "briefings"))).filter((each) => each.endsWith(".md"))) {
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

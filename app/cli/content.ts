/** `content check`: every fault in the content, at once. */
import { type Command, read } from "./command.ts";
import { formatFault } from "#app/models/frameworks/fault.ts";
import { readContent } from "#app/platform/content.server.ts";

export const contentCheck: Command = {
  name: "content check",
  usage: "[folder]",
  summary: "Checks frameworks, briefings and help pages; names each fault with its file and line.",
  async run(words) {
    const { positionals } = read(words, {});
    const { frameworks, briefings, pages, faults } = await readContent(positionals[0] ?? "content");
    for (const fault of faults) console.error(formatFault(fault));
    if (faults.length) return 1;
    console.log(
      `No faults in ${frameworks.length} frameworks, ${briefings.length} briefings and ${pages.length} help pages.`,
    );
    return 0;
  },
};

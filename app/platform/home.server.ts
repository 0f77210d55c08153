/** Where the product is installed: the same from the source tree (app/platform) and from what is built (build/…). */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The programs are built two folders down, as this file stands; the pages are built three down. */
const above = ["../../", "../../../"].map((up) => fileURLToPath(new URL(up, import.meta.url)));

export const home = above.find((folder) => existsSync(join(folder, "package.json"))) ?? process.cwd();

/** Frameworks, briefings and help pages, as they were installed. */
export const contentFolder = join(home, "content");

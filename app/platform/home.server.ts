/** Where the product is installed: the same from the source tree (app/platform) and from what is built (build/…). */
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const home = fileURLToPath(new URL("../../", import.meta.url));

/** Frameworks, briefings and help pages, as they were installed. */
export const contentFolder = join(home, "content");

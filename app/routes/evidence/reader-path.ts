/** Addresses within the reader. */
import { paths } from "#app/paths.ts";

import type { ReaderView } from "./reader.server.ts";

export type View = "text" | "pages";

/** Where the reader goes from here: what is looked for and read for stays the same. */
export const readerPath = (
  { code, id, file, line }: ReaderView,
  view: View,
  at: Parameters<typeof paths.evidenceText>[2],
) => (view === "text" ? paths.evidenceText : paths.evidencePages)(code, id, { file: file.id, line, ...at });

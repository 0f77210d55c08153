/** Links to the styles of the templates whose look a page shows, each once. */
import type { MetaDescriptor } from "@remix-run/react";

import { paths } from "#app/paths.ts";

export function lookLinks(code: string | undefined, looks: (string | null | undefined)[]): MetaDescriptor[] {
  const ids = [...new Set(looks)].filter((id): id is string => typeof id === "string");
  return ids.map((id) => ({ tagName: "link", rel: "stylesheet", href: paths.templateStyle(code ?? "", id) }));
}

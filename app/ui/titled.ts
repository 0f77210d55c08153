import type { MetaFunction } from "@remix-run/react";

/** The title of a page: what it is, then the product. */
export const titled =
  (...parts: string[]): MetaFunction =>
  () => [{ title: [...parts, "Throughline"].join(" – ") }];

/** What the table of lines was asked to show, to come back to it. */
import type { HomeView } from "#app/paths.ts";

export function readHomeView(search: URLSearchParams): HomeView {
  const sort = /^-?[a-z]{1,12}$/.exec(search.get("sort") ?? "")?.[0];
  return { as: "table", ...(sort && { sort }), ...(search.get("mine") === "1" && { mine: "1" }) };
}

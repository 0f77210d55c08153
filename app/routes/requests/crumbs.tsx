import { paths } from "#app/paths.ts";
import { Crumbs as Trail } from "#app/ui/crumbs.tsx";

/** The way back to the requests. */
export function Crumbs({ code, here }: { code: string; here: string }) {
  return <Trail steps={[[paths.requests(code), "Requests"]]} here={here} />;
}

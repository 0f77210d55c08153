import { paths } from "#app/paths.ts";
import { Crumbs as Trail } from "#app/ui/crumbs.tsx";

/** The way back to the timetable, and to the visit where the page belongs to one. */
export function Crumbs({ code, visit }: { code: string; visit?: { id: string; title: string } }) {
  const above = visit ? [[paths.visit(code, visit.id), visit.title] as const] : [];
  return <Trail steps={[[paths.fieldwork(code), "Timetable"], ...above]} />;
}

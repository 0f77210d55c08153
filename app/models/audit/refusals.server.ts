/** Puts on record that someone asked for what their part does not allow: which kind of page, never which record. */
import type { Buckets } from "#app/platform/bucket.ts";
import type { Desk } from "#app/platform/desk.ts";

/** The address with each part that names a record taken out: "/inspections/:code/evidence/:id". */
export function routeOf(pathname: string, params: Record<string, string | undefined>): string {
  const names = new Map(Object.entries(params).map(([name, value]) => [value, `:${name}`]));
  const decoded = (part: string) => {
    try {
      return decodeURIComponent(part);
    } catch {
      return part;
    }
  };
  return pathname
    .replace(/\.data$/, "")
    .split("/")
    .map((part) => names.get(decoded(part)) ?? part)
    .join("/");
}

/** Records a refusal; `seldom` lets through one for each person and act in a minute, so that nobody can flood the record. */
export async function recordRefusal(desk: Desk, seldom: Buckets, what: { act: string; route: string }): Promise<void> {
  if (!desk.user || seldom.take(`${desk.user.id} ${what.act}`, desk.now().getTime()) > 0) return;
  await desk.change({ action: "access.refuse", subject: `user:${desk.user.id}`, detail: what }, async () => {});
}

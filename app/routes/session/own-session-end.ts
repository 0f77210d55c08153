import { redirect } from "@remix-run/node";

import { changing, reading, sessionCookie } from "#app/desk.server.ts";
import { endOwnSession } from "#app/models/accounts/sessions.server.ts";
import { paths } from "#app/paths.ts";

export const loader = reading(async () => redirect(paths.account()));

export const action = changing(async ({ desk, session, services, params }) => {
  await endOwnSession(desk, session, params.id ?? "");
  if (params.id !== session.id) return redirect(paths.account({ done: "ended" }));
  return redirect(paths.signIn(), { headers: { "Set-Cookie": sessionCookie(services, null) } });
});

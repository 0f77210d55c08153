import { redirect } from "@remix-run/node";

import { changing, reading } from "#app/desk.server.ts";
import { endOtherSessions } from "#app/models/accounts/sessions.server.ts";
import { paths } from "#app/paths.ts";

export const loader = reading(async () => redirect(paths.account()));

export const action = changing(async ({ desk, session }) => {
  await endOtherSessions(desk, session);
  return redirect(paths.account({ done: "others" }));
});

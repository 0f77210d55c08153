import { redirect } from "@remix-run/node";

import { changing, demandConfirmed, reading } from "#app/desk.server.ts";
import { unlinkIdentities } from "#app/models/accounts/identities.server.ts";
import { paths } from "#app/paths.ts";

export const loader = reading(async () => redirect(paths.identity()));

export const action = changing(async (asked) => {
  demandConfirmed(asked, paths.identity());
  await unlinkIdentities(asked.desk, asked.session);
  return redirect(paths.account({ done: "unlinked" }));
});

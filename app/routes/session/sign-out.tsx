import { redirect } from "@remix-run/node";

import { changing, reading, sessionCookie } from "#app/desk.server.ts";
import { signOut } from "#app/models/accounts/sign-ins.server.ts";
import { paths } from "#app/paths.ts";

export const loader = reading(async () => redirect(paths.account()));

export const action = changing(
  async ({ desk, session, services }) => {
    await signOut(desk, session);
    return redirect(paths.signIn(), {
      headers: { "Set-Cookie": sessionCookie(services, null), "Clear-Site-Data": '"cache", "storage"' },
    });
  },
  ["code", "set-up"],
);

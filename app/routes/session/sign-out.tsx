import { redirect } from "@remix-run/node";

import { changing, sessionCookie, tokenOf } from "#app/desk.server.ts";
import { signOut } from "#app/models/accounts/users.server.ts";
import { paths } from "#app/paths.ts";

export const loader = () => redirect(paths.account());

export const action = changing(async ({ desk, request, services }) => {
  await signOut(desk, tokenOf(request, services) ?? "");
  return redirect(paths.signIn(), {
    headers: { "Set-Cookie": sessionCookie(services, null), "Clear-Site-Data": '"cache", "storage"' },
  });
});

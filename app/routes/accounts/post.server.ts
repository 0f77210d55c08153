/** How letters about accounts leave this server, and which address their links lead to. */
import type { Services } from "#app/desk.server.ts";
import type { Post } from "#app/models/accounts/deliveries.server.ts";

/** The server answers only for addresses that it knows, so what was asked for can stand in a link. */
export const postOf = ({ mail, settings }: Services, url: URL): Post => ({
  mail,
  origin: new URL(settings.BASE_URL ?? url).origin,
});

/** What a request for a page of signing in brings along. */
import { type Services, sessionOf } from "#app/desk.server.ts";
import { deviceOf } from "#app/models/accounts/device.ts";
import type { Arriving } from "#app/models/accounts/sign-ins.server.ts";
import { paths } from "#app/paths.ts";
import { safePath } from "#app/platform/safe-path.ts";

/** The browser in words, and the session that it still has. */
export const arrivingOf = async (request: Request, services: Services): Promise<Arriving> => ({
  device: deviceOf(request.headers.get("User-Agent")),
  session: await sessionOf(request.headers.get("Cookie"), services),
});

/** Where to go on to: the path of our own that the address names, or `otherwise`. */
export const nextOf = (request: Request, otherwise = paths.inspections()): string =>
  safePath(new URL(request.url).searchParams.get("next"), otherwise);

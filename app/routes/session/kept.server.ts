/**
 * What signing in remembers as long as the process runs. It is made here, in the same build as the pages, so that the
 * failures it throws are those that the pages know.
 */
import type { Services } from "#app/desk.server.ts";
import { openSingleSignOn, type SingleSignOn } from "#app/platform/single-sign-on.server.ts";
import { Tries } from "#app/platform/tries.ts";

type Kept = { tries: Tries; singleSignOn: SingleSignOn | null };

const kept = new WeakMap<Services, Kept>();

export function keptBy(services: Services): Kept {
  const known = kept.get(services);
  if (known) return known;
  const tries = new Tries(() => services.now().getTime(), services.demo);
  const made = { tries, singleSignOn: openSingleSignOn(services.settings) };
  kept.set(services, made);
  return made;
}

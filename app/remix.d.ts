import "@remix-run/node";

import type { Services } from "./desk.server.ts";
import type { SingleSignOn } from "./platform/single-sign-on.server.ts";
import type { Tries } from "./server/limits.ts";

declare module "@remix-run/node" {
  interface Future {
    v3_singleFetch: true;
  }
  interface AppLoadContext {
    services: Services;
    /** For the content security policy of this answer. */
    nonce: string;
    requestId: string;
    /** Whose request it is, as far as the network tells. */
    address: string;
    /** How often a password or a code may be tried. */
    tries: Tries;
    /** Null where no identity provider is set. */
    singleSignOn: SingleSignOn | null;
  }
}

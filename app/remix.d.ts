import "@remix-run/node";

import type { Services } from "./desk.server.ts";

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
    /** The page, once it is made: it goes out as it is, past the streams of a Response. */
    html?: string;
  }
}

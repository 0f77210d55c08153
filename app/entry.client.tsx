import { RemixBrowser } from "@remix-run/react";
import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";

import { partsReady } from "./ui/later.tsx";

/**
 * What the page's data came as is read first: Remix reads it inside the tree, by throwing a promise, and a press that falls
 * in that moment makes React give the whole tree up (its error 345), so that nothing on the page answers any more.
 */
async function decoded(): Promise<void> {
  try {
    RemixBrowser({});
  } catch (decoding) {
    await decoding;
  }
}

void Promise.all([decoded(), partsReady()]).then(() =>
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <RemixBrowser />
      </StrictMode>,
    );
  }),
);

/** What a reader sees when a page cannot be shown. */
import { Link } from "@remix-run/react";

import { paths } from "#app/paths.ts";

export function Problem({ missing, requestId }: { missing: boolean; requestId: string | null }) {
  return (
    <main id="main" className="wide page">
      <title>{missing ? "Page not found – Throughline" : "Something went wrong – Throughline"}</title>
      {missing ? (
        <>
          <h1 className="h1">Page not found</h1>
          <p>If you typed the address, check that it is correct. If you followed a link, the page may have moved.</p>
          <p>You may also see this page if you do not take part in the inspection.</p>
        </>
      ) : (
        <>
          <h1 className="h1">Something went wrong</h1>
          <p>What you had saved before is safe. Go back and try again.</p>
          {requestId && <p>If it happens again, tell your administrator this number: {requestId}</p>}
        </>
      )}
      <p>
        <Link to={paths.inspections()}>Go to your inspections</Link>
      </p>
    </main>
  );
}

/** What everyone sees behind a link that opens nothing: the page does not say why, so that it tells nothing of accounts. */
import { Link } from "@remix-run/react";

import { paths } from "#app/paths.ts";

export function SpentLink() {
  return (
    <main id="main" className="wide page">
      <h1 className="h1">This link does not work</h1>
      <div className="prose">
        <p>
          Links like this one work once and for a limited time. It may have been used, or have run out, or be cut short.
        </p>
        <ul>
          <li>
            If you have chosen a password already, <Link to={paths.signIn()}>sign in</Link>.
          </li>
          <li>
            If you wanted a new password, <Link to={paths.signInReset()}>ask for another link</Link>.
          </li>
          <li>If you were invited, ask the administrator who invited you for another link.</li>
          <li>If you are setting up this server, start it again: it prints a new link.</li>
        </ul>
      </div>
    </main>
  );
}

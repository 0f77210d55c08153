/** What a person sees when single sign-on did not let them in. */
import { Link } from "@remix-run/react";

import { paths } from "#app/paths.ts";

export function SignOnProblem({ message }: { message: string }) {
  return (
    <main id="main" className="wide page">
      <h1 className="h1">Single sign-on did not work</h1>
      <p className="prose">{message}</p>
      <p>
        <Link to={paths.signIn()}>Go to the sign-in page</Link>
      </p>
    </main>
  );
}

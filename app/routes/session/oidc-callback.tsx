/** Where a person comes back from the identity provider. */
import { data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { deskFor, sessionCookie, signedIn } from "#app/desk.server.ts";
import { linkIdentity, signInAs } from "#app/models/accounts/identities.server.ts";
import { paths } from "#app/paths.ts";
import { cookieName, readCookie, writeCookie } from "#app/platform/cookie.ts";
import { Refused } from "#app/platform/failure.ts";
import { BEGUN, type Vouched } from "#app/platform/single-sign-on.server.ts";
import { titled } from "#app/ui/titled.ts";

import { arrivingOf } from "./arriving.server.ts";
import { keptBy } from "./kept.server.ts";
import { SignOnProblem } from "./sign-on-problem.tsx";

export const meta = titled("Single sign-on");

const UNKNOWN =
  "Your single sign-on is not linked to an account here yet. Sign in once with your e-mail address and password, then link it on the page of your account.";

export async function loader(from: LoaderFunctionArgs) {
  const { request, context } = from;
  const { services } = context;
  const { singleSignOn } = keptBy(services);
  if (!singleSignOn) throw new Response("Not found", { status: 404 });
  const { INSECURE_COOKIES: insecure } = services.settings;
  const key = readCookie(request.headers.get("Cookie"), cookieName(BEGUN, insecure));
  const gone: [string, string] = ["Set-Cookie", writeCookie(BEGUN, null, insecure)];
  try {
    const { purpose, who } = await singleSignOn.finish(key, new URL(request.url).search, services.now());
    if (purpose.kind === "link") {
      await link(purpose.session, who);
      return redirect(paths.account({ done: "linked" }), { headers: [gone] });
    }
    const token = await signInAs(deskFor(services, null), who, await arrivingOf(request, services));
    if (token === null) throw new Refused(UNKNOWN);
    return redirect(purpose.next, { headers: [gone, ["Set-Cookie", sessionCookie(services, token)]] });
  } catch (error) {
    if (error instanceof Refused) return data({ message: error.message }, { status: 403, headers: [gone] });
    throw error;
  }

  async function link(begunIn: string, who: Vouched) {
    const { desk, session } = await signedIn(from);
    if (session.id !== begunIn) throw new Refused("You were signed out on the way. Sign in and link it again.");
    await linkIdentity(desk, session, who);
  }
}

export default function Back() {
  return <SignOnProblem message={useLoaderData<typeof loader>().message} />;
}

/** Sends a person to the identity provider: to sign in, or to link their account there to the one here. */
import { data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { demandConfirmed, signedIn } from "#app/desk.server.ts";
import { paths } from "#app/paths.ts";
import { AWAY, BEGUN, type Purpose } from "#app/platform/single-sign-on.server.ts";
import { writeCookie } from "#app/platform/cookie.ts";
import { Refused } from "#app/platform/failure.ts";
import { titled } from "#app/ui/titled.ts";

import { nextOf } from "./arriving.server.ts";
import { keptBy } from "./kept.server.ts";
import { SignOnProblem } from "./sign-on-problem.tsx";

export const meta = titled("Single sign-on");

export async function loader(args: LoaderFunctionArgs) {
  const { services } = args.context;
  const { singleSignOn } = keptBy(services);
  if (!singleSignOn) throw new Response("Not found", { status: 404 });
  try {
    const returnTo = new URL(paths.singleSignOnReturn(), services.settings.BASE_URL ?? args.request.url).href;
    const { key, url } = await singleSignOn.begin(await purposeOf(args), returnTo, services.now());
    const cookie = writeCookie(BEGUN, key, services.settings.INSECURE_COOKIES, AWAY / 1000);
    return redirect(url, { headers: { "Set-Cookie": cookie } });
  } catch (error) {
    if (error instanceof Refused) return data({ message: error.message }, { status: 503 });
    throw error;
  }
}

async function purposeOf(from: LoaderFunctionArgs): Promise<Purpose> {
  const { request, context } = from;
  const link = new URL(request.url).searchParams.get("link");
  if (link === null) return { kind: "sign-in", next: nextOf(request) };
  const who = await signedIn(from);
  if (link !== keptBy(context.services).singleSignOn?.permit(who.session.id))
    throw new Response("Not found", { status: 404 });
  demandConfirmed({ ...who, request });
  return { kind: "link", session: who.session.id };
}

export default function SingleSignOn() {
  return <SignOnProblem message={useLoaderData<typeof loader>().message} />;
}

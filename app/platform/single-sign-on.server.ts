/**
 * Signing in through an identity provider: OpenID Connect, code flow with PKCE, state and nonce. What was begun is kept
 * here for ten minutes, under a key that one browser holds in a cookie. Source: security.md 4.4; ASVS 10.2.1, 10.5.1.
 */
import { createHash, createHmac, randomBytes } from "node:crypto";
import type { Configuration } from "openid-client";

import { Recent } from "./bucket.ts";
import type { Settings } from "./env.ts";
import { Refused } from "./failure.ts";
import { isLoopback } from "./serving.ts";

/** What is to happen when the person comes back: signing in, or linking to the account of a session. */
export type Purpose = { kind: "sign-in"; next: string } | { kind: "link"; session: string };

type Begun = { purpose: Purpose; returnTo: string; state: string; nonce: string; verifier: string; until: number };

/** Whom the provider vouches for. `factor`: whether it says that it asked for more than one factor. */
export type Vouched = { issuer: string; subject: string; factor: boolean };

export type SingleSignOn = {
  issuer: string;
  /** What a page of this session adds to the address that begins a link, so that no other site can begin one. */
  permit(session: string): string;
  /** Where to send the person, and the key of the cookie to send along. Throws `Refused` where the provider is away. */
  begin(purpose: Purpose, returnTo: string, now: Date): Promise<{ key: string; url: string }>;
  /** What came back in the query of the address to return to. Throws `Refused` where it does not answer what was begun. */
  finish(key: string | null, search: string, now: Date): Promise<{ purpose: Purpose; who: Vouched }>;
};

/** The cookie that holds the key of what was begun. */
export const BEGUN = "oidc";
/** How long a person may take at the provider, in milliseconds. */
export const AWAY = 10 * 60_000;
const AT_ONCE = 1000;

const AWAY_WORDS = "Single sign-on is out of reach at this moment. Try again later, or sign in with your password.";
const AGAIN = "Single sign-on did not come to an end. Start again from the sign-in page.";

const digest = (key: string) => createHash("sha256").update(key).digest("hex");

/** Loaded by the first who signs in this way. */
const library = () => import("openid-client");

async function discover(settings: Settings): Promise<Configuration> {
  const oidc = await library();
  const { OIDC_ISSUER: issuer = "", OIDC_CLIENT_ID: id = "", OIDC_CLIENT_SECRET: secret } = settings;
  const server = new URL(issuer);
  const execute = [oidc.enableNonRepudiationChecks];
  // Plain http is for a provider on this very machine: a test.
  if (server.protocol === "http:" && isLoopback(server.hostname)) execute.push(oidc.allowInsecureRequests);
  const found = await oidc.discovery(server, id, secret, undefined, { execute, timeout: 10 });
  const named = found.serverMetadata().issuer;
  if (named !== issuer) throw new Error(`OIDC_ISSUER is ${issuer}, but the provider calls itself ${named}.`);
  return found;
}

/** For whoever runs the server: what went wrong, and never what was sent. */
function report(what: string, error: unknown): void {
  const { code = null, message } = error as { code?: string; message?: string };
  console.error(JSON.stringify({ level: "error", event: `oidc.${what}`, code, error: message }));
}

/** Signing in through the provider of these settings; null where there is none. */
export function openSingleSignOn(settings: Settings): SingleSignOn | null {
  const issuer = settings.OIDC_ISSUER;
  if (!issuer) return null;
  const begun = new Recent<Begun>(AT_ONCE);
  let found: Promise<Configuration> | undefined;
  const provider = async () => {
    try {
      return await (found ??= discover(settings));
    } catch (error) {
      // The next person asks anew.
      found = undefined;
      report("discovery", error);
      throw new Refused(AWAY_WORDS);
    }
  };
  const own = randomBytes(32);
  return {
    issuer,
    permit: (session) => createHmac("sha256", own).update(session).digest("base64url"),
    async begin(purpose, returnTo, now) {
      const [config, oidc] = [await provider(), await library()];
      const verifier = oidc.randomPKCECodeVerifier();
      const [state, nonce, key] = [oidc.randomState(), oidc.randomNonce(), randomBytes(32).toString("base64url")];
      begun.set(digest(key), { purpose, returnTo, state, nonce, verifier, until: now.getTime() + AWAY });
      const url = oidc.buildAuthorizationUrl(config, {
        redirect_uri: returnTo,
        scope: "openid",
        code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
        code_challenge_method: "S256",
        state,
        nonce,
      });
      return { key, url: url.href };
    },
    async finish(key, search, now) {
      const name = digest(key ?? "");
      const one = begun.get(name);
      begun.delete(name);
      if (!one || one.until < now.getTime()) throw new Refused(AGAIN);
      const config = await provider();
      return { purpose: one.purpose, who: await vouchedBy(config, new URL(search, one.returnTo), one) };
    },
  };
}

async function vouchedBy(config: Configuration, back: URL, one: Begun): Promise<Vouched> {
  const oidc = await library();
  try {
    const tokens = await oidc.authorizationCodeGrant(config, back, {
      expectedState: one.state,
      expectedNonce: one.nonce,
      pkceCodeVerifier: one.verifier,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (!claims) throw new Error("no ID token");
    const methods: unknown[] = Array.isArray(claims.amr) ? claims.amr : [];
    return { issuer: claims.iss, subject: claims.sub, factor: methods.includes("mfa") };
  } catch (error) {
    // The person said no over there, or someone made up this address: neither is for the log.
    const made = error instanceof oidc.AuthorizationResponseError || back.searchParams.get("state") !== one.state;
    if (!made) report("return", error);
    throw new Refused(AGAIN);
  }
}

/** Warns before a session ends for want of use, where a script may run; empty without one. */
import { createElement } from "react";

import { IDLE } from "#app/models/accounts/session.ts";

import { useNonce } from "./nonce.ts";

const NOTICE = 5 * 60_000;

export function IdleWarning() {
  const nonce = useNonce();
  return (
    <>
      {createElement("idle-warning", { "data-limit": IDLE, "data-notice": NOTICE })}
      <script type="module" src="/idle-warning.js" nonce={nonce} suppressHydrationWarning />
    </>
  );
}

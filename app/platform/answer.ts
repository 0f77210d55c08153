/** How a failed form comes back to its page. */
import { data } from "@remix-run/node";

import { Busy, Closed, Invalid, NoRoom, Refused, Stale, TooMany } from "./failure.ts";

/** What the page needs to show the form again: nothing that was typed is lost. */
export type FormState = {
  /** A message for each field; the one under `form` is about the whole. */
  errors: Record<string, string>;
  typed: Record<string, string>;
  /** What stands now, where someone else changed it meanwhile. */
  stale: { current: Record<string, string>; version: number } | null;
};

/** The answer to a failure that the reader can mend; anything else is thrown on. */
export function failed(error: unknown, sent: Record<string, string>) {
  // A password is typed again, never sent back.
  const typed = Object.fromEntries(Object.entries(sent).filter(([field]) => !/password/i.test(field)));
  const state = (errors: Record<string, string>, stale: FormState["stale"] = null): FormState => ({
    errors,
    typed,
    stale,
  });
  if (error instanceof Invalid) return data(state(error.errors), { status: 422 });
  if (error instanceof Refused) {
    return data(state({ form: error.message }), { status: error instanceof Closed ? 409 : 422 });
  }
  if (error instanceof TooMany) {
    return data(state({ form: error.message }), { status: 429, headers: { "Retry-After": String(error.seconds) } });
  }
  if (error instanceof NoRoom)
    return data(state({ [error.what === "file" ? "file" : "form"]: error.message }), { status: 507 });
  if (error instanceof Busy) {
    return data(state({ form: error.message }), { status: 503, headers: { "Retry-After": "60" } });
  }
  if (error instanceof Stale) {
    return data(state({ form: error.message }, { current: error.current, version: error.version }), { status: 409 });
  }
  throw error;
}

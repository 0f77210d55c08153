/** Signing a theme off, reopening it, and what was edited since. */
import { Form, Link } from "@remix-run/react";

import type { LaterEdit } from "#app/models/ratings/later-edits.server.ts";
import type { SignOffView } from "#app/models/ratings/sign-offs.server.ts";
import { paths } from "#app/paths.ts";
import { shortDate, timeOf } from "#app/ui/dates.ts";
import { type Failed, Field } from "#app/ui/form.tsx";
import { Tick, Warning } from "#app/ui/signs.tsx";

type Props = {
  code: string;
  theme: number;
  signOff: SignOffView | null;
  edits: LaterEdit[];
  whyNot: string | null;
  mayDecide: boolean;
};

/** At the head of the page: that it is signed off, and what was edited after that. */
export function SignedOff({ code, theme, signOff, edits }: Pick<Props, "code" | "theme" | "signOff" | "edits">) {
  if (!signOff) return null;
  return (
    <div className={edits.length ? "notice notice-warn" : "notice"}>
      <p>
        <Tick />{" "}
        <b>
          Signed off by {signOff.by} on {shortDate(signOff.at)}, {timeOf(signOff.at)}.
        </b>{" "}
        The ratings of theme {theme} and its lines are locked.
      </p>
      {edits.length > 0 && (
        <>
          <p>
            <Warning /> <b>Edited after sign-off:</b>
          </p>
          <ul className="edits">
            {edits.map(({ ref, finding, name, what, at }) => (
              <li key={finding}>
                <Link to={paths.findingHistory(code, finding)}>
                  {ref} {name}
                </Link>{" "}
                {what}, {shortDate(at)} {timeOf(at)}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

export function SignOffPart({ code, theme, signOff, whyNot, mayDecide, failed }: Props & { failed: Failed }) {
  if (!mayDecide) return null;
  return (
    <section aria-labelledby="sign-off" className="sign-off">
      <h2 className="h2" id="sign-off">
        {signOff ? "Reopen the theme" : "Sign off the theme"}
      </h2>
      {signOff ? (
        <Reopening code={code} theme={theme} signOff={signOff} failed={failed} />
      ) : (
        <SigningOff code={code} theme={theme} whyNot={whyNot} failed={failed} />
      )}
    </section>
  );
}

function SigningOff({ code, theme, whyNot, failed }: Pick<Props, "code" | "theme" | "whyNot"> & { failed: Failed }) {
  if (whyNot) return <p>{whyNot}</p>;
  const error = failed?.errors.read;
  return (
    <Form method="post" action={paths.signOff(code, theme)} className="form" preventScrollReset noValidate>
      <p>Signing off locks the ratings of this theme and its lines, until someone reopens it with a reason.</p>
      <div className={error ? "field field-wrong" : "field"}>
        {error && (
          <p className="error" id="read-error">
            <span className="vh">Error: </span>
            {error}
          </p>
        )}
        <label className="choice">
          <input
            type="checkbox"
            name="read"
            id="read"
            value="yes"
            {...(error && { "aria-invalid": true, "aria-describedby": "read-error" })}
          />
          I have read the evidence for every line
        </label>
      </div>
      <button className="btn" type="submit">
        Sign off theme {theme}
      </button>
    </Form>
  );
}

type ReopeningProps = Pick<Props, "code" | "theme"> & { signOff: SignOffView; failed: Failed };

function Reopening({ code, theme, signOff, failed }: ReopeningProps) {
  return (
    <Form method="post" action={paths.reopening(code, theme)} className="form" preventScrollReset noValidate>
      <input type="hidden" name="sign-off" value={signOff.id} />
      <Field
        label="Why the theme is reopened"
        id="reopening-reason"
        hint="Its ratings can then change. The sign-off and this reason stay on record."
        error={failed?.errors.reason}
      >
        {(tie) => <textarea {...tie} name="reason" rows={3} defaultValue={failed?.typed.reason} />}
      </Field>
      <button className="btn btn-quiet" type="submit">
        Reopen theme {theme}
      </button>
    </Form>
  );
}

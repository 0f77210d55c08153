/** Parts of a form: each message stands beside its field and again in the summary at the head of the page. */
import type { ReactNode } from "react";

import type { FormState } from "#app/platform/answer.ts";

/** What an action sent back, or nothing yet. */
export type Failed = FormState | undefined;

/** Lists what to mend, with a link to each field. `ids` says which element each field's message belongs to. */
export function ErrorSummary({ failed, ids = {} }: { failed: Failed; ids?: Record<string, string> }) {
  const errors = Object.entries(failed?.errors ?? {});
  if (!errors.length) return null;
  return (
    <div className="error-summary" role="alert" tabIndex={-1} aria-labelledby="error-summary">
      <h2 id="error-summary" className="h3">
        There is a problem
      </h2>
      <ul>
        {errors.map(([field, message]) => (
          <li key={field}>{field === "form" ? message : <a href={`#${ids[field] ?? field}`}>{message}</a>}</li>
        ))}
      </ul>
    </div>
  );
}

type FieldProps = {
  label: ReactNode;
  id: string;
  hint?: ReactNode;
  error?: string | undefined;
  /** Given the attributes that tie the input to its label, hint and message. */
  children: (tie: { id: string; "aria-describedby"?: string; "aria-invalid"?: true }) => ReactNode;
};

/** A label, a hint, a message and the input between them. */
export function Field({ label, id, hint, error, children }: FieldProps) {
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div className={error ? "field field-wrong" : "field"}>
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p id={`${id}-hint`} className="hint">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="error">
          <span className="vh">Error: </span>
          {error}
        </p>
      )}
      {children({
        id,
        ...(described && { "aria-describedby": described }),
        ...(error && { "aria-invalid": true as const }),
      })}
    </div>
  );
}

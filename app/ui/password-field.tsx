/** A password with a button that shows what is typed, where a script may run; without one it is a plain password field. */
import { createElement } from "react";

import { Field } from "./form.tsx";
import { useNonce } from "./nonce.ts";

type Props = {
  label: string;
  hint?: string;
  error?: string | undefined;
  autoComplete: "new-password" | "current-password";
};

export function PasswordField({ label, hint, error, autoComplete }: Props) {
  const nonce = useNonce();
  return (
    <Field label={label} id="password" hint={hint} error={error}>
      {(tie) => (
        <>
          {createElement(
            "show-password",
            { class: "show-password" },
            <input
              {...tie}
              name="password"
              type="password"
              autoComplete={autoComplete}
              autoCapitalize="none"
              spellCheck={false}
            />,
          )}
          <script type="module" src="/show-password.js" nonce={nonce} />
        </>
      )}
    </Field>
  );
}

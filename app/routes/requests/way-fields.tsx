/** What an answer without files asks for, by the way that was chosen. */
import type { AnswerKind } from "#app/models/requests/request.ts";
import { Field } from "#app/ui/form.tsx";

import type { AnsweringPage } from "./request-officer.server.ts";

type Props = {
  kind: AnswerKind;
  data: AnsweringPage;
  errors: Record<string, string>;
  /** What was typed, else what is kept. */
  said: (field: string, kept: string | null | undefined) => string;
};

export function WayFields({ kind, data, errors, said }: Props) {
  const { draft, documents } = data.answer;
  if (kind === "public") {
    return (
      <Field label="Address of the page" id="link" hint="The whole of it, beginning with https://" error={errors.link}>
        {(tie) => <input {...tie} name="link" type="url" autoComplete="off" defaultValue={said("link", draft?.link)} />}
      </Field>
    );
  }
  if (kind !== "part-of") return null;
  return (
    <>
      <Field label="Document that holds it" id="document" hint="One that you have sent already" error={errors.document}>
        {(tie) => (
          <select {...tie} name="document" defaultValue={said("document", draft?.document?.id)}>
            <option value="">Choose a document</option>
            {documents.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label="Where in it" id="place" hint="Such as page 12" error={errors.place}>
        {(tie) => <input {...tie} name="place" className="short" defaultValue={said("place", draft?.place)} />}
      </Field>
    </>
  );
}

/** What is said about all files that are sent in one go. */
import { Field } from "#app/ui/form.tsx";

import { KindField, MoreFields } from "./details-fields.tsx";

type Props = { errors: Record<string, string>; typed: Record<string, string>; asksRestricted: boolean };

export function WholeFields({ errors, typed, asksRestricted }: Props) {
  return (
    <>
      <Field
        label="Title"
        id="title"
        hint="For one piece of evidence. Left empty, and for several, the names of the files are used."
        error={errors.title}
      >
        {(tie) => <input {...tie} name="title" autoComplete="off" defaultValue={typed.title} />}
      </Field>
      <KindField errors={errors} values={typed} />
      <MoreFields errors={errors} values={typed} asksSensitivity={!asksRestricted} />
    </>
  );
}

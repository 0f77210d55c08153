/** The fields of a request, to write one and to change it. */
import { linesTyped } from "#app/models/requests/lines-typed.ts";
import { TEXT_LENGTH, type TypedRequest } from "#app/models/requests/request-draft.ts";
import { type Failed, Field } from "#app/ui/form.tsx";

/** What the form holds: its lines as they are typed. */
export type RequestFields = Omit<TypedRequest, "lines"> & { lines: string };

/** What a form of a request sent, `value` giving each field. */
export const fieldsFrom = (value: (name: string) => string): RequestFields => ({
  title: value("title"),
  text: value("text"),
  due: value("due"),
  person: value("person"),
  team: value("team"),
  lines: value("lines"),
});

/** The fields as a request can be read from them. */
export const requestFrom = (value: (name: string) => string): TypedRequest => {
  const fields = fieldsFrom(value);
  return { ...fields, lines: linesTyped(fields.lines) };
};

type Props = { fields: RequestFields; people: { id: string; name: string }[]; failed: Failed };

export function RequestFieldset({ fields, people, failed }: Props) {
  const { errors = {} } = failed ?? {};
  return (
    <>
      <Field label="Title" id="title" error={errors.title}>
        {(tie) => <input {...tie} name="title" autoComplete="off" defaultValue={fields.title} />}
      </Field>
      <Field
        label="What you ask for"
        id="text"
        hint={`What to send, for which time, and in what form. Up to ${TEXT_LENGTH} characters.`}
        error={errors.text}
      >
        {(tie) => <textarea {...tie} name="text" rows={6} defaultValue={fields.text} />}
      </Field>
      <Field
        label="Lines of enquiry that it helps with"
        id="lines"
        hint="By number, such as 1.3, 4.6. The council reads their published titles."
        error={errors.lines}
      >
        {(tie) => (
          <input {...tie} name="lines" className="request-lines" autoComplete="off" defaultValue={fields.lines} />
        )}
      </Field>
      <Field label="Due" id="due" error={errors.due}>
        {(tie) => <input {...tie} name="due" type="date" className="date" defaultValue={fields.due} />}
      </Field>
      <Field label="Who answers (optional)" id="person" error={errors.person}>
        {(tie) => (
          <select {...tie} name="person" defaultValue={fields.person}>
            <option value="">Whoever at the council can</option>
            {people.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label="Or which team (optional)" id="team" error={errors.team}>
        {(tie) => <input {...tie} name="team" autoComplete="off" defaultValue={fields.team} />}
      </Field>
    </>
  );
}

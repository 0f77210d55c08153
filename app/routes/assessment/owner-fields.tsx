/** Who sees to something, and by when. */
import { Field } from "#app/ui/form.tsx";

type Props = {
  owners: { id: string; name: string }[];
  owner: string;
  due: string;
  errors: Record<string, string>;
};

export function OwnerFields({ owners, owner, due, errors }: Props) {
  return (
    <>
      <Field label="Who sees to it (optional)" id="owner" error={errors.owner}>
        {(tie) => (
          <select {...tie} name="owner" defaultValue={owner}>
            <option value="">Nobody yet</option>
            {owners.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label="By when (optional)" id="due" error={errors.due}>
        {(tie) => <input {...tie} name="due" type="date" className="date" defaultValue={due} />}
      </Field>
    </>
  );
}

type LineFieldProps = {
  choices: { theme: string; lines: { ref: string; title: string }[] }[];
  line: string;
  error: string | undefined;
  /** What the first choice says, where none may be chosen. */
  none?: string;
};

export function LineField({ choices, line, error, none }: LineFieldProps) {
  return (
    <Field label={none ? "Line (optional)" : "Line"} id="line" error={error}>
      {(tie) => (
        <select {...tie} name="line" defaultValue={line}>
          <option value="">{none ?? "Choose a line"}</option>
          {choices.map(({ theme, lines }) => (
            <optgroup key={theme} label={theme}>
              {lines.map(({ ref, title }) => (
                <option key={ref} value={ref}>
                  {ref} {title}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      )}
    </Field>
  );
}

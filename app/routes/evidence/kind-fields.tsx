/** The fields that one kind of evidence asks beside: drawn from the registry of kinds. */
import type { EvidenceKind } from "#app/models/evidence/evidence.ts";
import type { OwnField } from "#app/models/evidence/kinds/kind.ts";
import { kinds } from "#app/models/evidence/kinds/kinds.ts";
import { ownIn, ownName } from "#app/models/evidence/kinds/own-fields.ts";
import { Field } from "#app/ui/form.tsx";

type Props = {
  kind: EvidenceKind;
  errors: Record<string, string>;
  values: Record<string, string>;
};

export function KindFields({ kind, errors, values }: Props) {
  const { title, about, fields } = kinds[kind];
  const asked = new Set<string>(fields.map(ownName));
  const others = Object.keys(ownIn(Object.entries(values)))
    .map((name) => ownName({ name }))
    .filter((name) => !asked.has(name) && values[name]);
  return (
    <fieldset className="kind-fields">
      <legend className="legend">{title}</legend>
      <p className="hint">{about}</p>
      {fields.map((field) => (
        <OwnInput
          key={`${kind} ${field.name}`}
          field={field}
          error={errors[ownName(field)]}
          value={values[ownName(field)]}
        />
      ))}
      {/* What was typed for another kind comes back with it. */}
      {others.map((name) => (
        <input key={name} type="hidden" name={name} value={values[name]} />
      ))}
    </fieldset>
  );
}

type InputProps = { field: OwnField; error: string | undefined; value: string | undefined };

function OwnInput({ field, error, value = "" }: InputProps) {
  const id = ownName(field);
  const short = field.type === "day" || field.type === "number";
  return (
    <div className={short ? "own-short" : "own-wide"}>
      <Field label={field.label} id={id} hint={field.hint} error={error}>
        {(tie) => (
          <Control tie={{ ...tie, name: id, ...(field.required && { required: true }) }} field={field} value={value} />
        )}
      </Field>
    </div>
  );
}

type Tie = { id: string; name: string; required?: true; "aria-describedby"?: string; "aria-invalid"?: true };

function Control({ tie, field, value }: { tie: Tie; field: OwnField; value: string }) {
  switch (field.type) {
    case "long":
    case "rows":
      return <textarea {...tie} rows={field.type === "rows" ? 5 : 3} defaultValue={value} />;
    case "choice":
      return (
        <select {...tie} defaultValue={value}>
          <option value="">Not stated</option>
          {field.choices.map((one) => (
            <option key={one.value} value={one.value}>
              {one.title}
            </option>
          ))}
        </select>
      );
    case "day":
      return <input {...tie} type="date" className="date" defaultValue={value} />;
    case "number":
      return (
        <input {...tie} type="text" inputMode="numeric" className="number" autoComplete="off" defaultValue={value} />
      );
    case "address":
      return <input {...tie} type="url" inputMode="url" autoComplete="off" defaultValue={value} />;
    case "text":
      return <input {...tie} type="text" autoComplete="off" defaultValue={value} />;
  }
}

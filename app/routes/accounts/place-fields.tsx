/** The fields that say what a person is and where they work. */
import { roles, roleTitle, type Side, sideOf } from "#app/models/accounts/role.ts";
import { Field } from "#app/ui/form.tsx";

type Props = {
  role: string | undefined;
  organisation: string | undefined;
  organisations: { name: string; side: Side }[];
  errors: Record<string, string>;
};

const groups = [
  { label: "Inspectorate", side: "inspectorate" },
  { label: "Council", side: "council" },
  { label: "This server", side: null },
] as const;

export function PlaceFields({ role = "", organisation, organisations, errors }: Props) {
  return (
    <>
      <Field label="Role" id="role" error={errors.role}>
        {(tie) => (
          <select {...tie} name="role" defaultValue={role}>
            <option value="">Choose a role</option>
            {groups.map(({ label, side }) => (
              <optgroup key={label} label={label}>
                {roles
                  .filter((each) => sideOf(each) === side)
                  .map((each) => (
                    <option key={each} value={each}>
                      {roleTitle(each)}
                    </option>
                  ))}
              </optgroup>
            ))}
          </select>
        )}
      </Field>
      <Field
        label="Organisation"
        id="organisation"
        hint="The council or inspectorate that the person works for. An administrator has none."
        error={errors.organisation}
      >
        {(tie) => (
          <input {...tie} name="organisation" autoComplete="off" list="organisations" defaultValue={organisation} />
        )}
      </Field>
      <datalist id="organisations">
        {organisations.map(({ name, side }) => (
          <option key={`${side} ${name}`} value={name} />
        ))}
      </datalist>
    </>
  );
}

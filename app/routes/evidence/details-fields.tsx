/** The fields that say what a piece of evidence is: the same when it is uploaded and when it is changed. */
import { evidenceKinds, evidenceKindTitle, voices, voiceTitle } from "#app/models/evidence/evidence.ts";
import { Field } from "#app/ui/form.tsx";

type Props = {
  errors: Record<string, string>;
  /** What the fields hold at first, by their names. */
  values: Record<string, string>;
};

export function DetailsFields({ errors, values }: Props) {
  return (
    <>
      <Field label="Kind" id="kind" error={errors.kind}>
        {(tie) => (
          <select {...tie} name="kind" defaultValue={values.kind || "document"}>
            {evidenceKinds.map((kind) => (
              <option key={kind} value={kind}>
                {evidenceKindTitle(kind)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field
        label="As at"
        id="asAt"
        hint="The day that it speaks of, not the day of upload. You can leave this empty."
        error={errors.asAt}
      >
        {(tie) => <input {...tie} name="asAt" type="date" className="date" defaultValue={values.asAt} />}
      </Field>
      <Field label="Whose voice it carries" id="voice" error={errors.voice}>
        {(tie) => (
          <select {...tie} name="voice" defaultValue={values.voice}>
            <option value="">Not stated</option>
            {voices.map((voice) => (
              <option key={voice} value={voice}>
                {voiceTitle(voice)}
              </option>
            ))}
          </select>
        )}
      </Field>
    </>
  );
}

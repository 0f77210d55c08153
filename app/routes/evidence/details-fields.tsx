/** The fields that say what a piece of evidence is: the same when it is uploaded and when it is changed. */
import { sensitivities, sensitivityTitle, voices, voiceTitle } from "#app/models/evidence/evidence.ts";
import { evidenceKindTitle, kindGroups } from "#app/models/evidence/kinds/kinds.ts";
import { Field } from "#app/ui/form.tsx";

type Props = {
  errors: Record<string, string>;
  /** What the fields hold at first, by their names. */
  values: Record<string, string>;
};

export function KindField({ errors, values }: Props) {
  return (
    <Field label="Kind" id="kind" error={errors.kind}>
      {(tie) => (
        <select {...tie} name="kind" defaultValue={values.kind || "document"}>
          {kindGroups.map(({ title, kinds }) => (
            <optgroup key={title} label={title}>
              {kinds.map((kind) => (
                <option key={kind} value={kind}>
                  {evidenceKindTitle(kind)}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      )}
    </Field>
  );
}

/** What is asked about every kind. */
export function MoreFields({ errors, values, asksSensitivity = true }: Props & { asksSensitivity?: boolean }) {
  return (
    <>
      <DayFields errors={errors} values={values} />
      <Choice name="voice" label="Whose voice it carries" value={values.voice} error={errors.voice}>
        <option value="">Not stated</option>
        {voices.map((voice) => (
          <option key={voice} value={voice}>
            {voiceTitle(voice)}
          </option>
        ))}
      </Choice>
      {asksSensitivity && (
        <Choice
          name="sensitivity"
          label="Sensitivity"
          hint="Restricted is what names people who use services, or could be traced to them."
          value={values.sensitivity || "internal"}
          error={errors.sensitivity}
        >
          {sensitivities.map((one) => (
            <option key={one} value={one}>
              {sensitivityTitle(one)}
            </option>
          ))}
        </Choice>
      )}
      <AnswerFields errors={errors} values={values} />
    </>
  );
}

function DayFields({ errors, values }: Props) {
  return (
    <div className="field-row">
      <Field
        label="As at"
        id="asAt"
        hint="The day that it speaks of, or the first day of a period: not the day of upload. You can leave this empty."
        error={errors.asAt}
      >
        {(tie) => <input {...tie} name="asAt" type="date" className="date" defaultValue={values.asAt} />}
      </Field>
      <Field label="Until" id="until" hint="The last day, where it speaks of a period." error={errors.until}>
        {(tie) => <input {...tie} name="until" type="date" className="date" defaultValue={values.until} />}
      </Field>
    </div>
  );
}

function AnswerFields({ errors, values }: Props) {
  return (
    <>
      <div className="field-row">
        <Field label="Owner" id="owner" hint="Who answers for it: a role, not a name." error={errors.owner}>
          {(tie) => <input {...tie} name="owner" autoComplete="off" defaultValue={values.owner} />}
        </Field>
        <Field label="Department" id="department" hint="Or the body that made it." error={errors.department}>
          {(tie) => <input {...tie} name="department" autoComplete="off" defaultValue={values.department} />}
        </Field>
      </div>
      <Field
        label="Look at it again by"
        id="reviewBy"
        hint="After this day it counts as out of date until it is renewed. Left empty, it stays in date."
        error={errors.reviewBy}
      >
        {(tie) => <input {...tie} name="reviewBy" type="date" className="date" defaultValue={values.reviewBy} />}
      </Field>
    </>
  );
}

type ChoiceProps = {
  name: string;
  label: string;
  hint?: string;
  value: string | undefined;
  error: string | undefined;
  children: React.ReactNode;
};

function Choice({ name, label, hint, value, error, children }: ChoiceProps) {
  return (
    <Field label={label} id={name} hint={hint} error={error}>
      {(tie) => (
        <select {...tie} name={name} defaultValue={value}>
          {children}
        </select>
      )}
    </Field>
  );
}

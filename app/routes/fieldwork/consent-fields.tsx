/** What is asked of whoever spoke: how their words may be used, and how they agreed. */
import { attributions, type Attribution, attributionTitle } from "#app/models/fieldwork/enquiry.ts";
import { type Failed, Field } from "#app/ui/form.tsx";

const meanings = {
  role: "Decks and files name the role and quote the words.",
  anonymous: "Decks and files quote the words. Only the team sees whose they are.",
  "not-quoted": "The team reads the note. No deck or file holds the words.",
} as const satisfies Record<Attribution, string>;

type Props = {
  typed: { attribution?: string | undefined; given?: string | undefined };
  failed: Failed;
  /** The value for notes that hold nobody's words; absent where somebody spoke. */
  seen?: string | null;
};

export function ConsentFields({ typed, failed, seen = null }: Props) {
  const { errors = {} } = failed ?? {};
  const wrong = errors.attribution;
  return (
    <>
      <fieldset className={wrong ? "choices field-wrong" : "choices"} aria-describedby={wrong && "attribution-error"}>
        <legend className="legend">How may their words be used?</legend>
        {wrong && (
          <p className="error" id="attribution-error">
            <span className="vh">Error: </span>
            {wrong}
          </p>
        )}
        {attributions.map((one, at) => (
          <label key={one} className="choice consent-choice">
            <input
              type="radio"
              id={at === 0 ? "attribution" : undefined}
              name="attribution"
              value={one}
              defaultChecked={typed.attribution === one}
            />
            <span>
              <b>{attributionTitle(one)}</b> <span className="muted">{meanings[one]}</span>
            </span>
          </label>
        ))}
        {seen && (
          <label className="choice consent-choice">
            <input type="radio" name="attribution" value={seen} defaultChecked={typed.attribution === seen} />
            <span>
              <b>Nobody spoke</b> <span className="muted">The notes hold only what inspectors saw.</span>
            </span>
          </label>
        )}
      </fieldset>
      <Field
        label="How they agreed"
        id="given"
        hint={seen ? "Such as “Spoken, at the start”. Leave empty if nobody spoke" : "Such as “Spoken, at the start”"}
        error={errors.given}
      >
        {(tie) => <input {...tie} name="given" autoComplete="off" defaultValue={typed.given} />}
      </Field>
    </>
  );
}

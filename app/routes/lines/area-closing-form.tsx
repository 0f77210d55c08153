/** Closes an area: into a strength or a weakness with the evidence that answers it, or without one and with a reason. */
import { type EnquiryOutcome, enquiryOutcomes } from "#app/models/fieldwork/enquiry.ts";
import { paths } from "#app/paths.ts";
import type { FormState } from "#app/platform/answer.ts";
import { Field } from "#app/ui/form.tsx";

import { type AreaFormProps, AreaFormShell } from "./area-forms.tsx";
import type { AreasShown } from "./areas.server.ts";

const outcomes: Record<EnquiryOutcome, string> = {
  strength: "It is a strength",
  weakness: "It is a weakness",
  nothing: "Nothing was found",
  "not-pursued": "We do not pursue it",
};

type Closing = AreasShown["closing"] & object;
type PartProps = { closing: Closing; failed: FormState | undefined };

export function ClosingForm(props: AreaFormProps) {
  const { data, finding, failed } = props;
  const closing = data.areas?.closing;
  if (!closing) return null;
  return (
    <AreaFormShell {...props} action={paths.areaClosing(data.code, finding.id)} send={`Close ${finding.name}`}>
      <Outcomes name={finding.name} closing={closing} failed={failed} />
      <Field
        label={closing.mayAdd ? "The words of the strength or weakness, or why there is none" : "Why there is none"}
        id="text"
        error={failed?.errors.text}
      >
        {(tie) => <textarea {...tie} name="text" rows={3} defaultValue={failed?.typed.text ?? closing.text} />}
      </Field>
      {closing.mayAdd && <ClosingEvidence closing={closing} failed={failed} />}
    </AreaFormShell>
  );
}

function Outcomes({ name, closing, failed }: PartProps & { name: string }) {
  const error = failed?.errors.outcome;
  const offered = enquiryOutcomes.filter((one) => closing.mayAdd || one === "nothing" || one === "not-pursued");
  return (
    <fieldset className="area-outcomes" {...(error && { "aria-describedby": "outcome-error" })}>
      <legend className="legend">What came of {name}?</legend>
      {error && (
        <p className="error" id="outcome-error">
          <span className="vh">Error: </span>
          {error}
        </p>
      )}
      {offered.map((one, at) => (
        <label key={one} className="choice">
          <input
            type="radio"
            name="outcome"
            value={one}
            id={at === 0 ? "outcome" : undefined}
            defaultChecked={failed?.typed.outcome === one}
          />
          {outcomes[one]}
        </label>
      ))}
    </fieldset>
  );
}

/** What is ticked: the first time all that came in answer, then what came back. */
const ticked = (failed: FormState | undefined, id: string) => !failed || failed.typed[`cite-${id}`] === "yes";

function ClosingEvidence({ closing: { answering, others }, failed }: PartProps) {
  return (
    <fieldset className="area-outcomes">
      <legend className="legend">Evidence that closes it</legend>
      <p className="hint">
        {answering.length
          ? "What came in answer. A strength or weakness cites what is ticked; pages and quotations can be added later."
          : "Nothing has come in answer yet. A strength or weakness needs a piece of evidence."}
      </p>
      {answering.map(({ id, name }) => (
        <label key={id} className="choice">
          <input type="checkbox" name={`cite-${id}`} value="yes" defaultChecked={ticked(failed, id)} />
          {name}
        </label>
      ))}
      <Field label={answering.length ? "Or other evidence" : "Evidence"} id="evidence" error={failed?.errors.evidence}>
        {(tie) => (
          <select {...tie} name="evidence" defaultValue={failed?.typed.evidence ?? ""}>
            <option value="">Choose from {others.length} items</option>
            {others.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
    </fieldset>
  );
}

/** Findings that left with a deck of ours and did not come back: kept, unless someone withdraws them with a reason. */
import { kindFacts } from "#app/models/findings/finding.ts";

import type { Reviewed } from "./brought.tsx";

export function GoneFindings({ gone, open }: { gone: Reviewed["gone"]; open: boolean }) {
  if (!gone.length) return null;
  return (
    <section aria-labelledby="gone" className="brought-gone">
      <h2 className="h2" id="gone">
        No longer in the deck
      </h2>
      <p>These findings were in the deck when it was exported. They stay unless you withdraw them.</p>
      {gone.map(({ key, ref, kind, text, take = false, reason = "" }) => (
        <fieldset key={key} className={`brought-point brought-${kind} brought-change`}>
          <legend>
            {ref}, {kindFacts(kind).one}
          </legend>
          <p>{text}</p>
          {open && (
            <>
              <input type="hidden" name="point" value={key} />
              <div className="choices">
                <label>
                  <input type="radio" name={`take-${key}`} value="0" defaultChecked={!take} /> Keep it
                  <span className="vh">: {text}</span>
                </label>
                <label>
                  <input type="radio" name={`take-${key}`} value="1" defaultChecked={take} /> Withdraw it
                  <span className="vh">: {text}</span>
                </label>
              </div>
              <label htmlFor={`reason-${key}`}>Why it is withdrawn</label>
              <input id={`reason-${key}`} name={`reason-${key}`} defaultValue={reason} maxLength={1000} />
            </>
          )}
        </fieldset>
      ))}
    </section>
  );
}

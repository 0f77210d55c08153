/** A finding whose words differ between here and the deck: word by word, and a choice. */
import type { ShownPoint } from "#app/models/briefing/review-page.server.ts";
import { kindFacts } from "#app/models/findings/finding.ts";

import { ChangedWords } from "./changed-words.tsx";

export function ChangedPoint({ point, open }: { point: ShownPoint; open: boolean }) {
  const { id, kind, status, take, decided, changes, ours } = point;
  if (status.is !== "changed") return null;
  const chosen = status.both && !decided ? null : take;
  return (
    <fieldset className={`brought-point brought-${kind} brought-change`}>
      <legend>
        {capital(kindFacts(kind).one)}: {status.both ? "changed here and in the deck" : "changed in the deck"}
      </legend>
      {open && <input type="hidden" name="point" value={id} />}
      {ours.length > 0 && (
        <>
          <p className="small">
            <b>Changed here</b>
          </p>
          <ChangedWords of={ours} />
        </>
      )}
      <p className="small">
        <b>{status.base === null ? "The deck beside what stands here" : "Changed in the deck"}</b>
      </p>
      <ChangedWords of={changes} />
      {open && (
        <div className="choices">
          <label>
            <input type="radio" name={`take-${id}`} value="0" defaultChecked={chosen === false} /> Keep what stands here
            <span className="vh">, point {id}</span>
          </label>
          <label>
            <input type="radio" name={`take-${id}`} value="1" defaultChecked={chosen === true} /> Take the deck’s words
            <span className="vh">, point {id}</span>
          </label>
        </div>
      )}
      {open && (
        <details>
          <summary>Write words of your own</summary>
          <label className="vh" htmlFor={`text-${id}`}>
            Words of point {id}
          </label>
          <textarea id={`text-${id}`} name={`text-${id}`} rows={3} defaultValue={point.text} />
          <p className="hint">They are taken where you choose the deck’s words.</p>
        </details>
      )}
    </fieldset>
  );
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

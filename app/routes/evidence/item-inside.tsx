/** What inspectors alone are shown: what they make of the evidence, and what rests on it. */
import { Link } from "@remix-run/react";

import { answerTitle, qualityQuestions, qualityWords } from "#app/models/evidence/appraisal.ts";
import { paths } from "#app/paths.ts";

import { countCiting, type ItemView } from "./item-view.ts";
import { StateNote } from "./citation-state.tsx";

type Inside = NonNullable<ItemView["inside"]>;

export function Appraised({ item: { code, id, mayAppraise }, inside }: { item: ItemView; inside: Inside }) {
  const { quality, reader, toRead } = inside;
  const judged = qualityQuestions.filter((one) => quality[one].answer !== null);
  return (
    <section className="item-inside" aria-labelledby="appraisal">
      <h2 id="appraisal" className="h3">
        What we make of it
      </h2>
      <p className="muted small">For inspectors. The council does not see this.</p>
      <p>{toRead ? <b>You are to read it.</b> : reader ? `${reader} is to read it.` : "Nobody is down to read it."}</p>
      {judged.length === 0 ? (
        <p>Its quality is not judged yet.</p>
      ) : (
        <dl className="quality">
          {judged.map((one) => {
            const { answer, why } = quality[one];
            return (
              <div key={one}>
                <dt>{qualityWords(one).title}</dt>
                <dd>
                  <span className={`quality-${answer}`}>{answer && answerTitle(answer)}</span>
                  {why && <span className="quality-why">{why}</span>}
                </dd>
              </div>
            );
          })}
        </dl>
      )}
      {mayAppraise && (
        <Link className="btn btn-quiet btn-small" to={paths.evidenceAppraisal(code, id)}>
          {judged.length === 0 ? "Judge its quality" : "Change what we make of it"}
        </Link>
      )}
    </section>
  );
}

export function Citing({ code, item, citing }: { code: string; item: string; citing: Inside["citing"] }) {
  const findings = countCiting({ citing });
  return (
    <section className="evidence-part" aria-labelledby="citing">
      <h2 id="citing" className="h2">
        {findings === 0
          ? "Cited by no finding yet"
          : `Cited by ${findings === 1 ? "1 finding" : `${findings} findings`}`}
      </h2>
      {findings === 0 && (
        <p className="muted">To cite it, open a line of enquiry and choose “Cite evidence” on a finding.</p>
      )}
      <ul className="citing">
        {citing.map(({ ref, title, citations }) => (
          <li key={ref}>
            <h3>
              <Link to={paths.line(code, ref)}>
                {ref} {title}
              </Link>
            </h3>
            <ul>
              {citations.map(({ id, finding, kind, name, text, locator, quote, state, place }) => (
                <li key={id} className={`citing-${kind}`}>
                  <Link className="citing-name" to={paths.line(code, ref, {}, finding)}>
                    {name}
                    <span className="vh"> on {ref}</span>
                  </Link>
                  <p>
                    {text}
                    {locator && <span className="citing-place">{locator}</span>}
                  </p>
                  {quote && (
                    <blockquote>
                      {place ? (
                        <Link to={paths.evidenceText(code, item, place, `c-${id}`)}>“{quote}”</Link>
                      ) : (
                        `“${quote}”`
                      )}
                      <StateNote state={state} />
                    </blockquote>
                  )}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  );
}

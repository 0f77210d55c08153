/** The statements that describe a line’s levels, to be ticked: the level that they propose, and what is not supported. */
import { type Descriptor, proposeLevel, type Proposal, statementKey } from "#app/models/ratings/proposed-level.ts";
import type { ScaleView } from "#app/models/readiness/readiness.ts";

import { Chip } from "./chip.tsx";

const PREFIX = "statement-";

const keyIn = (name: string): string | null => (name.startsWith(PREFIX) ? name.slice(PREFIX.length) : null);

/** The keys of the statements that a form came in with; null for no form. A field of its own for each, so that all come back. */
export const tickedIn = (typed: Record<string, string> | undefined): Set<string> | null =>
  typed ? new Set(Object.keys(typed).flatMap((name) => keyIn(name) ?? [])) : null;

/** The keys of those that are ticked in a form that is shown. */
export const tickedOn = (form: HTMLFormElement | null): Set<string> =>
  new Set([...new FormData(form ?? undefined).keys()].flatMap((name) => keyIn(name) ?? []));

type Props = {
  descriptors: Descriptor[];
  scale: ScaleView;
  ticked: ReadonlySet<string>;
  onTick(ticked: Set<string>): void;
};

export function Statements({ descriptors, scale, ticked, onTick }: Props) {
  const all = descriptors.reduce((sum, { statements }) => sum + statements.length, 0);
  const proposal = proposeLevel(descriptors, scale, ticked);
  const toggle = (key: string, on: boolean) => {
    const next = new Set(ticked);
    if (on) next.add(key);
    else next.delete(key);
    onTick(next);
  };
  return (
    <div className="state">
      <details>
        <summary>
          Statements that the evidence supports ({ticked.size} of {all})
        </summary>
        {descriptors.map(({ level, statements }) => (
          <fieldset key={level} className="state-level">
            <legend>
              <span className="vh">Statements for </span>
              {scale.levels.find(({ value }) => value === level)?.label}
            </legend>
            {statements.map((text, at) => {
              const key = statementKey(level, at + 1);
              return (
                <label key={key} className="state-one">
                  <input
                    type="checkbox"
                    name={`${PREFIX}${key}`}
                    value="1"
                    defaultChecked={ticked.has(key)}
                    onChange={(event) => toggle(key, event.currentTarget.checked)}
                  />
                  <span>{text}</span>
                </label>
              );
            })}
          </fieldset>
        ))}
        {proposal && proposal.gaps.length > 0 && (
          <div className="state-gaps">
            <p>Not supported yet:</p>
            <ul>
              {proposal.gaps.map(({ key, text }) => (
                <li key={key}>{text}</li>
              ))}
            </ul>
          </div>
        )}
      </details>
      <Proposed proposal={proposal} scale={scale} />
    </div>
  );
}

function Proposed({ proposal, scale }: { proposal: Proposal | null; scale: ScaleView }) {
  const levels = scale.levels.filter(({ value }) => proposal?.levels.includes(value));
  return (
    <p className="state-says" role="status">
      {proposal && (
        <>
          What you ticked {proposal.exact ? "supports" : `lies ${lower(proposal.words)}:`}{" "}
          {levels.map((level, at) => (
            <span key={level.value}>
              {at > 0 && " or "}
              <Chip of={level} />
            </span>
          ))}
        </>
      )}
    </p>
  );
}

const lower = (words: string) => words.charAt(0).toLowerCase() + words.slice(1);

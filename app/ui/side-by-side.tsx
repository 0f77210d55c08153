/** The ratings of one thing side by side, and what they rest on. Its styles are in `styles/rating-form.css`. */
import { Link } from "@remix-run/react";

import type { Confidence as Rests } from "#app/models/ratings/confidence.ts";
import { type Rater, raterTitle } from "#app/models/ratings/rater.ts";
import type { Beside, RatingBox } from "#app/models/readiness/rating-box.ts";
import { paths } from "#app/paths.ts";

import { Chip } from "./chip.tsx";
import { shortDate } from "./dates.ts";
import { Warning } from "./signs.tsx";

const list = new Intl.ListFormat("en-GB");

/** What the reader is told of the other rating, in one sentence. */
export function Others({ box }: { box: RatingBox }) {
  const { double, hidden, mine, standing, beside, mayRate } = box;
  if (standing.kind === "moderated") return <p className="others">Moderation has settled this rating.</p>;
  if (hidden > 0) {
    return <p className="others">Another inspector’s rating is in. You are shown it once yours is in too.</p>;
  }
  const others = beside.filter(({ rater, mine: own }) => rater === "inspector" && !own);
  if (!mayRate || (!double && others.length === 0)) return null;
  if (!mine && others.length === 0) {
    return <p className="others">Two inspectors rate this, each without seeing the other’s rating.</p>;
  }
  if (others.length === 0) {
    return (
      <p className="others">Yours is the first of two. The other inspectors are not shown it before theirs is in.</p>
    );
  }
  const told = list.format(others.map(({ who, rated }) => `${who} rated this ${rated?.label ?? ""}`));
  return (
    <p className="others">
      {told}. {standing.kind === "differs" && "Moderation settles it."}
    </p>
  );
}

/** What the rule gives, how it came about, and what would move it on. */
export function Computed({ box: { computed, mine, scale } }: { box: RatingBox }) {
  if (!computed) return null;
  const { level, label, steps, next } = computed;
  const given = scale.levels.find(({ value }) => value === level) ?? null;
  return (
    <div className="computed">
      {given ? (
        <p className="computed-gives">
          The framework’s rule gives <Chip of={given} />
        </p>
      ) : (
        label && <p>{label}</p>
      )}
      {steps.map((step) => (
        <p key={step} className="small">
          {step}
        </p>
      ))}
      {next && <p className="small">{next}</p>}
      {given && mine && mine.level !== level && (
        <p className="small">
          You rated it {scale.levels.find(({ value }) => value === mine.level)?.label}. Both are kept, with your reason.
        </p>
      )}
      {given && !mine && <p className="small">You may rate it otherwise: both are kept, with your reason.</p>}
    </div>
  );
}

export function Confidence({ of }: { of: Rests | null }) {
  if (!of) return null;
  return (
    <div className="rests">
      <p>{of.words}</p>
      {of.warnings.length > 0 && (
        <ul>
          {of.warnings.map((warning) => (
            <li key={warning}>
              <Warning /> {warning}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

const columns: readonly Rater[] = ["self", "previous", "peer", "inspector", "moderated"];

const empty = (rater: Rater, { hidden, double }: RatingBox) => {
  if (rater === "moderated") return "Not moderated yet";
  if (rater !== "inspector") return "None recorded";
  return double ? `${hidden} of 2 ratings in` : "Not rated yet";
};

type Props = { code: string; box: RatingBox; whole?: true };

/** One column for each whose rating it may be; without `whole`, only those that have one. */
export function SideBySide({ code, box, whole }: Props) {
  const { subject, ref, beside, mayCompare } = box;
  const shown = columns.filter((rater) => whole || beside.some((one) => one.rater === rater));
  return (
    <>
      <div className={whole ? "beside beside-whole" : "beside"}>
        {shown.map((rater) => {
          const those = beside.filter((one) => one.rater === rater);
          return (
            <section key={rater} aria-labelledby={`beside-${rater}`}>
              <h3 id={`beside-${rater}`}>{rater === "inspector" ? "Inspectors" : raterTitle(rater)}</h3>
              {those.map((one) => (
                <One key={`${one.who} ${one.at}`} of={one} />
              ))}
              {those.length === 0 && <p className="muted small">{empty(rater, box)}</p>}
              {rater === "inspector" && those.length > 0 && box.hidden > 0 && (
                <p className="muted small">One more is in.</p>
              )}
            </section>
          );
        })}
      </div>
      {mayCompare && (
        <p className="small">
          <Link to={paths.comparison(code, subject, ref)}>Record a self, previous or peer rating</Link>
        </p>
      )}
    </>
  );
}

function One({ of: { rater, who, rated, reason, source, overrides, statements, at } }: { of: Beside }) {
  return (
    <div className="beside-one">
      <p>
        <Chip of={rated} /> {rater === "inspector" && <b>{who}</b>}
      </p>
      <p>{reason}</p>
      {overrides && <p className="muted small">The rule gave {overrides.label}.</p>}
      {statements > 0 && (
        <p className="muted small">
          {statements} {statements === 1 ? "statement" : "statements"} ticked.
        </p>
      )}
      <p className="muted small">{source ?? shortDate(at)}</p>
    </div>
  );
}

/** Whether there is anything beside the reader's own rating. */
export const hasOthers = ({ beside }: RatingBox): boolean =>
  beside.some(({ rater, mine }) => rater !== "inspector" || !mine);

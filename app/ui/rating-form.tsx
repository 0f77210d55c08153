/** Rates a line, a theme or a judgement: a level and why. Its styles are in `styles/rating-form.css`. */
import { Form } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";

import type { RatingBox } from "#app/models/readiness/rating-box.ts";

import { Chip, StandingChip, toneClass } from "./chip.tsx";
import { shortDate } from "./dates.ts";
import { type Failed, Field } from "./form.tsx";
import { ratingIds } from "./rating-ids.ts";
import { Bars } from "./signs.tsx";
import { Statements, tickedIn, tickedOn } from "./statements.tsx";

type Level = { value: number; label: string; tone: number };

type Props = {
  box: RatingBox;
  failed: Failed;
  /** Where the form is sent; reading this address shows the page with the rating that stands. */
  action: string;
  /** What is rated, for those who do not see the heading above. */
  legend: string;
};

const named = (levels: Level[], value: number) => levels.find((level) => level.value === value) ?? null;

export function RatingForm(props: Props) {
  if (!props.box.mayRate) return <Settled box={props.box} />;
  // Another version is another form: what was ticked in it begins anew.
  return <Own {...props} key={props.box.mine?.version ?? 0} />;
}

function Own({ box, failed, action, legend }: Props) {
  const { mine, scale, descriptors } = box;
  const [ticked, setTicked] = useState(() => tickedIn(failed?.typed) ?? new Set(mine?.statements));
  const form = useRef<HTMLFormElement>(null);
  // What was ticked before the script began.
  useEffect(() => setTicked(tickedOn(form.current)), []);
  const stale = failed?.stale;
  const level = failed?.typed.level ?? (mine && String(mine.level));
  const version = stale?.version ?? failed?.typed.version ?? mine?.version ?? 0;
  return (
    <Form ref={form} method="post" action={action} className="rate" preventScrollReset noValidate>
      {stale && <Theirs levels={scale.levels} text={stale.current} />}
      <input type="hidden" name="version" value={version} />
      <LevelChoice levels={scale.levels} chosen={level ?? null} legend={legend} error={failed?.errors.level} />
      {descriptors.length > 0 && (
        <Statements descriptors={descriptors} scale={scale} ticked={ticked} onTick={setTicked} />
      )}
      <Field label="Why this rating" id={ratingIds.reason} error={failed?.errors.reason}>
        {(tie) => <textarea {...tie} name="reason" rows={5} defaultValue={failed?.typed.reason ?? mine?.reason} />}
      </Field>
      <div className="rate-end">
        <button className="btn btn-small" type="submit">
          {stale ? "Save this one instead" : "Save rating"}
        </button>
        {stale && <a href={action}>Keep the other</a>}
        {!stale && mine && <p className="muted small">You last rated this on {shortDate(mine.at)}</p>}
      </div>
    </Form>
  );
}

type ChoiceProps = {
  levels: Level[];
  chosen: string | null;
  legend: string;
  error: string | undefined;
  /** The element's, where a page has several such forms. */
  place?: string;
  /** Where no heading above says what the levels are of. */
  legendShown?: true;
};

/** A word that does not fit into a quarter of the box. */
const LONG = /\S{10}/;

/** The levels of a scale as radios that look like the ratings they give. */
export function LevelChoice({ levels, chosen, legend, legendShown, error, place = ratingIds.level }: ChoiceProps) {
  return (
    <fieldset className={error ? "field-wrong" : undefined} aria-describedby={error && `${place}-error`}>
      <legend className={legendShown ? "legend" : "vh"}>{legend}</legend>
      {error && (
        <p id={`${place}-error`} className="error">
          <span className="vh">Error: </span>
          {error}
        </p>
      )}
      <div className={levels.some(({ label }) => LONG.test(label)) ? "rate-levels rate-levels-long" : "rate-levels"}>
        {levels.map(({ value, label, tone }, at) => {
          const id = at ? `${place}-${at + 1}` : place;
          return (
            <div key={value} className="rate-level">
              <input type="radio" name="level" id={id} value={value} defaultChecked={chosen === String(value)} />
              <label htmlFor={id} className={toneClass({ tone })}>
                <Bars tone={tone} />
                {label}
              </label>
            </div>
          );
        })}
      </div>
    </fieldset>
  );
}

/** What was saved in another window meanwhile, above what was typed here: the reader keeps either. */
export function Theirs({ levels, text }: { levels: Level[]; text: Record<string, string> }) {
  if (!text.level) {
    return <p className="rate-theirs">This rating was taken back meanwhile. Save it again, or keep it taken back.</p>;
  }
  return (
    <div className="rate-theirs">
      <p>
        <b>The rating that stands now</b> <Chip of={named(levels, Number(text.level))} />
      </p>
      <blockquote>{text.reason}</blockquote>
      <p className="small">What you typed is below. Save it to replace this one, or keep this one.</p>
    </div>
  );
}

/** For those who do not rate: where the rating stands, and why. */
function Settled({ box: { standing, settled } }: { box: RatingBox }) {
  return (
    <div className="rate-standing">
      <p>
        <StandingChip of={standing} none="Not rated yet" />
      </p>
      {settled && <p>{settled}</p>}
    </div>
  );
}

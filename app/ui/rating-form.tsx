/** Rates a line or a theme: a level and why. Its styles are in `styles/rating-form.css`. */
import { Form } from "@remix-run/react";

import { Chip, toneClass } from "./chip.tsx";
import { type Failed, Field } from "./form.tsx";
import { Bars } from "./signs.tsx";

type Level = { value: number; label: string; tone: number };
type Current = { level: number; reason: string; version: number; by: string | null };

type Props = {
  scale: { levels: Level[] };
  current: Current | null;
  failed: Failed;
  /** Where the form is sent; reading this address shows the page with the rating that stands. */
  action: string;
  /** What is rated, for those who do not see the heading above. */
  legend: string;
  mayRate: boolean;
};

/** Which element each message belongs to, for the error summary. */
export const ratingIds = { level: "level", reason: "rating-reason" };

const named = (levels: Level[], value: number) => levels.find((level) => level.value === value) ?? null;

export function RatingForm({ scale, current, failed, action, legend, mayRate }: Props) {
  if (!mayRate) return <Standing scale={scale} current={current} />;
  const stale = failed?.stale;
  const level = failed?.typed.level ?? (current && String(current.level));
  const version = stale?.version ?? failed?.typed.version ?? current?.version ?? 0;
  return (
    <Form method="post" action={action} className="rate" key={current?.version ?? 0} preventScrollReset noValidate>
      {stale && <Theirs levels={scale.levels} text={stale.current} />}
      <input type="hidden" name="version" value={version} />
      <Levels levels={scale.levels} chosen={level ?? null} legend={legend} error={failed?.errors.level} />
      <Field label="Why this rating" id={ratingIds.reason} error={failed?.errors.reason}>
        {(tie) => <textarea {...tie} name="reason" rows={5} defaultValue={failed?.typed.reason ?? current?.reason} />}
      </Field>
      <div className="rate-end">
        <button className="btn btn-small" type="submit">
          {stale ? "Save mine instead" : "Save rating"}
        </button>
        {stale && <a href={action}>Keep theirs</a>}
        {!stale && current?.by && <p className="muted small">Last rated by {current.by}</p>}
      </div>
    </Form>
  );
}

type LevelsProps = { levels: Level[]; chosen: string | null; legend: string; error: string | undefined };

function Levels({ levels, chosen, legend, error }: LevelsProps) {
  return (
    <fieldset className={error ? "field-wrong" : undefined} aria-describedby={error && `${ratingIds.level}-error`}>
      <legend className="vh">{legend}</legend>
      {error && (
        <p id={`${ratingIds.level}-error`} className="error">
          <span className="vh">Error: </span>
          {error}
        </p>
      )}
      <div className="rate-levels">
        {levels.map(({ value, label, tone }, at) => {
          const id = at ? `${ratingIds.level}-${at + 1}` : ratingIds.level;
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

/** What someone else saved meanwhile, above what was typed here: the reader keeps either. */
function Theirs({ levels, text }: { levels: Level[]; text: Record<string, string> }) {
  return (
    <div className="rate-theirs">
      <p>
        <b>The rating that stands now</b> <Chip of={named(levels, Number(text.level))} />
      </p>
      <blockquote>{text.reason}</blockquote>
      <p className="small">Yours is below, as you left it. Save it to replace this one, or keep this one.</p>
    </div>
  );
}

function Standing({ scale, current }: Pick<Props, "scale" | "current">) {
  if (!current) return <p className="muted">Not rated yet.</p>;
  return (
    <div className="rate-standing">
      <p>
        <Chip of={named(scale.levels, current.level)} />
      </p>
      <p>{current.reason}</p>
      {current.by && <p className="muted small">Rated by {current.by}</p>}
    </div>
  );
}

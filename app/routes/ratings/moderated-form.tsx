/** Confirms or changes a rating in moderation: a level and why. */
import { Form } from "@remix-run/react";

import type { LevelView, RatingShown } from "#app/models/ratings/subject-moderation.ts";
import { type Failed, Field } from "#app/ui/form.tsx";
import { LevelChoice, Theirs } from "#app/ui/rating-form.tsx";

import { fieldsOf } from "./place.ts";

type Props = {
  /** What is settled, inside a sentence: "line 1.3". */
  name: string;
  place: string;
  action: string;
  levels: LevelView[];
  moderated: RatingShown | null;
  failed: Failed;
};

export function ModeratedForm({ name, place, action, levels, moderated, failed }: Props) {
  const { stale, typed, errors } = failed ?? {};
  const ids = fieldsOf(place);
  const level = typed?.level ?? (moderated?.level ? String(moderated.level.value) : null);
  return (
    <Form method="post" action={action} className="settle" preventScrollReset noValidate>
      {stale && <Theirs levels={levels} text={stale.current} />}
      <input type="hidden" name="version" value={stale?.version ?? typed?.version ?? moderated?.version ?? 0} />
      <div className="settle-level">
        <p className="settle-title" aria-hidden="true">
          Moderated rating
        </p>
        <LevelChoice
          levels={levels}
          chosen={level}
          legend={`Moderated rating of ${name}`}
          error={errors?.level}
          place={ids.level}
        />
      </div>
      <Field
        label={<>Reason{<span className="vh"> for the rating of {name}</span>}</>}
        id={ids.reason}
        error={errors?.reason}
      >
        {(tie) => <textarea {...tie} name="reason" rows={3} defaultValue={typed?.reason ?? moderated?.reason} />}
      </Field>
      <div className="settle-end">
        <button className="btn btn-small" type="submit">
          {stale ? "Save this one instead" : moderated ? "Change" : "Confirm"}
          <span className="vh"> the rating of {name}</span>
        </button>
      </div>
    </Form>
  );
}

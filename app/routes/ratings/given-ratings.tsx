/** What each inspector gave, beside each other: who, the level, and why. */
import type { RatingShown, SubjectModeration } from "#app/models/ratings/subject-moderation.ts";
import { Chip } from "#app/ui/chip.tsx";
import { initials } from "#app/ui/frame.tsx";

type Given = Pick<SubjectModeration, "inspectors" | "hidden">;

function Giver({ by, level }: Pick<RatingShown, "by" | "level">) {
  return (
    <span className="giver">
      <span className="av" aria-hidden="true">
        {initials(by)}
      </span>
      <span className="vh">{by}: </span>
      <Chip of={level} />
    </span>
  );
}

/** Levels alone, in a row. */
export function GivenLevels({ inspectors }: Pick<Given, "inspectors">) {
  return (
    <span className="givers">
      {inspectors.map((one) => (
        <Giver key={`${one.by} ${one.at}`} {...one} />
      ))}
    </span>
  );
}

/** Levels with their reasons, side by side. */
export function GivenReasons({ inspectors, hidden }: Given) {
  return (
    <>
      {inspectors.length > 0 && (
        <ul className="reasons">
          {inspectors.map(({ by, at, level, reason, mine }) => (
            <li key={`${by} ${at}`} className="reason">
              <p className="reason-head">
                <span className="av" aria-hidden="true">
                  {initials(by)}
                </span>
                <b>{by}</b>
                {mine && <span className="muted">(you)</span>}
                <Chip of={level} />
              </p>
              <p className="reason-text">{reason}</p>
            </li>
          ))}
        </ul>
      )}
      {hidden > 0 && (
        <p className="muted">
          {hidden === 1 ? "One rating is in" : `${hidden} ratings are in`}. You see it when you have rated too, or once
          it is moderated.
        </p>
      )}
    </>
  );
}

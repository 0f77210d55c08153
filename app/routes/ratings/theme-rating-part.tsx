/** The rating of the theme itself: what its lines suggest, what inspectors gave, and the form that settles it. */
import { paths } from "#app/paths.ts";
import { Chip } from "#app/ui/chip.tsx";
import { shortDate } from "#app/ui/dates.ts";
import type { Failed } from "#app/ui/form.tsx";

import { GivenReasons } from "./given-ratings.tsx";
import { ModeratedForm } from "./moderated-form.tsx";
import type { ThemeData } from "./theme-moderation-page.tsx";

export function ThemeRating({ data, failed }: { data: ThemeData; failed: Failed }) {
  const { code, theme, themeRating, themeLevels, mayDecide, signOff } = data;
  const { moderated, computed, inspectors, hidden } = themeRating;
  const place = "theme";
  return (
    <section aria-labelledby="theme-rating" id={place} className="line-box theme-box">
      <div className="line-box-head">
        <h2 className="h2" id="theme-rating">
          Theme rating
        </h2>
        {moderated && (
          <span className="settled-at">
            <span className="vh">Moderated rating: </span>
            <Chip of={moderated.level} />
          </span>
        )}
      </div>
      {computed?.label && (
        <p>
          Suggested by the lines: <b>{computed.label}</b>. {computed.next}
        </p>
      )}
      {moderated && (
        <p className="reason-text">
          {moderated.reason}{" "}
          <span className="muted small">
            {moderated.by}, {shortDate(moderated.at)}
          </span>
        </p>
      )}
      <GivenReasons inspectors={inspectors} hidden={hidden} />
      {!moderated && !inspectors.length && hidden === 0 && (
        <p className="muted">No inspector has rated the theme yet.</p>
      )}
      {mayDecide && signOff === null && hidden === 0 && (
        <ModeratedForm
          name={`theme ${theme.number}`}
          place={place}
          action={paths.moderatedTheme(code, theme.number)}
          levels={themeLevels}
          moderated={moderated}
          failed={failed}
        />
      )}
    </section>
  );
}

/** The rating of the theme itself: what its lines suggest, what inspectors gave, and the form that settles it. */
import { listed } from "#app/models/ratings/sign-off.ts";
import type { LineModeration } from "#app/models/ratings/theme-moderations.server.ts";
import { paths } from "#app/paths.ts";
import { Chip } from "#app/ui/chip.tsx";
import { shortDate } from "#app/ui/dates.ts";
import type { Failed } from "#app/ui/form.tsx";

import { GivenReasons } from "./given-ratings.tsx";
import { ModeratedForm } from "./moderated-form.tsx";
import type { ThemeData } from "./theme-moderation-page.tsx";

/** "The lines stand at 1 Poor, 3 Fair and 2 Good; 1 differs": for a framework that computes nothing, and counts nobody out. */
function linesStandAt(lines: LineModeration[]): string {
  const levels = lines.flatMap(({ group, moderated, inspectors }) =>
    group === "settled" ? (moderated?.level ?? []) : group === "agreed" ? (inspectors[0]?.level ?? []) : [],
  );
  const labels = new Map(levels.sort((a, b) => a.value - b.value).map(({ label }) => [label, 0]));
  for (const { label } of levels) labels.set(label, (labels.get(label) ?? 0) + 1);
  const counts = [...labels].map(([label, count]) => `${count} ${label}`);
  const rest = lines.length - levels.length;
  const open = rest === 0 ? "" : rest === 1 ? "; one is open" : `; ${rest} are open`;
  return counts.length ? `The lines stand at ${listed(counts)}${open}.` : "No line is agreed or settled yet.";
}

export function ThemeRating({ data, failed }: { data: ThemeData; failed: Failed }) {
  const { code, theme, lines, themeRating, themeLevels, mayDecide, signOff } = data;
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
      <p>
        {computed?.label ? (
          <>
            Suggested by the lines: <b>{computed.label}</b>. {computed.next}
          </>
        ) : (
          linesStandAt(lines)
        )}
      </p>
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

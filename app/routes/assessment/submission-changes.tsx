/** What one version says otherwise than another: words that went are struck out, words that came are underlined. */
import type { LineDifference } from "#app/models/readiness/submission.ts";
import { ChangedParts } from "#app/ui/changed-parts.tsx";

const what = { added: "Added", removed: "Left out", changed: "Changed" } as const;

type Props = { since: number; sentence: string; changes: LineDifference[] };

export function SubmissionChanges({ since, sentence, changes }: Props) {
  return (
    <section aria-labelledby="changes" className="own-submission">
      <h2 className="h2" id="changes">
        What changed since version {since}
      </h2>
      <p>{sentence}</p>
      {changes.map(({ ref, title, what: how, rating, parts }) => (
        <section key={ref} aria-labelledby={`change-${ref}`}>
          <h3 className="h3" id={`change-${ref}`}>
            <span className="tag">{what[how]}</span> {ref} {title}
          </h3>
          {rating && <p>{rating}</p>}
          <ChangedParts parts={parts} className="own-said" />
        </section>
      ))}
    </section>
  );
}

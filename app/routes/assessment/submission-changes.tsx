/** What one version says otherwise than another: words that went are struck out, words that came are underlined. */
import type { Piece } from "#app/models/frameworks/difference.ts";
import type { LineDifference } from "#app/models/readiness/submission.ts";

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
          <dl className="own-said">
            {parts.map(({ title: part, paragraphs }) => (
              <div key={part}>
                <dt>{part}</dt>
                {paragraphs.map((pieces, at) => (
                  <dd key={at}>
                    {pieces.map((piece, place) => (
                      <Words key={place} piece={piece} />
                    ))}
                  </dd>
                ))}
              </div>
            ))}
          </dl>
        </section>
      ))}
    </section>
  );
}

function Words({ piece: { text, is } }: { piece: Piece }) {
  if (is === "same") return <span>{text} </span>;
  const Mark = is === "gone" ? "del" : "ins";
  return (
    <>
      <Mark>
        <span className="vh">{is === "gone" ? "removed: " : "added: "}</span>
        {text}
      </Mark>{" "}
    </>
  );
}

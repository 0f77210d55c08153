/** What an edition changes, line by line: words that go are struck out, words that come are underlined. */
import type { Piece } from "#app/models/frameworks/difference.ts";
import type { ChangedPart, EditionChange, LineChange } from "#app/models/frameworks/edition-change.ts";

const whatWords = { added: "Added", removed: "Set aside", changed: "Changed" } as const satisfies Record<
  LineChange["what"],
  string
>;

export function EditionChanges({ change: { whole, lines } }: { change: EditionChange }) {
  return (
    <div className="changes">
      <h3 className="h3">What changes</h3>
      {!whole.length && !lines.length && <p>Nothing that is shown or worked out here.</p>}
      {whole.length > 0 && (
        <details className="change" open>
          <summary>The framework as a whole</summary>
          <Parts parts={whole} />
        </details>
      )}
      {lines.map(({ ref, title, what, parts }) =>
        parts.length ? (
          <details key={ref} className="change" open={lines.length <= 12}>
            <summary>
              <span className={`tag change-${what}`}>{whatWords[what]}</span> {ref} {title}
            </summary>
            <Parts parts={parts} />
          </details>
        ) : (
          <p key={ref} className="change">
            <span className={`tag change-${what}`}>{whatWords[what]}</span> {ref} {title}
          </p>
        ),
      )}
    </div>
  );
}

function Parts({ parts }: { parts: ChangedPart[] }) {
  return (
    <dl className="change-parts">
      {parts.map(({ title, paragraphs }) => (
        <div key={title}>
          <dt>{title}</dt>
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

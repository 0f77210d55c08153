/** What an edition changes, line by line: words that go are struck out, words that come are underlined. */
import type { EditionChange, LineChange } from "#app/models/frameworks/edition-change.ts";
import { ChangedParts } from "#app/ui/changed-parts.tsx";

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
          <ChangedParts parts={whole} className="change-parts" />
        </details>
      )}
      {lines.map(({ ref, title, what, parts }) =>
        parts.length ? (
          <details key={ref} className="change" open={lines.length <= 12}>
            <summary>
              <span className={`tag change-${what}`}>{whatWords[what]}</span> {ref} {title}
            </summary>
            <ChangedParts parts={parts} className="change-parts" />
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

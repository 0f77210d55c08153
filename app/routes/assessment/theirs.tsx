/** What a colleague saved meanwhile, above what was typed here: the reader keeps either. */
import type { Failed } from "#app/ui/form.tsx";

type Props = {
  failed: Failed;
  /** What each field is called, in the order in which it is shown. */
  titles: Record<string, string>;
  /** Where what stands now is shown. */
  keep: string;
};

export function Theirs({ failed, titles, keep }: Props) {
  const current = failed?.stale?.current;
  if (!current) return null;
  return (
    <section className="notice notice-warn theirs" aria-labelledby="theirs">
      <h2 className="h3" id="theirs">
        A colleague saved this while you were working on it
      </h2>
      <dl>
        {Object.entries(titles).flatMap(([name, title]) =>
          current[name] === undefined
            ? []
            : [
                <div key={name}>
                  <dt>{title}</dt>
                  <dd>{current[name] || "Nothing"}</dd>
                </div>,
              ],
        )}
      </dl>
      <p>
        What you typed is below. Save it to replace this, or <a href={keep}>keep what your colleague saved</a>.
      </p>
    </section>
  );
}

/** The version that a form is sent with: after a conflict that of what was shown, else that which was read. */
export const versionOf = (failed: Failed, read: number): number | string =>
  failed?.stale?.version ?? failed?.typed.version ?? read;

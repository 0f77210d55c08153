/** The head of a line’s workspace: where it is, that it is saved, what can be undone, and who else is here. */
import { Form, Link } from "@remix-run/react";

import type { UndoView } from "#app/models/ratings/undo.server.ts";
import { paths } from "#app/paths.ts";
import { Crumbs } from "#app/ui/crumbs.tsx";
import { initials } from "#app/ui/frame.tsx";
import { Tick } from "#app/ui/signs.tsx";

import type { Workspace } from "./workspace.server.ts";

export function LineHead({ data }: { data: Workspace }) {
  const { code, inspection, theme, ref, title, saved, previous, next, undo, here } = data;
  return (
    <div className="line-head">
      <div className="wide line-head-in">
        <div>
          <Crumbs
            steps={[
              [paths.inspection(code), inspection],
              [paths.theme(code, theme.number), `${theme.number} ${theme.title}`],
            ]}
          />
          <h1 className="h1">
            <span className="line-ref">{ref}</span> {title}
          </h1>
        </div>
        <div className="line-tools">
          <p className="saved" role="status">
            {saved && (
              <>
                <Tick />
                Saved {saved}
              </>
            )}
          </p>
          {undo && <Undo code={code} undo={undo} />}
          <AlsoHere names={here} />
          <nav className="steps" aria-label="Lines">
            {previous && (
              <Link className="btn btn-quiet btn-small" to={paths.line(code, previous.ref)}>
                <span aria-hidden="true">←</span> {previous.ref}
                <span className="vh"> {previous.label}</span>
              </Link>
            )}
            {next && (
              <Link className="btn btn-quiet btn-small" to={paths.line(code, next.ref)}>
                {next.ref}
                <span className="vh"> {next.label}</span> <span aria-hidden="true">→</span>
              </Link>
            )}
          </nav>
        </div>
      </div>
    </div>
  );
}

function Undo({ code, undo: { seq, words } }: { code: string; undo: UndoView }) {
  return (
    <Form method="post" action={paths.undo(code, seq)} preventScrollReset>
      <button className="btn btn-quiet btn-small" type="submit" title={words}>
        Undo<span className="vh">{words.slice("Undo".length)}</span>
      </button>
    </Form>
  );
}

/** "Second inspector", "Ann and Bob", "Ann, Bob and 2 others". */
function listed(names: string[]): string {
  const [first = "", second, ...others] = names;
  if (!second) return first;
  if (others.length === 0) return `${first} and ${second}`;
  return `${first}, ${second} and ${others.length === 1 ? "1 other" : `${others.length} others`}`;
}

function AlsoHere({ names }: { names: string[] }) {
  const [first] = names;
  if (!first) return null;
  return (
    <p className="here">
      <span className="av" aria-hidden="true">
        {initials(first)}
      </span>
      {listed(names)} {names.length === 1 ? "is" : "are"} also here
    </p>
  );
}

/** One line in moderation: what each inspector gave and why, what it rests on, and the form that settles it. */
import { Link } from "@remix-run/react";

import { findingKinds, kindFacts } from "#app/models/findings/finding.ts";
import type { LevelView } from "#app/models/ratings/subject-moderation.ts";
import type { FindingShown, LineModeration } from "#app/models/ratings/theme-moderations.server.ts";
import { paths } from "#app/paths.ts";
import { Chip } from "#app/ui/chip.tsx";
import { shortDate } from "#app/ui/dates.ts";
import type { Failed } from "#app/ui/form.tsx";
import { Warning } from "#app/ui/signs.tsx";

import { Comments } from "./comment-list.tsx";
import { GivenLevels, GivenReasons } from "./given-ratings.tsx";
import { ModeratedForm } from "./moderated-form.tsx";
import { placeOf } from "./place.ts";

/** What every part of the page of a theme needs to know. */
export type Within = {
  code: string;
  theme: number;
  levels: LevelView[];
  mayDecide: boolean;
  mayComment: boolean;
  /** Whether the theme is signed off. */
  locked: boolean;
  /** What came back of the form of this name. */
  failedIn(form: string): Failed;
};

type Props = { line: LineModeration; within: Within };

const letters = { strength: "S", weakness: "W", area: "A" } as const;

function Evidence({ line, code }: { line: LineModeration; code: string }) {
  const { ref, counts, findings, citable, cited, elsewhere } = line;
  return (
    <div className="rests">
      <p className="rests-counts">
        {findingKinds.map((kind) => (
          <span key={kind} className={`count count-${kind}`}>
            <span aria-hidden="true">
              {letters[kind]} {counts[kind]}
            </span>
            <span className="vh">
              {kindFacts(kind).title}: {counts[kind]}.{" "}
            </span>
          </span>
        ))}
        <span className="muted">
          {citable === 0 ? "Nothing to cite" : `${cited} of ${citable} cited`}
          {elsewhere.length > 0 && (
            <> · Same line elsewhere: {elsewhere.map(({ count, label }) => `${count} ${label}`).join(", ")}</>
          )}
        </span>
      </p>
      <details>
        <summary>
          Show findings<span className="vh"> of line {ref}</span>
        </summary>
        <Findings findings={findings} />
        <p className="small">
          <Link to={paths.line(code, ref)}>Open line {ref} with its evidence</Link>
        </p>
      </details>
    </div>
  );
}

function Findings({ findings }: { findings: FindingShown[] }) {
  if (!findings.length) return <p className="muted">No findings.</p>;
  return (
    <ul className="shown-findings">
      {findings.map(({ name, kind, text, cited }) => (
        <li key={name}>
          <b className={`count count-${kind}`}>{name}</b>
          <span>
            {text}
            {!cited && kind !== "area" && (
              <span className="not-cited">
                {" "}
                <Warning /> No citation yet
              </span>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}

function LineTitle({ line: { ref, title }, code }: { line: LineModeration; code: string }) {
  return (
    <h3 className="h3">
      <Link to={paths.line(code, ref)}>
        <span className="row-number">{ref}</span> {title}
      </Link>
    </h3>
  );
}

function LineForm({ line: { ref, moderated }, within }: Props) {
  return (
    <ModeratedForm
      name={`line ${ref}`}
      place={placeOf(`line:${ref}`)}
      action={paths.moderatedLine(within.code, within.theme, ref)}
      levels={within.levels}
      moderated={moderated}
      failed={within.failedIn(`line:${ref}`)}
    />
  );
}

function LineComments({ line: { ref, comments }, within }: Props) {
  const subject = `line:${ref}`;
  return (
    <Comments
      {...within}
      subject={subject}
      name={`line ${ref}`}
      comments={comments}
      failed={within.failedIn(`comment:${subject}`)}
    />
  );
}

/** A line that inspectors see differently, or that one of them has rated. */
export function OpenLine({ line, within }: Props) {
  const { mayDecide, locked, code } = within;
  const rated = line.inspectors.length > 0;
  return (
    <article className="line-box" id={placeOf(`line:${line.ref}`)}>
      <div className="line-box-head">
        <LineTitle line={line} code={code} />
        <GivenLevels inspectors={line.inspectors} />
      </div>
      <GivenReasons {...line} />
      {!rated && line.hidden === 0 && <p className="muted">No inspector has rated this line yet.</p>}
      <Evidence line={line} code={code} />
      {mayDecide && !locked && rated && line.hidden === 0 && <LineForm line={line} within={within} />}
      <LineComments line={line} within={within} />
    </article>
  );
}

/** A line on which inspectors agree: ticked to be confirmed with the others, or settled otherwise by itself. */
export function AgreedLine({ line, within }: Props) {
  const { ref, title, inspectors, citable, cited } = line;
  const { mayDecide, locked, code, failedIn } = within;
  const level = inspectors[0]?.level?.value;
  const may = mayDecide && !locked;
  const open = failedIn(`line:${ref}`) !== undefined || line.comments.some(({ resolved }) => !resolved);
  return (
    <li className="agreed-line" id={placeOf(`line:${ref}`)}>
      <div className="agreed-head">
        {may ? (
          <label className="choice">
            <input type="checkbox" name="line" value={`${ref}:${level}`} form="agreed" defaultChecked />
            <span>
              <span className="vh">Confirm </span>
              <span className="row-number">{ref}</span> {title}
            </span>
          </label>
        ) : (
          <span>
            <span className="row-number">{ref}</span> {title}
          </span>
        )}
        <span className="agreed-end">
          <GivenLevels inspectors={inspectors} />
          <span className="muted">{citable === 0 ? "Nothing to cite" : `${cited} of ${citable} cited`}</span>
        </span>
      </div>
      <details open={open}>
        <summary>
          {may ? "Reasons, findings and another rating" : "Reasons and findings"}
          <span className="vh"> of line {ref}</span>
        </summary>
        <div className="agreed-in">
          <GivenReasons {...line} />
          <Evidence line={line} code={code} />
          {may && <LineForm line={line} within={within} />}
          <LineComments line={line} within={within} />
        </div>
      </details>
    </li>
  );
}

/** A line that is settled: what it stands at, and the way to change it. */
export function SettledLine({ line, within }: Props) {
  const { ref, moderated } = line;
  const { mayDecide, locked, code, failedIn } = within;
  const failed = failedIn(`line:${ref}`);
  return (
    <article className="line-box line-settled" id={placeOf(`line:${ref}`)}>
      <div className="line-box-head">
        <LineTitle line={line} code={code} />
        <span className="settled-at">
          <span className="vh">Moderated rating: </span>
          <Chip of={moderated?.level ?? null} />
        </span>
      </div>
      {moderated && (
        <p className="reason-text">
          {moderated.reason}{" "}
          <span className="muted small">
            {moderated.by}, {shortDate(moderated.at)}
          </span>
        </p>
      )}
      <details open={failed !== undefined}>
        <summary>
          {mayDecide && !locked ? "What inspectors gave, and change" : "What inspectors gave"}
          <span className="vh">: line {ref}</span>
        </summary>
        <div className="agreed-in">
          <GivenReasons {...line} />
          <Evidence line={line} code={code} />
          {mayDecide && !locked && <LineForm line={line} within={within} />}
        </div>
      </details>
      <LineComments line={line} within={within} />
    </article>
  );
}

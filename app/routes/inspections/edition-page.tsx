/** What the inspection follows, what a newer edition would change, and the forms to move there and back. */
import { Form, Link } from "@remix-run/react";

import type { EditionName, UpgradePage } from "#app/models/inspections/upgrades.server.ts";
import { paths } from "#app/paths.ts";
import { shortDate, timeOf } from "#app/ui/dates.ts";
import { ErrorSummary, type Failed } from "#app/ui/form.tsx";

import type { EditionData } from "./edition.tsx";
import { EditionChanges } from "./edition-changes.tsx";

type Props = { data: EditionData; failed: Failed };

export function EditionView({ data, failed }: Props) {
  const { code, slug, pinned, preview, last, counterparts } = data;
  return (
    <>
      <ErrorSummary failed={failed} />
      <h1 className="h1">Framework and edition</h1>
      <p className="lede">
        An inspection keeps the edition that it was opened under. A newer one changes nothing here until the lead
        inspector accepts it.
      </p>
      <dl className="summary">
        <dt>Framework</dt>
        <dd>
          <Link to={paths.framework(slug)}>{pinned.title}</Link>
        </dd>
        <dt>Edition followed here</dt>
        <dd>{nameOf(pinned)}</dd>
        {counterparts.length > 0 && (
          <>
            <dt>See it through</dt>
            <dd>
              {counterparts.map((other) => (
                <p key={other.slug}>
                  <Link to={paths.through(code, other.slug)}>{other.title}</Link>
                </p>
              ))}
            </dd>
          </>
        )}
      </dl>
      {last && <Last data={data} last={last} />}
      {preview ? (
        <Preview data={data} preview={preview} />
      ) : (
        <p>There is no newer edition of this framework than the one followed here.</p>
      )}
    </>
  );
}

/** "2007, added 18 July 2026 at 2:32pm": two editions may bear the same name. */
const nameOf = ({ edition, addedAt }: EditionName) => `${edition}, added ${shortDate(addedAt)} at ${timeOf(addedAt)}`;

function Last({ data: { code, mayUpgrade }, last }: { data: EditionData; last: NonNullable<UpgradePage["last"]> }) {
  return (
    <section className="notice" aria-labelledby="last-title">
      <h2 className="h3" id="last-title">
        Moved from edition {nameOf(last.from)}
      </h2>
      <p>
        {last.by ? `By ${last.by}, ` : ""}
        {shortDate(last.at)} at {timeOf(last.at)}. Lines that the newer edition does not have were set aside with all
        that they hold. Undoing brings them back as they were; what was recorded since then stays.
      </p>
      {mayUpgrade && (
        <Form method="post" action={paths.editionUndo(code)}>
          <button className="btn btn-quiet" type="submit">
            Undo the move to this edition
          </button>
        </Form>
      )}
    </section>
  );
}

const lines = (count: number) => `${count} ${count === 1 ? "line" : "lines"}`;

function Preview({ data, preview }: { data: EditionData; preview: NonNullable<UpgradePage["preview"]> }) {
  const { code, pinned, newer, mayUpgrade } = data;
  const { to, change, whyNot } = preview;
  const count = (what: "added" | "removed" | "changed") => change.lines.filter((one) => one.what === what).length;
  return (
    <section className="upgrade" aria-labelledby="newer-title">
      <h2 className="h2" id="newer-title">
        A newer edition: {nameOf(to)}
      </h2>
      <p>
        {lines(count("added"))} added, {count("removed")} set aside, {count("changed")} changed. {lines(change.same)}{" "}
        stay as they are.
      </p>
      {newer.length > 1 && (
        <p>
          Other newer editions:{" "}
          {newer
            .filter(({ id }) => id !== to.id)
            .map((other) => (
              <Link key={other.id} to={`${paths.edition(code)}?to=${other.id}`}>
                {nameOf(other)}
              </Link>
            ))}
        </p>
      )}
      <Kept preview={preview} />
      {whyNot && <p className="notice notice-warn">{whyNot}</p>}
      {!whyNot && mayUpgrade && (
        <Form method="post" action={paths.edition(code)} className="actions">
          <input type="hidden" name="from" value={pinned.id} />
          <input type="hidden" name="to" value={to.id} />
          <button className="btn" type="submit">
            Move this inspection to edition {to.edition}
          </button>
          <span className="muted">You can undo it while the inspection is in draft or moderation.</span>
        </Form>
      )}
      <EditionChanges change={change} />
    </section>
  );
}

function Kept({ preview: { setAside } }: { preview: NonNullable<UpgradePage["preview"]> }) {
  return (
    <div className="prose">
      <h3 className="h3">What becomes of what you recorded</h3>
      <ul>
        <li>Findings, citations and notes stay where they are.</li>
        <li>Ratings stay as they were given. What a rule made of them is not worked out again.</li>
        {setAside.map(({ ref, title, findings, cited }) => (
          <li key={ref}>
            Line {ref} {title} is set aside: its page still opens, and it counts nowhere.{" "}
            {findings === 0
              ? "It holds no findings."
              : `It keeps its ${findings} ${findings === 1 ? "finding" : "findings"}, ${cited} of them cited.`}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The page of a theme in moderation: differences first, then what is left to confirm, then what is settled. */
import { Form, Link } from "@remix-run/react";

import { themeSummary } from "#app/models/ratings/moderation.ts";
import { AGREED } from "#app/models/ratings/agreed.ts";
import type { LineModeration, ThemeModerationPage as Theme } from "#app/models/ratings/theme-moderations.server.ts";
import { paths } from "#app/paths.ts";
import { Crumbs } from "#app/ui/crumbs.tsx";
import { shortDate, timeOf } from "#app/ui/dates.ts";
import { ErrorSummary, type Failed, Field } from "#app/ui/form.tsx";

import { AgreementWords } from "./agreement-words.tsx";
import { CommentList } from "./comment-list.tsx";
import { AgreedLine, OpenLine, SettledLine, type Within } from "./line-moderation.tsx";
import { fieldsOf, placeOf } from "./place.ts";
import { SignedOff, SignOffPart } from "./sign-off-part.tsx";
import { ThemeRating } from "./theme-rating-part.tsx";

export type ThemeData = Theme & { code: string };

/** Which of the page's forms came back, and how. */
export type FailedForm = { form: string; state: Failed };

const fixed: Record<string, Record<string, string>> = {
  agreed: { line: "agreed-lines", reason: "agreed-reason" },
  "sign-off": { read: "read" },
  reopening: { reason: "reopening-reason" },
};

export function ThemeModerationPage({ data, failed }: { data: ThemeData; failed?: FailedForm }) {
  const { code, theme, lines, levels, mayDecide, mayComment, signOff, edits, comments } = data;
  const failedIn = (form: string) => (failed?.form === form ? failed.state : undefined);
  const within: Within = {
    code,
    theme: theme.number,
    levels,
    mayDecide,
    mayComment,
    locked: signOff !== null,
    failedIn,
  };
  const subject = `theme:${theme.number}`;
  return (
    <main id="main" className="wide page moderation">
      <ErrorSummary failed={failed?.state} ids={failed ? (fixed[failed.form] ?? fieldsOf(placeOf(failed.form))) : {}} />
      <Head data={data} />
      <SignedOff code={code} theme={theme.number} signOff={signOff} edits={edits} />
      <ThemeRating data={data} failed={failedIn("theme")} />
      <Lines lines={lines} within={within} />
      <section aria-labelledby="theme-comments">
        <h2 className="h2" id="theme-comments">
          Comments on the theme
        </h2>
        <CommentList
          code={code}
          subject={subject}
          name={`theme ${theme.number}`}
          comments={comments}
          mayComment={mayComment}
          failed={failedIn(`comment:${subject}`)}
        />
      </section>
      <SignOffPart {...data} theme={theme.number} failed={failedIn("sign-off") ?? failedIn("reopening")} />
      <Log data={data} />
    </main>
  );
}

function Head({ data: { code, theme, judgement, lines, previous, next, agreement } }: { data: ThemeData }) {
  const differ = lines.filter(({ group }) => group === "differs").length;
  return (
    <div className="theme-head">
      <div>
        <Crumbs
          steps={[[paths.moderation(code), "Moderation"]]}
          here={`Judgement ${judgement.number}: ${judgement.title}`}
        />
        <h1 className="h1">
          <span className="row-number">{theme.number}</span> {theme.title}
        </h1>
        <p className="lede">
          {themeSummary(lines.length, differ)}. <AgreementWords agreement={agreement} />
        </p>
      </div>
      <nav className="bar-end" aria-label="Themes in moderation">
        {previous !== null && (
          <Link className="btn btn-quiet btn-small" to={paths.themeModeration(code, previous)}>
            <span aria-hidden="true">←</span> Theme {previous}
          </Link>
        )}
        {next !== null && (
          <Link className="btn btn-quiet btn-small" to={paths.themeModeration(code, next)}>
            Theme {next} <span aria-hidden="true">→</span>
          </Link>
        )}
      </nav>
    </div>
  );
}

const titles = {
  differs: "Differences first",
  single: "One rating only",
  waiting: "Waiting for your rating",
  none: "Not rated",
} as const;

function Lines({ lines, within }: { lines: LineModeration[]; within: Within }) {
  const agreed = lines.filter(({ group }) => group === "agreed");
  const settled = lines.filter(({ group }) => group === "settled");
  const open = (group: keyof typeof titles) => <OpenLines lines={lines} group={group} within={within} />;
  return (
    <>
      {open("differs")}
      {open("single")}
      {agreed.length > 0 && <Agreed lines={agreed} within={within} />}
      {settled.length > 0 && (
        <section aria-labelledby="settled">
          <h2 className="h2" id="settled">
            Settled <span className="muted">{settled.length}</span>
          </h2>
          {settled.map((line) => (
            <SettledLine key={line.ref} line={line} within={within} />
          ))}
        </section>
      )}
      {open("waiting")}
      {open("none")}
    </>
  );
}

type OpenProps = { lines: LineModeration[]; group: keyof typeof titles; within: Within };

function OpenLines({ lines, group, within }: OpenProps) {
  const own = lines.filter((line) => line.group === group);
  if (!own.length) return null;
  return (
    <section aria-labelledby={`group-${group}`}>
      <h2 className="h2" id={`group-${group}`}>
        {titles[group]} <span className="muted">{own.length}</span>
      </h2>
      {own.map((line) => (
        <OpenLine key={line.ref} line={line} within={within} />
      ))}
    </section>
  );
}

function Agreed({ lines, within }: { lines: LineModeration[]; within: Within }) {
  const { code, theme, mayDecide, locked, failedIn } = within;
  const failed = failedIn("agreed");
  return (
    <section aria-labelledby="group-agreed">
      <h2 className="h2" id="group-agreed">
        Agreed <span className="muted">{lines.length}</span>
      </h2>
      <ul className="agreed" id="agreed-lines" tabIndex={-1}>
        {lines.map((line) => (
          <AgreedLine key={line.ref} line={line} within={within} />
        ))}
      </ul>
      {mayDecide && !locked && (
        <Form
          method="post"
          action={paths.agreedLines(code, theme)}
          className="agreed-form"
          id="agreed"
          preventScrollReset
          noValidate
        >
          {failed?.errors.line && <p className="error">{failed.errors.line}</p>}
          <Field
            label="Reason"
            id="agreed-reason"
            hint="Each line keeps this and, after it, the reason that an inspector gave."
            error={failed?.errors.reason}
          >
            {(tie) => <input {...tie} name="reason" autoComplete="off" defaultValue={failed?.typed.reason ?? AGREED} />}
          </Field>
          <button className="btn" type="submit">
            {lines.length === 1 ? "Confirm the agreed line" : `Confirm ${lines.length} agreed lines`}
          </button>
        </Form>
      )}
    </section>
  );
}

function Log({ data: { log, reopened } }: { data: ThemeData }) {
  if (!log.length) return null;
  return (
    <section aria-labelledby="log">
      <h2 className="h2" id="log">
        Log of this theme
      </h2>
      {reopened.length > 0 && (
        <p className="muted">Signed off and reopened {reopened.length === 1 ? "once" : `${reopened.length} times`}.</p>
      )}
      <ol className="feed">
        {log.map(({ at, who, words, reason }) => (
          <li key={`${at} ${words}`}>
            <time dateTime={at}>
              {shortDate(at)}, {timeOf(at)}
            </time>
            <p>
              <b>{who}</b> {words}
              {reason && `: “${reason}”`}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}

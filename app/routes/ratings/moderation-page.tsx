/** Moderation of the whole inspection: each theme with its differences, how far inspectors agree, and what comes next. */
import { Link } from "@remix-run/react";

import { themeSummary } from "#app/models/ratings/moderation.ts";
import type { JudgementModeration, ThemeModeration } from "#app/models/ratings/moderations.server.ts";
import { paths } from "#app/paths.ts";
import { Chip } from "#app/ui/chip.tsx";
import { shortDate } from "#app/ui/dates.ts";
import { ErrorSummary, type Failed } from "#app/ui/form.tsx";

import { AgreementWords } from "./agreement-words.tsx";
import { GivenReasons } from "./given-ratings.tsx";
import { ModeratedForm } from "./moderated-form.tsx";
import { fieldsOf } from "./place.ts";

export type ModerationData = {
  code: string;
  mayDecide: boolean;
  doubleRating: boolean;
  judgements: JudgementModeration[];
};

type FailedJudgement = { judgement: number; state: Failed };

const placeOfJudgement = (number: number) => `judgement-${number}`;

export function ModerationPage({ data, failed }: { data: ModerationData; failed?: FailedJudgement }) {
  const { code, judgements, doubleRating } = data;
  const themes = judgements.flatMap((judgement) => judgement.themes);
  const signed = themes.filter(({ signedOff }) => signedOff).length;
  const differ = themes.reduce((sum, { groups }) => sum + groups.differs, 0);
  return (
    <main id="main" className="wide page moderation">
      <ErrorSummary failed={failed?.state} ids={failed ? fieldsOf(placeOfJudgement(failed.judgement)) : {}} />
      <h1 className="h1">Moderation</h1>
      <p className="lede">
        {differ === 0 ? "No line waits for a difference to be settled" : differenceWords(differ)}. {signed} of{" "}
        {themes.length} themes {signed === 1 ? "is" : "are"} signed off.
      </p>
      {!doubleRating && (
        <p className="notice">One inspector rates in this inspection, so there is nothing to compare.</p>
      )}
      {judgements.map((judgement) => (
        <Judgement
          key={judgement.number}
          judgement={judgement}
          data={data}
          failed={failed?.judgement === judgement.number ? failed.state : undefined}
        />
      ))}
      <p>
        <Link to={paths.comments(code)}>All comments</Link>
      </p>
      <HowMeasured />
    </main>
  );
}

const differenceWords = (count: number) =>
  count === 1 ? "On one line inspectors differ" : `On ${count} lines inspectors differ`;

type JudgementProps = { judgement: JudgementModeration; data: ModerationData; failed: Failed };

function Judgement({ judgement, data, failed }: JudgementProps) {
  const { number, title, themes, agreement } = judgement;
  return (
    <section aria-labelledby={`judgement-${number}-title`} className="judged">
      <h2 className="h2" id={`judgement-${number}-title`}>
        Judgement {number}: {title}
      </h2>
      <p>
        <AgreementWords agreement={agreement} />
      </p>
      <div className="table-box" tabIndex={0} role="region" aria-label={`Themes of judgement ${number}`}>
        <table className="themes">
          <caption className="vh">Themes of judgement {number} in moderation</caption>
          <thead>
            <tr>
              <th scope="col">Theme</th>
              <th scope="col">Lines</th>
              <th scope="col">Agreement</th>
              <th scope="col">Signed off</th>
              <th scope="col">Next</th>
            </tr>
          </thead>
          <tbody>
            {themes.map((theme) => (
              <ThemeRow key={theme.number} code={data.code} theme={theme} />
            ))}
          </tbody>
        </table>
      </div>
      <JudgementRating judgement={judgement} data={data} failed={failed} />
    </section>
  );
}

function ThemeRow({ code, theme }: { code: string; theme: ThemeModeration }) {
  const { number, title, lines, groups, agreement, signOff, edits, openComments, next } = theme;
  return (
    <tr>
      <th scope="row">
        <Link to={paths.themeModeration(code, number)}>
          {number} {title}
        </Link>
      </th>
      <td data-label="Lines">
        {themeSummary(lines, groups.differs)}
        {openComments > 0 && (
          <span className="muted cell-more">
            {openComments === 1 ? "1 open comment" : `${openComments} open comments`}
          </span>
        )}
      </td>
      <td data-label="Agreement">
        <AgreementWords agreement={agreement} />
      </td>
      <td data-label="Signed off">
        {signOff ? `${signOff.by}, ${shortDate(signOff.at)}` : "Not yet"}
        {edits > 0 && <span className="tag tag-warn cell-more">Edited after sign-off</span>}
      </td>
      <td data-label="Next">{next}</td>
    </tr>
  );
}

function JudgementRating({ judgement: { number, levels, rating }, data, failed }: JudgementProps) {
  const { moderated, computed, inspectors, hidden } = rating;
  const place = placeOfJudgement(number);
  return (
    <div className="line-box" id={place}>
      <div className="line-box-head">
        <h3 className="h3">Rating of judgement {number}</h3>
        <span className="settled-at">
          <span className="vh">Moderated rating: </span>
          <Chip of={moderated?.level ?? null} none="Not moderated" />
        </span>
      </div>
      {computed?.label && (
        <p>
          Suggested by the themes: <b>{computed.label}</b>. {computed.next}
        </p>
      )}
      {moderated && (
        <p className="reason-text">
          {moderated.reason}{" "}
          <span className="muted small">
            {moderated.by}, {shortDate(moderated.at)}
          </span>
        </p>
      )}
      <GivenReasons inspectors={inspectors} hidden={hidden} />
      {data.mayDecide && hidden === 0 && (
        <details open={failed !== undefined}>
          <summary>
            {moderated ? "Change" : "Settle"} the rating of judgement {number}
          </summary>
          <ModeratedForm
            name={`judgement ${number}`}
            place={place}
            action={paths.moderatedJudgement(data.code, number)}
            levels={levels}
            moderated={moderated}
            failed={failed}
          />
        </details>
      )}
    </div>
  );
}

function HowMeasured() {
  return (
    <details>
      <summary>How agreement is measured</summary>
      <div className="prose">
        <p>
          Each line that two inspectors rated is one pair. Weighted kappa sets how far apart the pairs are against how
          far apart they would be by chance: 1 is full agreement, 0 is no more than chance gives, and less than 0 is
          less than that. A pair two levels apart counts twice as much as a pair one level apart.
        </p>
        <p>
          Under five pairs the figure would say more than is known, so none is shown. It describes how the raters
          worked. It does not say who is right.
        </p>
        <p>
          <Link to={paths.helpPage("moderation")}>Rating, moderation and publication explained</Link>
        </p>
      </div>
    </details>
  );
}

/** Draws a summary: the same page for either side. */
import type { SummaryView } from "#app/models/readiness/summary.ts";
import { StandingChip } from "#app/ui/chip.tsx";
import { longDate } from "#app/ui/dates.ts";

export function SummaryPage({ view }: { view: SummaryView }) {
  const { council, title, day, facts, sentence, figures, judgements, gaps } = view;
  return (
    <article className="one-page">
      <header>
        <p className="muted">
          {council}, {longDate(day)}
        </p>
        <h1 className="h1">{title}</h1>
        <p className="lede">{sentence}</p>
      </header>
      <div className="one-page-facts">
        <Facts title="Where it stands" facts={facts} />
        <Facts title="Readiness" facts={figures} />
      </div>
      {judgements.map((judgement) => (
        <Judgement key={judgement.title} judgement={judgement} />
      ))}
      {gaps.length > 0 && (
        <section>
          <h2 className="h3">What is most pressing</h2>
          <ul className="one-page-gaps">
            {gaps.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </section>
      )}
    </article>
  );
}

function Facts({ title, facts }: { title: string; facts: SummaryView["facts"] }) {
  return (
    <section>
      <h2 className="h3">{title}</h2>
      <dl>
        {facts.map(({ name, value }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Judgement({ judgement: { title, rating, heads, themes } }: { judgement: SummaryView["judgements"][number] }) {
  return (
    <section className="one-page-judgement">
      <h2 className="h3">
        {title} {rating && <StandingChip of={rating} none="Not rated yet" />}
      </h2>
      <table>
        <caption className="vh">{title}</caption>
        <thead>
          <tr>
            {heads.map((head) => (
              <th scope="col" key={head}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {themes.map((theme) => (
            <tr key={theme.title}>
              <th scope="row">{theme.title}</th>
              <td>{typeof theme.rating === "string" ? theme.rating : <StandingChip of={theme.rating} />}</td>
              <td>{theme.ready}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

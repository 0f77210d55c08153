/** The inspections as a table that can be sorted; on a phone each row is a card. Readiness and ratings stand apart. */
import type { PortfolioQuery, PortfolioRow, PortfolioSort } from "#app/models/readiness/portfolio.ts";
import { summarySentence } from "#app/models/readiness/readiness.ts";
import { paths } from "#app/paths.ts";
import { StandingChip } from "#app/ui/chip.tsx";
import { shortDate } from "#app/ui/dates.ts";
import { Link } from "#app/ui/link.tsx";
import { Meter } from "#app/ui/meter.tsx";

const columns: { by: PortfolioSort | null; title: string }[] = [
  { by: "title", title: "Inspection" },
  { by: "stage", title: "Stage" },
  { by: "briefing", title: "Briefing" },
  { by: "ready", title: "How far" },
  { by: "cited", title: "Cited" },
  { by: null, title: "How good" },
];

export function PortfolioTable({ rows, query }: { rows: PortfolioRow[]; query: PortfolioQuery }) {
  const now = query.sort ?? "briefing";
  return (
    <div className="table-box" tabIndex={0} role="region" aria-label="Your inspections">
      <table className="folio">
        <caption className="vh">Your inspections</caption>
        <thead>
          <tr>
            {columns.map(({ by, title }) => (
              <th
                key={title}
                scope="col"
                aria-sort={by === now ? (by === "briefing" ? "descending" : "ascending") : undefined}
              >
                {by ? (
                  <Link className="sort" to={paths.inspections({ ...query, sort: by === "briefing" ? undefined : by })}>
                    {title}
                  </Link>
                ) : (
                  title
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.code} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

const days = (count: number, what = "") => `${count.toLocaleString("en-GB")} ${what}${count === 1 ? "day" : "days"}`;

const untilWords = (count: number) => (count > 0 ? `in ${days(count)}` : count === 0 ? "today" : "past");

function Row({ row }: { row: PortfolioRow }) {
  const { code, title, kind, council, framework, date, part, rehearsal, stageWords, left } = row;
  return (
    <tr>
      <th scope="row">
        <span className="folio-title">
          <Link to={paths.inspection(code)}>{title}</Link>
          <span>{council}</span>
          <span className="muted small">
            {framework}. You take part as {part.toLowerCase()}.
          </span>
          {rehearsal && (
            <span>
              <span className="tag">Rehearsal</span>
            </span>
          )}
        </span>
      </th>
      <td data-head="Stage">
        <span className="tag">{stageWords}</span>
        {left !== null && <span className="folio-part muted small">{days(left, "working ")} left</span>}
      </td>
      <td data-head="Briefing">
        {kind}
        <span className="folio-part">{shortDate(date)}</span>
        <span className="folio-part muted small">{untilWords(row.days)}</span>
      </td>
      <td data-head="How far">
        <HowFar row={row} />
      </td>
      <td data-head="Cited">{row.readiness && <Cited readiness={row.readiness} />}</td>
      <td data-head="How good">{row.ratings.length > 0 && <Ratings ratings={row.ratings} />}</td>
    </tr>
  );
}

function HowFar({ row: { readiness, own } }: { row: PortfolioRow }) {
  if (readiness) {
    const { lines, counts } = readiness;
    return (
      <span className="folio-meter" title={summarySentence(readiness)}>
        <span>
          {counts.ready} of {lines} lines ready
        </span>
        <Meter of={lines || 1} done={counts.ready} />
      </span>
    );
  }
  if (!own) return null;
  return (
    <span className="folio-meter">
      <span>
        {own.assessed} of {own.lines} lines assessed
      </span>
      <Meter of={own.lines || 1} done={own.assessed} />
      <span className="small">
        {own.waiting} {own.waiting === 1 ? "request" : "requests"} to answer
        {own.overdue > 0 && `, ${own.overdue} overdue`}
      </span>
    </span>
  );
}

function Cited({ readiness: { cited, citable } }: { readiness: NonNullable<PortfolioRow["readiness"]> }) {
  if (citable === 0) return <span className="muted">Nothing to cite yet</span>;
  return (
    <span className="folio-meter">
      <span>
        {cited} of {citable}
      </span>
      <Meter of={citable} done={cited} />
    </span>
  );
}

const Ratings = ({ ratings }: Pick<PortfolioRow, "ratings">) => (
  <ul className="folio-ratings">
    {ratings.map(({ title, standing }) => (
      <li key={title}>
        <span className="small">{title}</span>
        <StandingChip of={standing} />
      </li>
    ))}
  </ul>
);

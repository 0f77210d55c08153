/** What was published, drawn from its text alone. */
import type { Briefing } from "#app/models/briefing/briefing.ts";
import type { Published } from "#app/models/briefing/published.ts";
import { Chip } from "#app/ui/chip.tsx";

type Tones = Record<string, number>;
type Line = Briefing["judgements"][number]["themes"][number]["lines"][number];
type Finding = Line["strengths"][number];

export function PublishedBody({ published: { briefing }, tones }: { published: Published; tones: Tones }) {
  return (
    <div className="published">
      {briefing.judgements.map(({ number, title, rating, themes }) => (
        <section key={number} aria-labelledby={`published-${number}`}>
          <div className="published-title">
            <h2 className="h2" id={`published-${number}`}>
              Judgement {number}: {title}
            </h2>
            <Level rating={rating} tones={tones} />
          </div>
          <Reason rating={rating} />
          {themes.map((theme) => (
            <section key={theme.number} className="published-theme" aria-labelledby={`published-theme-${theme.number}`}>
              <div className="published-title">
                <h3 className="h3" id={`published-theme-${theme.number}`}>
                  {theme.number} {theme.title}
                </h3>
                <Level rating={theme.rating} tones={tones} />
              </div>
              <Reason rating={theme.rating} />
              {theme.lines.map((line) => (
                <LinePart key={line.ref} line={line} tones={tones} />
              ))}
            </section>
          ))}
        </section>
      ))}
      <Sources evidence={briefing.evidence} />
    </div>
  );
}

type Rating = Line["rating"];

function Level({ rating, tones }: { rating: Rating; tones: Tones }) {
  if (!rating) return null;
  const { level } = rating;
  const known = tones[level];
  return known === undefined ? <b>{level}</b> : <Chip of={{ label: level, tone: known }} />;
}

const Reason = ({ rating }: { rating: Rating }) => (rating ? <p>{rating.reason}</p> : null);

const lists = [
  { key: "strengths", title: "Strengths" },
  { key: "weaknesses", title: "Weaknesses" },
  { key: "areas", title: "Areas to explore" },
] as const;

function LinePart({ line, tones }: { line: Line; tones: Tones }) {
  return (
    <div className="published-line">
      <div className="published-title">
        <h4>
          {line.ref} {line.title}
        </h4>
        <Level rating={line.rating} tones={tones} />
      </div>
      <Reason rating={line.rating} />
      {lists.map(
        ({ key, title }) =>
          line[key].length > 0 && (
            <div key={key}>
              <h5>{title}</h5>
              <ul>
                {line[key].map((finding, at) => (
                  <li key={at}>
                    {finding.text}
                    <Cites finding={finding} />
                  </li>
                ))}
              </ul>
            </div>
          ),
      )}
    </div>
  );
}

function Cites({ finding: { citations } }: { finding: Finding }) {
  if (!citations.length) return null;
  const places = citations.map(({ evidence, locator }) => [evidence, locator].filter(Boolean).join(", "));
  return <span className="published-source"> [{places.join("; ")}]</span>;
}

function Sources({ evidence }: Pick<Briefing, "evidence">) {
  if (!evidence.length) return null;
  return (
    <section aria-labelledby="published-evidence">
      <h2 className="h2" id="published-evidence">
        Evidence
      </h2>
      <dl className="summary">
        {evidence.map(({ ref, title, kind, asAt }) => [
          <dt key={ref}>{ref}</dt>,
          <dd key={`${ref} title`}>
            {title}
            <span className="muted"> {[kind, asAt].filter(Boolean).join(", ")}</span>
          </dd>,
        ])}
      </dl>
    </section>
  );
}

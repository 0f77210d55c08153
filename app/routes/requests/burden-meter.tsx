/** How much is asked of the council, in figures. */
import type { Burden } from "#app/models/requests/burden.ts";

type Props = { burden: Burden; level?: 2 | 3 };

export function BurdenMeter({ burden: { asked, open, overdue, week, people }, level = 3 }: Props) {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <section aria-labelledby="burden" className="burden">
      <Heading className="request-side-title" id="burden">
        What the council has on its desk
      </Heading>
      <dl className="burden-figures">
        <div>
          <dt>to answer</dt>
          <dd>{open}</dd>
        </div>
        <div className={overdue ? "burden-wrong" : undefined}>
          <dt>overdue</dt>
          <dd>{overdue}</dd>
        </div>
        <div>
          <dt>asked this week</dt>
          <dd>{week}</dd>
        </div>
        <div>
          <dt>asked in all</dt>
          <dd>{asked}</dd>
        </div>
      </dl>
      {people.length > 0 && (
        <ul className="request-list burden-people">
          {people.map(({ name, open: own }) => (
            <li key={name}>
              {name}
              <span className="muted">{own} to answer</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** The council's home: are we ready, and if not, what do we do next? */
import { Link } from "@remix-run/react";

import { paths } from "#app/paths.ts";
import { Crumbs } from "#app/ui/crumbs.tsx";

import { CouncilFigures } from "./council-figures.tsx";
import type { CouncilHome } from "./council-home.server.ts";
import { CouncilMap } from "./council-map.tsx";
import { CouncilChanges, CouncilTasks } from "./council-lists.tsx";

export function CouncilHomePage({ home }: { home: CouncilHome }) {
  return (
    <main id="main" className="wide page readiness">
      <Head home={home} />
      <CouncilFigures home={home} />
      <CouncilMap home={home} />
      <div className="two">
        <CouncilTasks home={home} />
        <div className="own-side">
          <Sent home={home} />
          <CouncilChanges home={home} />
        </div>
      </div>
    </main>
  );
}

function Head({ home: { code, title, kind, council, date, days, sentence, maySend, tasks } }: { home: CouncilHome }) {
  return (
    <div className="head">
      <Crumbs steps={[[paths.inspections(), "Inspections"]]} here={council} />
      <h1 className="h1">{title}</h1>
      <div className="top">
        <p className="lede">
          {sentence.map(({ words, to }, at) => (
            <span key={words}>
              {at > 0 && "; "}
              {to ? <Link to={to}>{words}</Link> : words}
            </span>
          ))}
          . {tasks.length > 0 && <a href="#next">See what to do next</a>}
        </p>
        <div className="when">
          {days > 0 && (
            <p className="when-days">
              <b>{days.toLocaleString("en-GB")}</b> {days === 1 ? "day" : "days"}
            </p>
          )}
          <p className="when-text">
            {days > 0 ? `to the ${kind.toLowerCase()}` : kind}
            <br />
            <b>{days === 0 ? `Today, ${date}` : date}</b>
          </p>
          {maySend && (
            <Link className="btn" to={paths.evidenceUpload(code)}>
              Send evidence
            </Link>
          )}
        </div>
      </div>
    </div>
  );
}

/** What the inspectors have of it, and what else can be done here. */
function Sent({ home }: { home: CouncilHome }) {
  const { code, submitted, maySubmit, mayRehearse, published, mayRead } = home;
  return (
    <section aria-labelledby="sent">
      <h2 className="h2" id="sent">
        With the inspectors
      </h2>
      <ul className="own-list">
        {published && (
          <li>
            <Link to={paths.published(code, published)}>Read what was published</Link>
            <span className="muted">Version {published}, with its findings and ratings</span>
          </li>
        )}
        {mayRead && (
          <li>
            <Link to={paths.lines(code)}>What was found, line by line</Link>
          </li>
        )}
        <li>
          {submitted ? (
            <>
              <Link to={paths.submitted(code, submitted.number)}>Self-assessment, version {submitted.number}</Link>
              <span className="muted">What you write now stays yours until the next version</span>
            </>
          ) : (
            "The self-assessment has not been submitted."
          )}
        </li>
        {maySubmit && (
          <li>
            <Link to={paths.submission(code)}>
              {submitted ? "Submit another version" : "Submit the self-assessment"}
            </Link>
          </li>
        )}
        <li>
          <Link to={paths.snapshots(code)}>How you have come on over time</Link>
          <span className="muted">Your own figures, day by day</span>
        </li>
        <li>
          <Link to={paths.summary(code)}>One-page summary</Link>
          <span className="muted">For a committee, to print or as PDF</span>
        </li>
        <li>
          <Link to={paths.exports(code)}>Files to take away</Link>
        </li>
        {mayRehearse && (
          <li>
            <Link to={paths.rehearsal(code)}>Rehearse the inspection</Link>
          </li>
        )}
      </ul>
    </section>
  );
}

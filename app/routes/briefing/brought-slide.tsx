/** One slide as it came, and beside it what is proposed. */
import type { ShownPlace, ShownPoint, ShownSlide } from "#app/models/briefing/review-page.server.ts";
import { findingKinds, kindFacts } from "#app/models/findings/finding.ts";
import { Warning } from "#app/ui/signs.tsx";

import { ChangedPoint } from "./brought-change.tsx";

type Line = { ref: string; title: string };

const reasons = {
  title: "Title",
  name: "Name of a theme or a line",
  heading: "Heading",
  context: "Not under a heading of findings",
  beside: "Stands beside the points",
  running: "The same on most slides",
  hidden: "On a hidden slide",
  orphan: "Stands before the first heading",
  nothing: "Says that there is none",
  frame: "Comes with it where the inspection has none of its own",
  rating: "Comes with it where nobody has rated here",
  evidence: "Comes with the findings that cite it, where it is not here",
} as const;

type SlideProps = { slide: ShownSlide; piece: string; lines: Line[]; open: boolean };

export function BroughtSlide({ slide, piece, lines, open }: SlideProps) {
  const { number, title, warnings, places } = slide;
  return (
    <section className="brought" id={`slide-${number}`} aria-labelledby={`title-${number}`}>
      <div className="brought-source">
        <h2 className="h3" id={`title-${number}`}>
          <span className="brought-number">
            {capital(piece)} {number}
            {slide.hidden && ", hidden"}
          </span>{" "}
          {title || "No title"}
        </h2>
        {slide.units.length > 0 && <Units of={slide.units} />}
        {slide.rows.map(({ names, units }, at) => (
          <div key={at} className="brought-row">
            <h3>{names.join(" – ") || "A row without a name"}</h3>
            {units.length > 0 && <Units of={units} />}
          </div>
        ))}
      </div>
      <div className="brought-proposal">
        {warnings.map(({ code, title: name, message }) => (
          <p key={code} className="brought-warning">
            <Warning />
            <span>
              <b>{name}.</b> {message}
            </span>
          </p>
        ))}
        {places.length === 0 && <p className="muted">Nothing is proposed from this {piece}.</p>}
        {places.map((place) => (
          <Proposal key={place.key} slide={`${piece} ${number}`} place={place} lines={lines} open={open} />
        ))}
        <LeftOut slide={slide} />
      </div>
    </section>
  );
}

const classOf = (unit: ShownSlide["units"][number]) => {
  if (unit.is === "heading") return "brought-heading";
  return unit.is === "item" && unit.level > 1 ? "brought-under" : undefined;
};

const Units = ({ of: units }: { of: ShownSlide["units"] }) => (
  <ul>
    {units.map((unit, at) => (
      <li key={at} className={classOf(unit)}>
        {unit.text}
      </li>
    ))}
  </ul>
);

type ProposalProps = { slide: string; place: ShownPlace; lines: Line[]; open: boolean };

function Proposal({ slide, place: { key, row, ref, points }, lines, open }: ProposalProps) {
  const where = row ? `row ${row.number} of ${slide}` : slide;
  const fresh = points.filter(({ status }) => status.is === "new");
  const known = points.filter(({ status }) => status.is === "known");
  const changed = points.filter(({ status }) => status.is === "changed");
  const line = lines.find((each) => each.ref === ref);
  return (
    <>
      {row && <h3 className="brought-row-name">{row.name || "A row without a name"}</h3>}
      {open && fresh.length > 0 ? (
        <div className="field brought-line">
          <label htmlFor={`ref-${key}`}>Line of enquiry for {where}</label>
          <select id={`ref-${key}`} name={`ref-${key}`} defaultValue={ref ?? ""}>
            {ref === null && <option value="">Choose a line</option>}
            {lines.map((each) => (
              <option key={each.ref} value={each.ref}>
                {each.ref} {each.title}
              </option>
            ))}
          </select>
        </div>
      ) : (
        <p>
          <b>{line ? `${line.ref} ${line.title}` : "No line"}</b>
        </p>
      )}
      {fresh.map((point) => (
        <NewPoint key={point.id} point={point} open={open} />
      ))}
      {changed.map((point) => (
        <ChangedPoint key={point.id} point={point} open={open} />
      ))}
      {known.length > 0 && <Known points={known} />}
    </>
  );
}

function NewPoint({ point: { id, kind, text, take }, open }: { point: ShownPoint; open: boolean }) {
  if (!open) {
    return (
      <p className={`brought-point brought-${kind}`}>
        <b>{kindFacts(kind).one}:</b> {text}
      </p>
    );
  }
  return (
    <div className={`brought-point brought-${kind}`} role="group" aria-label={`Point ${id}`}>
      <input type="hidden" name="point" value={id} />
      <label className="brought-take">
        <input type="checkbox" name={`take-${id}`} value="1" defaultChecked={take} />
        <span>
          Take<span className="vh"> point {id}</span>
        </span>
      </label>
      <label className="vh" htmlFor={`kind-${id}`}>
        Kind of point {id}
      </label>
      <select id={`kind-${id}`} name={`kind-${id}`} defaultValue={kind}>
        {findingKinds.map((each) => (
          <option key={each} value={each}>
            {capital(kindFacts(each).one)}
          </option>
        ))}
      </select>
      <label className="vh" htmlFor={`text-${id}`}>
        Text of point {id}
      </label>
      <textarea
        id={`text-${id}`}
        name={`text-${id}`}
        rows={Math.min(6, Math.ceil(text.length / 60))}
        defaultValue={text}
      />
    </div>
  );
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

const why = {
  same: "Stands here already",
  read: "Was taken before and changed here since",
  withdrawn: "Was withdrawn here",
  "moved on": "Changed here since; the deck has the words from before",
} as const;

function Known({ points }: { points: ShownPoint[] }) {
  return (
    <details className="brought-known">
      <summary>{points.length === 1 ? "1 point is" : `${points.length} points are`} here already</summary>
      <ul>
        {points.map(({ id, text, status }) => (
          <li key={id}>
            {text} <span className="muted">({status.is === "known" ? why[status.why] : ""})</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

function LeftOut({ slide: { left } }: { slide: ShownSlide }) {
  if (!left.length) return null;
  return (
    <details className="brought-known">
      <summary>{left.length === 1 ? "1 paragraph is" : `${left.length} paragraphs are`} no finding</summary>
      <ul>
        {left.map(({ text, why: reason }, at) => (
          <li key={at}>
            {text} <span className="muted">({reasons[reason]})</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Lines of enquiry as tiles, in rows by theme, coloured by one of three questions. Each tile says all three in words. */
import type { ReactNode } from "react";

import {
  type JudgementView,
  type LineView,
  type ScaleView,
  type State,
  stateTitle,
  states,
  type ThemeView,
} from "#app/models/readiness/readiness.ts";
import { paths } from "#app/paths.ts";
import { StandingChip, standingClass, StandingWords, toneClass } from "#app/ui/chip.tsx";
import { initials } from "#app/ui/frame.tsx";
import { Link } from "#app/ui/link.tsx";
import { Meter } from "#app/ui/meter.tsx";
import { Bars, Differ } from "#app/ui/signs.tsx";
import { StateSign } from "#app/ui/state-sign.tsx";

export const views = [
  { key: "rating", title: "Rating" },
  { key: "citations", title: "Citations" },
  { key: "readiness", title: "Readiness" },
] as const;
export type By = (typeof views)[number]["key"];

export const readBy = (typed: string | null): By => views.find(({ key }) => key === typed)?.key ?? "rating";

type Shown = { judgements: JudgementView[]; scales: ScaleView[]; summary: { counts: Record<State, number> } };

export function Heatmap({ code, by, overview }: { code: string; by: By; overview: Shown }) {
  const { judgements, scales, summary } = overview;
  return (
    <>
      <Legend by={by} scales={scales} counts={summary.counts} kinds={kindsOf(judgements)} />
      {judgements.map(({ number, title, standing, themes }) => (
        <section key={number} className="judgement" aria-labelledby={`judgement-${number}`}>
          <div className="judgement-head">
            <h3 className="h3" id={`judgement-${number}`}>
              <Link to={paths.judgement(code, number)}>
                Judgement {number}: {title}
              </Link>
            </h3>
            <StandingChip of={standing} none="Not rated yet" />
          </div>
          {themes.map((theme) => (
            <Row key={theme.number} code={code} by={by} theme={theme} />
          ))}
        </section>
      ))}
    </>
  );
}

/** How much of a line is cited, in four steps and "nothing to cite". */
const steps = [
  { label: "None cited", tone: 0 },
  { label: "Under half", tone: 1 / 3 },
  { label: "Half or more", tone: 2 / 3 },
  { label: "All cited", tone: 1 },
];
const stepOf = ({ citable, cited }: LineView) =>
  citable ? steps[cited === citable ? 3 : cited * 2 >= citable ? 2 : cited > 0 ? 1 : 0]! : null;

/** Levels of all scales by their tone; where scales name a step differently, both names. */
function levelsByTone(scales: ScaleView[]) {
  const byTone = new Map<number, Set<string>>();
  for (const { label, tone } of scales.flatMap(({ levels }) => levels)) {
    const step = Math.round(tone * 3) / 3;
    byTone.set(step, (byTone.get(step) ?? new Set()).add(label));
  }
  return [...byTone].sort(([a], [b]) => a - b).map(([tone, labels]) => ({ tone, label: [...labels].join(" or ") }));
}

type Colour = { label: string; look: string; sign?: ReactNode };

type Kind = LineView["standing"]["kind"];

/** How the lines stand: the key names no look that no tile has. */
const kindsOf = (judgements: JudgementView[]): Set<Kind> =>
  new Set(
    judgements.flatMap(({ themes }) => themes.flatMap(({ lines }) => lines.map(({ standing }) => standing.kind))),
  );

function colours(by: By, scales: ScaleView[], shown: State[], kinds: Set<Kind>): Colour[] {
  switch (by) {
    case "rating": {
      const levels = levelsByTone(scales).map((of) => ({
        label: of.label,
        look: toneClass(of),
        sign: <Bars tone={of.tone} />,
      }));
      return [
        ...levels,
        ...(kinds.has("single") ? [{ label: "Dashed: 1 of 2 ratings in", look: "tone-none provisional" }] : []),
        ...(kinds.has("differs") ? [{ label: "Raters differ", look: "differs", sign: <Differ /> }] : []),
        { label: "Not rated", look: toneClass(null) },
      ];
    }
    case "citations":
      return [
        ...steps.map((of) => ({ label: of.label, look: toneClass(of) })),
        { label: "Nothing to cite", look: toneClass(null) },
      ];
    case "readiness":
      return shown.map((state) => ({
        label: stateTitle(state),
        look: `state-${state}`,
        sign: <StateSign state={state} />,
      }));
  }
}

const isFlagged = (state: State) => state === "gap" || state === "waiting";

type LegendProps = { by: By; scales: ScaleView[]; counts: Record<State, number>; kinds: Set<Kind> };

function Legend({ by, scales, counts, kinds }: LegendProps) {
  const shown = states.filter((state) => counts[state] > 0);
  return (
    <div className="map-key">
      <ul aria-label="What the colours mean">
        {colours(by, scales, shown, kinds).map(({ label, look, sign }) => (
          <li key={label} className={`chip ${look}`}>
            {sign}
            {label}
          </li>
        ))}
      </ul>
      <ul aria-label="What the signs mean">
        {by !== "readiness" &&
          shown.filter(isFlagged).map((state) => (
            <li key={state}>
              <StateSign state={state} />
              {stateTitle(state)}
            </li>
          ))}
        <li>
          <span className="map-key-meter">
            <Meter of={5} done={3} />
          </span>
          Strengths and weaknesses cited
        </li>
      </ul>
    </div>
  );
}

function Row({ code, by, theme }: { code: string; by: By; theme: ThemeView }) {
  const { number, title, standing, lines } = theme;
  return (
    <section className="row" aria-labelledby={`theme-${number}`}>
      <div className="row-head">
        <h4 id={`theme-${number}`}>
          <Link to={paths.theme(code, number)}>
            <span className="row-number">{number}</span> <span>{title}</span>
          </Link>
        </h4>
        <p>
          <Leads lines={lines} />
          <span className="vh">Theme rating: </span>
          <StandingChip of={standing} />
        </p>
      </div>
      <ul className="tiles">
        {lines.map((line) => (
          <li key={line.ref}>
            <Tile code={code} by={by} line={line} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Who leads the lines of a theme: most of the lines first. */
function Leads({ lines }: { lines: LineView[] }) {
  const names = lines.flatMap(({ lead }) => (lead ? [lead.name] : []));
  const many = (name: string) => names.filter((one) => one === name).length;
  const leads = [...new Set(names)].sort((a, b) => many(b) - many(a));
  if (!leads.length) return null;
  return (
    <>
      {leads.map((name) => (
        <span key={name} className="av row-lead" title={name} aria-hidden="true">
          {initials(name)}
        </span>
      ))}
      <span className="vh">Led by {leads.join(", ")}. </span>
    </>
  );
}

const tileClass = (by: By, line: LineView) => {
  if (by === "readiness") return `state-${line.state}`;
  return by === "rating" ? standingClass(line.standing) : toneClass(stepOf(line));
};

const findings = (count: number) => (count === 1 ? "finding" : "findings");

/** "1.3 Strategy group, Good, evidence gap, 6 of 8 findings cited": shown in part, read out whole. */
function Tile({ code, by, line }: { code: string; by: By; line: LineView }) {
  const { ref, label, standing, state, citable, cited, areas } = line;
  const flagged = by === "readiness" || isFlagged(state);
  const nothing = areas ? "Nothing to cite" : "No findings";
  return (
    <Link className={`tile ${tileClass(by, line)}`} to={paths.line(code, ref)}>
      <span className="tile-top">
        {ref} {flagged && <StateSign state={state} />}
      </span>
      <span className="tile-name">
        {label}
        <Unseen>, </Unseen>
      </span>
      <span className="tile-fact">
        <Part shown={by === "rating"} after=", ">
          {by === "rating" ? <StandingWords of={standing} /> : standing.words}
        </Part>
        <Part shown={by === "readiness"} after=", ">
          {by === "readiness" ? stateTitle(state) : stateTitle(state).toLowerCase()}
        </Part>
        <Part shown={by === "citations"}>
          {citable === 0 && (by === "citations" ? nothing : nothing.toLowerCase())}
          {citable > 0 && `${cited} of ${citable} `}
          {citable > 0 && (by === "citations" ? <Unseen>{findings(citable)} </Unseen> : `${findings(citable)} `)}
          {citable > 0 && "cited"}
        </Part>
      </span>
      <Meter of={citable} done={cited} />
    </Link>
  );
}

const Unseen = ({ children }: { children: ReactNode }) => <span className="vh">{children}</span>;

/** A fact of a tile: seen, or only read out. */
function Part({ shown, after, children }: { shown: boolean; after?: string; children: ReactNode }) {
  if (!shown) return <Unseen>{[children, after]}</Unseen>;
  return (
    <>
      {children}
      {after && <Unseen>{after}</Unseen>}
    </>
  );
}

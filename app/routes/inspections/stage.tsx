/** Where the inspection stands, what keeps it from going on, and the way back. */
import { type LinksFunction, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";

import { changing, reading } from "#app/desk.server.ts";
import { allowed, findInspection } from "#app/models/inspections/inspections.server.ts";
import { stages, stageTitle } from "#app/models/inspections/stage.ts";
import { stageClock } from "#app/models/readiness/stage-clock.ts";
import { findStage, moveStage } from "#app/models/readiness/stages.server.ts";
import { paths } from "#app/paths.ts";
import { longDate, shortDate, timeOf } from "#app/ui/dates.ts";
import { ErrorSummary, type Failed, Field } from "#app/ui/form.tsx";
import { Tick } from "#app/ui/signs.tsx";
import styles from "#app/ui/styles/stage.css?url";
import { titled } from "#app/ui/titled.ts";

import { BlockPart } from "./stage-block.tsx";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];
export const meta = titled("Stage");

export const loader = reading(async ({ desk, params }) => {
  const inspection = await findInspection(desk, params.code ?? "", "stage.see");
  const page = await findStage(desk, inspection);
  return {
    ...page,
    code: inspection.code,
    clock: stageClock(inspection.framework, page.stage, page.since, desk.now()),
    mayMove: allowed(inspection, "stage.move"),
    mayChange: allowed(inspection, "settings.change"),
    mayHold: allowed(inspection, "retention.hold"),
  };
});

export const action = changing(async ({ desk, params, form }) => {
  const inspection = await findInspection(desk, params.code ?? "", "stage.move");
  const { value, number } = await form();
  await moveStage(desk, inspection, { to: value("to"), reason: value("reason"), version: number("version") ?? 0 });
  return redirect(paths.stage(inspection.code));
});

type Data = Awaited<ReturnType<typeof loader>>;

export default function Stage() {
  const data = useLoaderData<typeof loader>() as Data;
  const failed = useActionData<typeof action>();
  const { code, stage, since, mayChange, mayHold } = data;
  return (
    <main id="main" className="wide page">
      <ErrorSummary failed={failed} ids={{ to: "on" }} />
      {failed?.stale && <p className="notice notice-warn">It is now at this stage: {failed.stale.current.stage}.</p>}
      <h1 className="h1">Stage: {stageTitle(stage).toLowerCase()}</h1>
      <p className="lede">
        {since ? `Since ${longDate(since)}, ${timeOf(since)}. ` : "Since the inspection was opened. "}
        <Clock data={data} />
      </p>
      <Stages data={data} />
      <Next data={data} />
      <Back data={data} failed={failed} />
      <Moves data={data} />
      <p className="actions">
        {mayChange && <Link to={paths.settings(code)}>Settings of this inspection</Link>}
        {mayHold && <Link to={paths.hold(code)}>Legal hold</Link>}
        <Link to={paths.publication(code)}>Publication</Link>
        <Link to={paths.helpPage("moderation")}>How stages work</Link>
      </p>
    </main>
  );
}

function Clock({ data: { clock } }: { data: Data }) {
  if (!clock) return null;
  const { workingDays, until, left, over } = clock;
  return (
    <>
      The check takes {workingDays} working days: until <b>{longDate(until)}</b>.{" "}
      {over
        ? "That day has passed."
        : left === 0
          ? "That is today."
          : `${left} working ${left === 1 ? "day is" : "days are"} left.`}
    </>
  );
}

const meanings = {
  draft: "Inspectors write findings, cite evidence and rate. The council sees that it is in progress, and no more.",
  moderation: "Ratings are settled theme by theme and signed off. The council still sees that it is in progress.",
  shared: "The inspectorate has finished its draft. The lead alone changes it from here.",
  factual_accuracy: "The facts are checked before anything is published.",
  published: "Everyone on both sides may read it. It stays as it is; a correction is another version.",
} as const;

function Stages({ data: { stage, since } }: { data: Data }) {
  const now = stages.indexOf(stage);
  return (
    <ol className="stages">
      {stages.map((one, at) => (
        <li
          key={one}
          className={at < now ? "stage stage-done" : at === now ? "stage stage-now" : "stage"}
          aria-current={at === now ? "step" : undefined}
        >
          <span className="stage-sign" aria-hidden="true">
            {at < now ? <Tick /> : at + 1}
          </span>
          <div>
            <p>
              <b>{stageTitle(one)}</b>
              {at < now && <span className="vh"> (done)</span>}
              {at === now && <span className="tag">Now{since && `, since ${shortDate(since)}`}</span>}
            </p>
            <p className="muted small">{meanings[one]}</p>
          </div>
        </li>
      ))}
    </ol>
  );
}

/** A stage as the end of "What keeps it from …". */
const towards = {
  draft: "draft",
  moderation: "moderation",
  shared: "being shared with the council",
  factual_accuracy: "the factual accuracy check",
  published: "publication",
} as const;

function Next({ data }: { data: Data }) {
  const { code, next, blocks, mayMove, version } = data;
  if (!next) return null;
  return (
    <section aria-labelledby="on" className="stage-next">
      <h2 className="h2" id="on">
        {blocks.length ? `What keeps it from ${towards[next]}` : `Next: ${towards[next]}`}
      </h2>
      {blocks.map((block) => (
        <BlockPart key={block.check} code={code} block={block} />
      ))}
      {!blocks.length && <p>Nothing stands in the way.</p>}
      {!blocks.length && next === "published" && (
        <p>
          Publishing takes two people. <Link to={paths.publication(code)}>Go to publication</Link>
        </p>
      )}
      {!blocks.length && next !== "published" && mayMove && (
        <Form method="post" preventScrollReset>
          <input type="hidden" name="to" value={next} />
          <input type="hidden" name="version" value={version} />
          <button className="btn" type="submit">
            Move on to “{stageTitle(next)}”
          </button>
        </Form>
      )}
    </section>
  );
}

function Back({ data, failed }: { data: Data; failed: Failed }) {
  const { code, stage, previous, mayMove, version } = data;
  if (!mayMove) return null;
  if (stage === "published") {
    return (
      <p>
        What is published stays as it is. <Link to={paths.publication(code)}>Correct it by another version</Link>
      </p>
    );
  }
  if (!previous) return null;
  const title = `“${stageTitle(previous)}”`;
  return (
    <details open={failed?.errors.reason !== undefined}>
      <summary>Go back to {title}</summary>
      <Form method="post" className="form stage-back" preventScrollReset noValidate>
        <input type="hidden" name="to" value={previous} />
        <input type="hidden" name="version" value={version} />
        <Field label="Why it goes back" id="reason" error={failed?.errors.reason}>
          {(tie) => <textarea {...tie} name="reason" rows={3} defaultValue={failed?.typed.reason} />}
        </Field>
        <button className="btn btn-quiet" type="submit">
          Go back to {title}
        </button>
      </Form>
    </details>
  );
}

function Moves({ data: { moves } }: { data: Data }) {
  if (!moves.length) return null;
  return (
    <section aria-labelledby="moves">
      <h2 className="h2" id="moves">
        Moves so far
      </h2>
      <ol className="moves">
        {moves.map(({ at, who, from, to, reason }) => (
          <li key={at + to}>
            <time dateTime={at}>
              {shortDate(at)}, {timeOf(at)}
            </time>
            <p>
              <b>{who ?? "Throughline"}</b> moved it from {stageTitle(from).toLowerCase()} to{" "}
              {stageTitle(to).toLowerCase()}
              {reason && `: “${reason}”`}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}

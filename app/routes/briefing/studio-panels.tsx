/** What can be chosen about the slide that is shown: its findings, its layout, its place, and what slides show. */
import { Form, Link } from "@remix-run/react";

import { paths } from "#app/paths.ts";

import { LayoutPanel } from "./layout-panel.tsx";
import type { StudioFailed, StudioView } from "./studio-page.tsx";

export type LineProps = { view: StudioView; line: NonNullable<StudioView["line"]> };

export function Panels({ view, failed }: { view: StudioView; failed: StudioFailed | undefined }) {
  const { line } = view;
  return (
    <aside className="panels" aria-label="Slide settings">
      {failed?.state?.stale && failed.form !== "notes" && (
        <p className="notice notice-warn">
          Someone else changed this deck while you were working on it. You see how it stands now. Make your change
          again.
        </p>
      )}
      {line && <Content view={view} line={line} />}
      {line && <LayoutPanel view={view} line={line} />}
      {line && <Place view={view} line={line} />}
      <Display view={view} />
    </aside>
  );
}

export const Version = ({ view: { deck } }: { view: StudioView }) => (
  <input type="hidden" name="version" value={deck.version} />
);

function Content({ view, line }: LineProps) {
  const { code, deck, slide } = view;
  const out = line.findings.filter((finding) => finding.out !== null).length;
  return (
    <section aria-labelledby="content">
      <h2 id="content" className="h3">
        Content
      </h2>
      <p className="small">
        From{" "}
        <Link to={paths.line(code, line.ref)}>
          {line.ref} {line.title}
        </Link>
        {out > 0 && `. ${out} of ${line.findings.length} left out`}
      </p>
      <Form
        method="post"
        action={paths.deckFindings(code, deck.slug, slide.number)}
        data-instant
        key={`${line.ref} ${deck.version}`}
      >
        <Version view={view} />
        <input type="hidden" name="line" value={line.ref} />
        <ul className="include">
          {line.findings.map(({ id, label, key, text, out: why, fixed }) => (
            <li key={id}>
              <input
                type="checkbox"
                name="kept"
                value={id}
                id={`in-${id}`}
                defaultChecked={why === null}
                disabled={fixed}
              />
              <label htmlFor={`in-${id}`}>
                <span className={`include-label include-${key}`}>{label}</span>
                <span className={why === null ? undefined : "include-out"}>
                  {text}
                  {why !== null && <em>Left out: {why}</em>}
                </span>
              </label>
            </li>
          ))}
        </ul>
        <div className="field">
          <label className="small-label" htmlFor="reason">
            Why you leave findings out (optional)
          </label>
          <input id="reason" name="reason" maxLength={200} />
        </div>
        <button className="btn btn-quiet btn-small" type="submit">
          Save what is in
        </button>
      </Form>
    </section>
  );
}

function Place({ view, line }: LineProps) {
  const { code, deck, slide } = view;
  if (!line.earlier && !line.later) return null;
  return (
    <section aria-labelledby="place">
      <h2 id="place" className="h3">
        Order
      </h2>
      <Form method="post" action={paths.deckOrder(code, deck.slug, slide.number)} className="actions">
        <Version view={view} />
        <input type="hidden" name="line" value={line.ref} />
        {line.earlier && (
          <button className="btn btn-quiet btn-small" name="direction" value="earlier" type="submit">
            Earlier<span className="vh">: move {line.title} before the line above it</span>
          </button>
        )}
        {line.later && (
          <button className="btn btn-quiet btn-small" name="direction" value="later" type="submit">
            Later<span className="vh">: move {line.title} after the line below it</span>
          </button>
        )}
      </Form>
    </section>
  );
}

const shows = [
  ["sources", "Sources"],
  ["numbers", "Finding numbers"],
  ["ratings", "Ratings"],
  ["marks", "What became of each point"],
] as const;

function Display({ view }: { view: StudioView }) {
  const { code, deck, slide, show } = view;
  return (
    <section aria-labelledby="display">
      <h2 id="display" className="h3">
        Show on slides
      </h2>
      <Form method="post" action={paths.deckDisplay(code, deck.slug, slide.number)} data-instant key={deck.version}>
        <Version view={view} />
        <ul className="shows">
          {shows.map(([name, words]) => (
            <li className="choice" key={name}>
              <input type="checkbox" name="show" value={name} id={`show-${name}`} defaultChecked={show[name]} />
              <label htmlFor={`show-${name}`}>{words}</label>
            </li>
          ))}
        </ul>
        <button className="btn btn-quiet btn-small instant-save" type="submit">
          Save what is shown
        </button>
      </Form>
    </section>
  );
}

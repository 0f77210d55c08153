/** How a line is laid out, and what its headlines say. */
import { Form } from "@remix-run/react";

import { paths } from "#app/paths.ts";

import { type LineProps, Version } from "./studio-panels.tsx";

const bars = {
  one: [
    [4, 8, 17, 24, "s"],
    [24, 8, 17, 24, "w"],
    [44, 8, 16, 24, "a"],
  ],
  two: [
    [4, 8, 34, 24, "s"],
    [42, 8, 18, 24, "w"],
  ],
  headlines: [
    [4, 8, 56, 5, "s"],
    [4, 16, 56, 5, "w"],
    [4, 24, 56, 5, "a"],
  ],
} as const;

const layoutNames = { one: "One slide", two: "Two slides", headlines: "Headlines" } as const;
const headlineNames = {
  strengths: "Headlines for strengths",
  weaknesses: "Headlines for weaknesses",
  areas: "Headlines for areas to explore",
} as const;

export function LayoutPanel({ view, line }: LineProps) {
  const { code, deck, slide } = view;
  return (
    <section aria-labelledby="layout">
      <h2 id="layout" className="h3">
        Layout
      </h2>
      <Form
        method="post"
        action={paths.deckLayout(code, deck.slug, slide.number)}
        data-instant
        key={`${line.ref} ${deck.version}`}
      >
        <Version view={view} />
        <input type="hidden" name="line" value={line.ref} />
        <fieldset className="layouts">
          <legend className="vh">Layout of {line.title}</legend>
          {(["one", "two", "headlines"] as const).map((layout) => (
            <div key={layout}>
              <input
                type="radio"
                name="layout"
                value={layout}
                id={`layout-${layout}`}
                defaultChecked={line.layout === layout}
              />
              <label htmlFor={`layout-${layout}`}>
                <svg viewBox="0 0 64 36" width="64" height="36" aria-hidden="true" focusable="false">
                  {bars[layout].map(([x, y, width, height, kind]) => (
                    <rect key={`${x} ${y}`} className={`layout-${kind}`} x={x} y={y} width={width} height={height} />
                  ))}
                </svg>
                {layoutNames[layout]}
              </label>
            </div>
          ))}
        </fieldset>
        {line.layout === "one" && line.slides > 1 && (
          <p className="hint">It does not fit on one slide, so it takes {line.slides}.</p>
        )}
        {line.layout === "headlines" && <HeadlineFields line={line} />}
        <button
          className={`btn btn-quiet btn-small${line.layout === "headlines" ? "" : " instant-save"}`}
          type="submit"
        >
          Save layout
        </button>
      </Form>
    </section>
  );
}

function HeadlineFields({ line }: Pick<LineProps, "line">) {
  const kinds = (["strengths", "weaknesses", "areas"] as const).filter((key) =>
    line.findings.some((finding) => finding.key === key && finding.out === null),
  );
  return (
    <>
      {kinds.map((key) => (
        <div className="field" key={key}>
          <label className="small-label" htmlFor={key}>
            {headlineNames[key]}
          </label>
          <textarea
            id={key}
            name={key}
            rows={2}
            maxLength={400}
            defaultValue={line.headlines[key]}
            aria-describedby="headlines-hint"
          />
        </div>
      ))}
      <p className="hint" id="headlines-hint">
        One point on each line. Left empty, the first finding stands for the rest.
      </p>
    </>
  );
}

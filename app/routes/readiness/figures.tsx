/** What each figure of the home means, in the words of the code that counts it. */
import { useLoaderData } from "@remix-run/react";
import { Fragment } from "react";

import { reading } from "#app/desk.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { paths } from "#app/paths.ts";
import { Crumbs } from "#app/ui/crumbs.tsx";
import { titled } from "#app/ui/titled.ts";

import { figureGroups } from "./figures.server.ts";

export const meta = titled("How the figures are counted");

export const loader = reading(async ({ desk, params }) => {
  const { code, title } = await findInspection(desk, params.code ?? "", "line.see");
  return { code, title, groups: figureGroups() };
});

export default function Figures() {
  const { code, title, groups } = useLoaderData<typeof loader>();
  return (
    <main id="main" className="wide page">
      <Crumbs steps={[[paths.inspection(code), title]]} />
      <h1 className="h1">How the figures are counted</h1>
      <p className="lede">
        These are the words that stand in the program beside what counts each figure. Readiness says how far the work
        is, a rating how good the service is: no figure mixes the two.
      </p>
      {groups.map(({ id, title: group, figures }) => (
        <section key={id} aria-labelledby={id}>
          <h2 className="h2" id={id}>
            {group}
          </h2>
          <dl className="summary">
            {figures.map((figure) => (
              <Fragment key={figure.id}>
                <dt id={figure.id}>{figure.title}</dt>
                <dd>{figure.text}</dd>
              </Fragment>
            ))}
          </dl>
        </section>
      ))}
    </main>
  );
}

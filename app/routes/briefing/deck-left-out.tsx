/** The findings that a deck leaves out, each with the reason. */
import { Link, useLoaderData } from "@remix-run/react";

import { reading } from "#app/desk.server.ts";
import { findLeftOut } from "#app/models/briefing/deck-pages.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { paths } from "#app/paths.ts";
import styles from "#app/ui/styles/studio.css?url";
import { titled } from "#app/ui/titled.ts";

import { DeckPage } from "./deck-page.tsx";

export const meta = titled("Findings left out", "Briefing");
export const links = () => [{ rel: "stylesheet", href: styles }];

export const loader = reading(async ({ desk, params }) => {
  const inspection = await findInspection(desk, params.code ?? "", "deck.see-inside");
  return { code: inspection.code, ...(await findLeftOut(desk, inspection, params.deck ?? "")) };
});

export default function DeckLeftOut() {
  const { code, deck, out, of } = useLoaderData<typeof loader>();
  return (
    <DeckPage code={code} deck={deck} title="Findings left out">
      <p className="lede">
        {out.length === 0
          ? `All ${of} findings are in the deck.`
          : `${out.length} of ${of} findings ${out.length === 1 ? "is" : "are"} not in the deck. Take one in on the slides of its line.`}
      </p>
      {out.length > 0 && (
        <div className="table-box">
          <table>
            <caption className="vh">Findings left out</caption>
            <thead>
              <tr>
                <th scope="col">Line of enquiry</th>
                <th scope="col">Finding</th>
                <th scope="col">Why it is out</th>
              </tr>
            </thead>
            <tbody>
              {out.map(({ ref, title, label, text, reason, slide }) => (
                <tr key={`${ref} ${label}`}>
                  <td>
                    {slide ? (
                      <Link to={paths.deck(code, deck.slug, slide)}>
                        {ref} {title}
                      </Link>
                    ) : (
                      <Link to={paths.line(code, ref)}>
                        {ref} {title}
                      </Link>
                    )}
                  </td>
                  <td>
                    <b>{label}</b> {text}
                  </td>
                  <td>{reason}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </DeckPage>
  );
}

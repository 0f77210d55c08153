/** What to look at before a deck goes out, said with counts. */
import { Link } from "@remix-run/react";

import { paths } from "#app/paths.ts";
import { Tick, Warning } from "#app/ui/signs.tsx";

import type { StudioView } from "./studio-page.tsx";

export function Checks({ view: { code, deck, checks } }: { view: StudioView }) {
  if (checks.length === 0) return null;
  const links = {
    uncited: { to: paths.deckLeftOut(code, deck.slug), words: "Review them", of: "uncited findings" },
    unsupported: { to: paths.findings(code, { cited: "no" }), words: "See which", of: "findings have no citation" },
    "left-out": { to: paths.deckLeftOut(code, deck.slug), words: "Review them", of: "findings that are left out" },
    changes: { to: paths.deckChanges(code, deck.slug), words: "See changes", of: "on slides" },
    time: { to: paths.deckAgenda(code, deck.slug), words: "Change the agenda", of: "and its times" },
  };
  return (
    <section className="deck-checks" aria-labelledby="checks">
      <h2 id="checks" className="h3">
        Before you export
      </h2>
      <ul>
        {checks.map(({ key, ok, lead, rest }) => {
          const link = key in links && (!ok || key === "left-out") ? links[key as keyof typeof links] : null;
          return (
            <li key={key + lead} className={ok ? "deck-check-ok" : "deck-check"}>
              {ok ? <Tick /> : <Warning />}
              <span>
                {lead && <b>{lead}</b>} {rest}{" "}
                {link && (
                  <Link to={link.to}>
                    {link.words}
                    <span className="vh"> {link.of}</span>
                  </Link>
                )}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

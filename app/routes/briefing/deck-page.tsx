/** The head of each page about one saved deck. */
import { Link } from "@remix-run/react";
import type { ReactNode } from "react";

import { paths } from "#app/paths.ts";

type Props = { code: string; deck: { slug: string; title: string }; title: string; children: ReactNode };

export function DeckPage({ code, deck, title, children }: Props) {
  return (
    <main id="main" className="wide page">
      <nav aria-label="Breadcrumb">
        <ol className="crumbs">
          <li>
            <Link to={paths.briefing(code)}>Briefing decks</Link>
          </li>
          <li>
            <Link to={paths.deck(code, deck.slug)}>{deck.title}</Link>
          </li>
        </ol>
      </nav>
      <h1 className="h1">{title}</h1>
      {children}
    </main>
  );
}

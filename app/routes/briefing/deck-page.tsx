/** The head of each page about one saved deck. */
import type { ReactNode } from "react";

import { paths } from "#app/paths.ts";
import { Crumbs } from "#app/ui/crumbs.tsx";

type Props = { code: string; deck: { slug: string; title: string }; title: string; children: ReactNode };

export function DeckPage({ code, deck, title, children }: Props) {
  return (
    <main id="main" className="wide page">
      <Crumbs
        steps={[
          [paths.briefing(code), "Briefing decks"],
          [paths.deck(code, deck.slug), deck.title],
        ]}
      />
      <h1 className="h1">{title}</h1>
      {children}
    </main>
  );
}

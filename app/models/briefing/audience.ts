/** Whom a saved deck is for, and the words that came back in a deck brought in. */

export const audiences = ["opening", "interim", "feedback"] as const;
export type Audience = (typeof audiences)[number];

export const deckImportStates = ["reviewing", "taken", "dropped"] as const;
export type DeckImportState = (typeof deckImportStates)[number];

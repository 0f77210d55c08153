/** An event as far as its reader is told of it: that a rating was given may be known while its level may not. */
import { mayTell, type Ratings } from "#app/models/ratings/sight.ts";

type Told = {
  action: string;
  actor: string | null;
  subject: string;
  before: number | null;
  after: number | null;
  content: { before: unknown; after: unknown };
};

/** The same event without what it did, where that is a rating that the reader is not told. */
export const asTold = <E extends Told>(one: E, ratings: Ratings): E =>
  mayTell(ratings, one) ? one : { ...one, before: null, after: null, content: { before: null, after: null } };

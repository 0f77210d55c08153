/** The ways in which a request can fail, each with one path to the reader. Anything else is a bug. */

/** Missing, or not for this person: the two are told apart nowhere. */
export class NotFound extends Error {
  constructor() {
    super("Not found");
  }
}

/** The person typed something that cannot be taken: a message for each field, in the reader's words. */
export class Invalid extends Error {
  constructor(readonly errors: Record<string, string>) {
    super(Object.values(errors).join(" "));
  }
}

/** A rule says no, and says why and what to do. */
export class Refused extends Error {}

/** Someone else changed it meanwhile: holds what stands now, so that both texts can be shown. */
export class Stale extends Error {
  constructor(
    readonly current: Record<string, string>,
    readonly version: number,
  ) {
    super("Someone else changed this while you were working on it.");
  }
}

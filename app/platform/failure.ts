/** The ways in which a request can fail, each with one path to the reader. Anything else is a bug. */

/** Missing, or not for this person: the two are told apart nowhere. */
export class NotFound extends Error {
  /** `act` is what the person's part does not allow them here: for the record, never for the answer. */
  constructor(readonly act: string | null = null) {
    super("Not found");
  }
}

/** The person typed something that cannot be taken: a message for each field, in the reader's words. */
export class Invalid extends Error {
  constructor(readonly errors: Record<string, string>) {
    super(Object.values(errors).join(" "));
  }
}

/** A password or code that does not fit: no proof of who it is, and one of the few tries that there are. */
export class Wrong extends Invalid {}

/** A rule says no, and says why and what to do. */
export class Refused extends Error {}

/** Refused because what it was sent to takes nothing any more: it was open when the page was. */
export class Closed extends Refused {}

/** Someone else changed it meanwhile: holds what stands now, so that both texts can be shown. */
export class Stale extends Error {
  constructor(
    readonly current: Record<string, string>,
    readonly version: number,
  ) {
    super("Someone else changed this while you were working on it.");
  }
}

/** Asked too often: the same may be asked again in so many seconds. */
export class TooMany extends Error {
  constructor(
    readonly seconds: number,
    what = "Too many tries in a short time.",
  ) {
    super(`${what} Wait ${waitInWords(seconds)} and try again.`);
  }
}

const waitInWords = (seconds: number) => {
  if (seconds < 100) return seconds === 1 ? "a second" : `${seconds} seconds`;
  return `${Math.ceil(seconds / 60)} minutes`;
};

/** There is no place left for what was sent: a file, or a change. */
export class NoRoom extends Error {
  constructor(readonly what: "file" | "change" = "file") {
    super(`There is no room for this ${what} just now. Tell the administrator, and try again later.`);
  }
}

/** So many ask at this moment that this one has to come back: it says nothing about what was sent. */
export class Busy extends Error {}

/** What is looked for, and where: as it stands in the address of the search. */

/** What a search finds, in the order in which it is shown. */
export const things = ["findings", "lines", "evidence", "passages"] as const;
export type Thing = (typeof things)[number];

export type SearchQuery = {
  q: string;
  /** The code of the one inspection to look in. */
  in?: string;
  /** Only these, page by page. */
  what?: Thing;
  page?: number;
};

const MAX_WORDS = 200;

/** Whatever cannot be understood is as if it had not been asked. */
export function readSearchQuery(given: URLSearchParams): SearchQuery {
  const code = given.get("in") ?? "";
  const what = things.find((thing) => thing === given.get("what"));
  const page = given.get("page") ?? "";
  return {
    q: (given.get("q") ?? "").trim().replace(/\s+/g, " ").slice(0, MAX_WORDS),
    ...(/^[\w.-]{1,100}$/.test(code) && { in: code }),
    ...(what && { what }),
    ...(what && /^[1-9]\d{0,4}$/.test(page) && { page: Number(page) }),
  };
}

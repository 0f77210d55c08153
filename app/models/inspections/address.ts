/** What the addresses inside an inspection are made of: parts of `paths.ts` that stand in their chapters share it. */

type Parameters = Record<string, string | number | readonly string[] | null | undefined>;

/** "?show=due&page=2"; "" where nothing is asked. What is empty is left out, and a list asks once for each of its values. */
export function query(parameters: Parameters): string {
  const pairs = Object.entries(parameters).flatMap(([name, value]) =>
    (typeof value === "object" && value !== null ? value : [value])
      .filter((each) => each !== null && each !== undefined && each !== "")
      .map((each) => [name, String(each)]),
  );
  return pairs.length ? `?${new URLSearchParams(pairs)}` : "";
}

export const inspection = (code: string): string => `/inspections/${code}`;

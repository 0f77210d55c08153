/** How much a rating rests on: which evidence its findings cite, whose voices those carry, how old they are. No score. */
import type { Side } from "#app/models/accounts/role.ts";
import type { Voice } from "#app/models/evidence/evidence.ts";

/** A piece of evidence that strengths or weaknesses cite. */
export type Source = {
  id: string;
  voice: Voice | null;
  /** Who added it. */
  side: Side;
  /** The last day that it speaks of, as YYYY-MM-DD. */
  asAt: string | null;
};

export type Confidence = {
  /** "Rests on 4 sources, 3 voices (people, staff, processes), newest May 2007". */
  words: string;
  /** What weakens it, each a sentence. */
  warnings: string[];
};

const short = {
  people: "people who use services",
  staff: "staff",
  partners: "partners",
  processes: "processes",
  data: "data",
  observation: "observation",
} as const satisfies Record<Voice, string>;

/** Whose words these are, whoever sent the file: of what the council sends, only this is not its own account of itself. */
const othersVoices: readonly (Voice | null)[] = ["people", "partners", "observation"];

/** From this age on evidence is called old, and none newer than a year is worth a word. In years; ours, to be tried. */
const OLD = 3;
const RECENT = 1;

const month = new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone: "Europe/London" });
const many = (count: number, one: string) => (count === 1 ? `one ${one}` : `${count} ${one}s`);

/** Whole years from one day to another. */
function yearsBetween(from: string, to: string): number {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
  return to.slice(5) < from.slice(5) ? years - 1 : years;
}

/** `at` is the day as of which the rating is given: that of the briefing, as YYYY-MM-DD. Each piece of evidence counts once. */
export function confidenceOf(cited: readonly Source[], at: string): Confidence {
  const sources = [...new Map(cited.map((one) => [one.id, one])).values()];
  if (!sources.length) return { words: "Nothing is cited yet, so this rests on no evidence.", warnings: [] };
  const heard = (Object.keys(short) as Voice[]).filter((voice) => sources.some((one) => one.voice === voice));
  const days = sources.flatMap(({ asAt }) => asAt ?? []).sort();
  const [oldest, newest] = [days[0], days.at(-1)];
  const voices = heard.length ? `, ${many(heard.length, "voice")} (${heard.map((one) => short[one]).join(", ")})` : "";
  const dated = newest ? `, newest ${month.format(new Date(newest))}` : ", none with a date";
  const own = sources.every(({ side, voice }) => side === "council" && !othersVoices.includes(voice));
  const warnings = [
    ...(sources.length === 1 ? ["One source only."] : []),
    ...(heard.includes("people") ? [] : ["No voice of people who use services."]),
    ...(own ? ["Everything was written by the council itself."] : []),
    ...(newest && yearsBetween(newest, at) >= RECENT ? ["Nothing is from the last 12 months."] : []),
    ...(oldest && yearsBetween(oldest, at) >= OLD
      ? [`The oldest evidence is ${yearsBetween(oldest, at)} years old.`]
      : []),
  ];
  return { words: `Rests on ${many(sources.length, "source")}${voices}${dated}.`, warnings };
}

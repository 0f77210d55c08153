/** The agenda of a deck with its times, and how long the deck takes to tell. */
import type { AgendaItem, Choices } from "./choices.ts";
import type { Deck, Slide } from "./deck.ts";
import { slideWords } from "./slide-words.ts";

const clock = (minutes: number): string => {
  const [hour, minute] = [Math.floor(minutes / 60) % 24, minutes % 60];
  return `${hour % 12 || 12}:${String(minute).padStart(2, "0")}${hour < 12 ? "am" : "pm"}`;
};

/** When each item begins, "9:30am"; "" from the first whose beginning is not known on. */
export function agendaTimes(agenda: AgendaItem[], begins: string | null): string[] {
  if (begins === null) return agenda.map(() => "");
  let at: number | null = Number(begins.slice(0, 2)) * 60 + Number(begins.slice(3));
  return agenda.map(({ minutes }) => {
    const time = at === null ? "" : clock(at);
    at = at === null || minutes === null ? null : at + minutes;
    return time;
  });
}

/** All minutes of the agenda, or null where an item has none. */
export function agendaMinutes({ agenda }: Choices): number | null {
  if (!agenda?.length || agenda.some(({ minutes }) => minutes === null)) return null;
  return agenda.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0);
}

/** Read out calmly, with a moment to look at each slide. */
const wordsAMinute = 140;
const minutesASlide = 0.25;

const isBreak = ({ id }: Slide): boolean => id.startsWith("questions-");
const isAppendix = (slide: Slide): boolean => slide.kind === "table" && slide.role === "evidence";

/** Minutes, as an estimate: its words read out, and the breaks for questions. The appendix is not read out. */
export function runningMinutes({ slides }: Deck, { breakMinutes }: Pick<Choices, "breakMinutes">): number {
  const minutes = slides.map((slide) => {
    if (isBreak(slide)) return breakMinutes;
    if (isAppendix(slide)) return 0;
    return minutesASlide + slideWords(slide).join(" ").split(/\s+/).length / wordsAMinute;
  });
  return Math.round(minutes.reduce((sum, each) => sum + each, 0));
}

/** "1 hour 50 minutes". */
export function inHours(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  const some = (count: number, one: string) => (count === 0 ? "" : `${count} ${one}${count === 1 ? "" : "s"}`);
  return [some(hours, "hour"), some(rest, "minute")].filter(Boolean).join(" ") || "less than a minute";
}

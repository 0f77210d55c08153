/** The agenda as it is typed into its form, field by field. */
import { type AgendaItem, type Choices, choices, lengths, mostAgendaItems } from "./choices.ts";

export type TypedAgenda = {
  titles: string[];
  minutes: string[];
  /** One part on each line. */
  parts: string[];
  begins: string;
  breaks: string[];
  breakMinutes: string;
};

type Draft = Pick<Choices, "agenda" | "begins" | "breaks" | "breakMinutes">;

const oneLine = (text: string) => text.replace(/\s+/g, " ").trim();
const isMinutes = (text: string) => /^\d{1,3}$/.test(text) && Number(text) >= 1 && Number(text) <= 600;

/** What is typed, or what is wrong with it. An agenda without items is the one of the inspection's settings. */
export function readAgenda(typed: TypedAgenda): Draft & { errors?: Record<string, string> } {
  const errors: Record<string, string> = {};
  const items = typed.titles.flatMap((each, at): AgendaItem[] => {
    const [title, given] = [oneLine(each), oneLine(typed.minutes[at] ?? "")];
    if (!title) return [];
    const parts = (typed.parts[at] ?? "").split(/\r?\n/).map(oneLine).filter(Boolean);
    if ([title, ...parts].some(({ length }) => length > lengths.agenda)) {
      errors.title = `Each item and each part must be ${lengths.agenda} characters or fewer. Item ${at + 1} has more.`;
    }
    if (given && !isMinutes(given))
      errors.minutes = `Minutes must be a whole number from 1 to 600. Item ${at + 1} says “${given}”.`;
    return [{ title, parts, minutes: isMinutes(given) ? Number(given) : null }];
  });
  if (items.length > mostAgendaItems) errors.title = `An agenda has at most ${mostAgendaItems} items.`;
  const begins = typed.begins.trim() || null;
  if (!choices.shape.begins.safeParse(begins).success) errors.begins = "Enter a time such as 09:30";
  const breakMinutes = oneLine(typed.breakMinutes);
  if (!isMinutes(breakMinutes)) errors.breakMinutes = "Minutes must be a whole number from 1 to 600";
  const breaks = [...new Set(typed.breaks.filter((each) => /^[1-9]\d{0,3}$/.test(each)).map(Number))];
  return {
    agenda: items.length ? items : null,
    begins,
    breaks,
    breakMinutes: Number(breakMinutes),
    ...(Object.keys(errors).length > 0 && { errors }),
  };
}

/**
 * What a saved deck chooses: which findings, in which layout and order, with which notes, agenda and breaks.
 * Pure values and pure changes of them; a deck without choices is the whole briefing.
 */
import { z } from "zod";

import type { Audience } from "./audience.ts";

export const layouts = ["one", "two", "headlines"] as const;
/** A line on as few slides as hold it; strengths and weaknesses on one and areas on the next; or what stands out. */
export type Layout = (typeof layouts)[number];

export const rules = ["all", "cited"] as const;
/** Whether findings without a citation are in. */
export type DeckRule = (typeof rules)[number];

export const lengths = { notes: 4000, headline: 400, reason: 200, title: 80, agenda: 120 } as const;
export const mostAgendaItems = 20;
const longestItem = 600;

const ref = z.string().regex(/^\d+\.\d+$/);
const minutes = z.int().min(1).max(longestItem);

const agendaItem = z.strictObject({
  title: z.string().min(1).max(lengths.agenda),
  parts: z.array(z.string().min(1).max(lengths.agenda)),
  minutes: minutes.nullable(),
});
export type AgendaItem = z.infer<typeof agendaItem>;

const headlines = z.strictObject({
  strengths: z.string().max(lengths.headline).optional(),
  weaknesses: z.string().max(lengths.headline).optional(),
  areas: z.string().max(lengths.headline).optional(),
});
export type Headlines = z.infer<typeof headlines>;

export const choices = z.strictObject({
  rule: z.enum(rules).default("all"),
  /** Why each finding is left out, by its id; "" where nobody said. */
  leftOut: z.record(z.string(), z.string().max(lengths.reason)).default({}),
  /** By the reference of the line; "one" where there is none. */
  layout: z.record(ref, z.enum(layouts)).default({}),
  /** What the headlines say where it is not the first finding of each kind; by the reference of the line. */
  headlines: z.record(ref, headlines).default({}),
  /** Lines in the order of the deck, by the number of their theme; the framework's order where there is none. */
  order: z.record(z.string().regex(/^\d+$/), z.array(ref)).default({}),
  /** What the speaker wants to remember, by the id of the slide. */
  notes: z.record(z.string(), z.string().max(lengths.notes)).default({}),
  /** Null for the agenda of the inspection's settings, without times. */
  agenda: z.array(agendaItem).max(mostAgendaItems).nullable().default(null),
  /** When the meeting begins, "09:30"; null for no times. */
  begins: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .nullable()
    .default(null),
  /** Numbers of the themes after which people may ask, and how many minutes each time takes. */
  breaks: z.array(z.int().positive()).default([]),
  breakMinutes: minutes.default(5),
  show: z
    .strictObject({
      sources: z.boolean(),
      numbers: z.boolean(),
      ratings: z.boolean(),
      /** What became of each point since the opening briefing. */
      marks: z.boolean().default(false),
    })
    .default({ sources: true, numbers: false, ratings: true, marks: false }),
});
export type Choices = z.infer<typeof choices>;

export const noChoices: Choices = choices.parse({});

/** What a new deck begins with. The council reads neither ratings nor numbers of sources off the screen. */
export const audienceFacts = {
  opening: { title: "Opening briefing", slug: "opening", forCouncil: false, choices: noChoices },
  interim: {
    title: "Interim findings",
    slug: "interim",
    forCouncil: false,
    choices: choices.parse({ rule: "cited", show: { sources: true, numbers: true, ratings: true } }),
  },
  feedback: {
    title: "Feedback",
    slug: "feedback",
    forCouncil: true,
    choices: choices.parse({ rule: "cited", show: { sources: false, numbers: false, ratings: false, marks: true } }),
  },
} as const satisfies Record<Audience, { title: string; slug: string; forCouncil: boolean; choices: Choices }>;

const without = <T>(of: Record<string, T>, key: string): Record<string, T> =>
  Object.fromEntries(Object.entries(of).filter(([each]) => each !== key));

const put = <T>(of: Record<string, T>, key: string, value: T | null): Record<string, T> =>
  value === null ? without(of, key) : { ...without(of, key), [key]: value };

/** Leaves the findings of `shown` that are not among `kept` out, with one reason for those that join, and takes the rest in. */
export function withFindings(of: Choices, shown: string[], kept: string[], reason: string): Choices {
  const inside = new Set(kept);
  const leftOut = shown.reduce((all, id) => put(all, id, inside.has(id) ? null : of.leftOut[id] || reason), of.leftOut);
  return { ...of, leftOut };
}

export function withLayout(of: Choices, line: string, layout: Layout, said: Headlines): Choices {
  const kept = Object.fromEntries(Object.entries(said).filter(([, words]) => words));
  return {
    ...of,
    layout: put(of.layout, line, layout === "one" ? null : layout),
    headlines: put(of.headlines, line, Object.keys(kept).length ? kept : null),
  };
}

export const withNotes = (of: Choices, slide: string, words: string): Choices => ({
  ...of,
  notes: put(of.notes, slide, words || null),
});

/** The references of a theme's lines as the deck orders them; lines that are new to it keep their place at the end. */
export function inChosenOrder<T extends { ref: string }>(lines: readonly T[], order: readonly string[] = []): T[] {
  const place = ({ ref: each }: T) => (order.includes(each) ? order.indexOf(each) : order.length);
  return [...lines].sort((a, b) => place(a) - place(b));
}

/** Moves a line one place among those given, which are its theme's as the deck orders them; at the end it stays. */
export function withLineMoved(of: Choices, theme: number, lines: string[], line: string, by: 1 | -1): Choices {
  const from = lines.indexOf(line);
  const to = from + by;
  if (from < 0 || to < 0 || to >= lines.length) return of;
  const order = lines.map((each, at) => (at === from ? lines[to]! : at === to ? line : each));
  return { ...of, order: put(of.order, String(theme), order) };
}

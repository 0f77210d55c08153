/** Slides of lists and statements: the team, the agenda, what the service has aimed to achieve, the next stages. */
import type { Briefing, BriefingFrame } from "./briefing.ts";
import type { Item, ListSlide, StatementSlide } from "./deck.ts";
import { fitOverline } from "./page.ts";
import { listLook, spreadItems, statementLook } from "./spread.ts";
import { titleFor, topFor } from "./title.ts";

/** A lead longer than this is no lead. */
const longestLead = 60;

function item(style: Item["style"], text: string, lead = ""): Item {
  const long = lead.length > longestLead;
  const parts = long ? { lead: "", text: `${lead}: ${text}` } : { lead, text };
  return { style, label: "", ...parts, piece: "whole", cites: [] };
}

type Head = { id: string; title: string; section: string; overline: string };

function listSlides(head: Head, items: Item[], tag: string): ListSlide[] {
  return spread(head, items, tag, listLook).map((slide) => ({ kind: "list", ...slide }));
}

function statementSlides(head: Head, items: Item[], tag: string): StatementSlide[] {
  return spread(head, items, tag, statementLook).map((slide) => ({ kind: "statement", ...slide }));
}

function spread(head: Head, items: Item[], tag: string, lookOf: typeof listLook) {
  const whole = spreadItems(items, lookOf, titleFor(head.title, tag, 1, 1).top);
  const pages = whole.length === 1 ? whole : spreadItems(items, lookOf, topFor(head.title, tag));
  return pages.map((shown, n) => ({
    ...head,
    id: n === 0 ? head.id : `${head.id}-${n + 1}`,
    ...titleFor(head.title, tag, n + 1, pages.length),
    overline: fitOverline(head.overline),
    items: shown,
    notes: [],
  }));
}

export function teamSlides({ team, title }: Briefing, tag: string): ListSlide[] {
  const items = team.map(({ role, organisation, lead }) => {
    const what = [organisation, lead && "leads the inspection"].filter(Boolean).join(", ");
    return item("point", what || role, what && role);
  });
  return listSlides({ id: "team", title: "The inspection team", section: "Start", overline: title }, items, tag);
}

/** `times`: when each item begins, "" where that is not known. */
export function agendaSlides({ agenda, title: overline }: Briefing, tag: string, times: string[] = []): ListSlide[] {
  const items = agenda.flatMap(({ title, parts }, n) => [
    item("point", title, times[n]),
    ...parts.map((part) => item("part", part)),
  ]);
  return listSlides({ id: "agenda", title: "Agenda", section: "Start", overline }, items, tag);
}

type Context = BriefingFrame["context"][number];

/** The founding briefing asks this first of all, under Judgement 1. */
const contextOverline = "What has the service aimed to achieve?";

export function contextSlides(context: Context, number: number, section: string, tag: string) {
  const head = { id: `context-${number}`, title: context.title, section, overline: contextOverline };
  const prose = context.paragraphs.map((text) => item("prose", text));
  if (context.items.length === 0) return statementSlides(head, prose, tag);
  return listSlides(head, [...prose, ...context.items.map((text) => item("point", text))], tag);
}

/** What stood at the opening and stands no more, with the reason. */
export function withdrawnSlides({ withdrawn = [], title: overline }: Briefing, tag: string): ListSlide[] {
  const title = "Withdrawn since the opening briefing";
  const items = withdrawn.map(({ ref, text, reason }) => item("point", reason ? `${text} (${reason})` : text, ref));
  return listSlides({ id: "withdrawn", title, section: "Next stages", overline }, items, tag);
}

export function nextStagesSlides({ nextStages, title: overline }: Briefing, tag: string): ListSlide[] {
  const items = nextStages.map(({ title, detail }) => item("point", detail ?? title, detail === null ? "" : title));
  return listSlides({ id: "next-stages", title: "Next stages", section: "Next stages", overline }, items, tag);
}

/** The saved decks of the demonstration: the opening one with its agenda and times, the interim one, and one for the council. */
import { briefingFrame } from "#app/models/briefing/briefing.ts";
import { audienceFacts, type Choices, type Layout, noChoices } from "#app/models/briefing/choices.ts";
import { addDeck } from "#app/models/briefing/decks.server.ts";
import type { Inspection } from "#app/models/inspections/inspections.server.ts";
import type { Desk } from "#app/platform/desk.ts";

/** Minutes of each item of the inspection's own agenda: introduction, findings, conclusion, questions. */
const minutes = [10, 150, 10, 20];

function opening({ frame, framework }: Inspection): Choices {
  const { agenda } = briefingFrame.parse(frame);
  const themes = framework.judgements.flatMap((judgement) => judgement.themes);
  return {
    ...noChoices,
    agenda: agenda.map((item, at) => ({ ...item, minutes: minutes[at] ?? 10 })),
    begins: "09:30",
    breaks: themes.map(({ number }) => number),
    breakMinutes: 5,
    notes: {
      cover: "Thank the chair for the room, and say where the fire exits are.",
      team: "Each of us says one sentence about where we come from.",
      "line-1.3":
        "Thank the group for sending its minutes early.\nWe have not met members yet, so these are first impressions from documents.",
    },
  };
}

/** Themes that the council hears about in headlines. */
const inHeadlines = [4, 5, 6];

function feedback({ framework }: Inspection): Choices {
  const lines = framework.judgements
    .flatMap(({ themes }) => themes)
    .filter(({ number }) => inHeadlines.includes(number))
    .flatMap((theme) => theme.lines);
  const layout = Object.fromEntries(lines.map(({ ref }): [string, Layout] => [ref, "headlines"]));
  return { ...audienceFacts.feedback.choices, rule: "all", layout };
}

export async function saveDecks(lead: Desk, of: Inspection): Promise<void> {
  await addDeck(lead, of, { audience: "opening", title: "", copyOf: "" }, opening(of));
  await addDeck(lead, of, { audience: "interim", title: "", copyOf: "" });
  await addDeck(lead, of, { audience: "feedback", title: "", copyOf: "" }, feedback(of));
}

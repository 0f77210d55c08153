/** The requests of the demonstration: what was asked over three weeks, and what came of it. */
import { createReadStream } from "node:fs";
import { randomUUID } from "node:crypto";
import { join } from "node:path";

import { arrive } from "#app/models/evidence/waiting.server.ts";
import { listAreas } from "#app/models/fieldwork/areas.server.ts";
import { londonClock } from "#app/models/fieldwork/london-time.ts";
import { findInspection, type Inspection } from "#app/models/inspections/inspections.server.ts";
import type { TypedAnswer } from "#app/models/requests/answer-draft.ts";
import type { DraftFileTyped } from "#app/models/requests/answer-files.server.ts";
import { saveAnswer } from "#app/models/requests/answers.server.ts";
import { draftRequest, sendRequest, withdrawRequest } from "#app/models/requests/drafts.server.ts";
import { findRequest, listAnswerers } from "#app/models/requests/requests.server.ts";
import { acceptAnswer, returnAnswer } from "#app/models/requests/reviews.server.ts";
import { sendAnswer } from "#app/models/requests/sending.server.ts";
import type { Desk } from "#app/platform/desk.ts";
import { contentFolder } from "#app/platform/home.server.ts";

type Sample = {
  title: string;
  text: string;
  lines: string[];
  /** Days before now on which it was sent; a draft has none. */
  sent?: number;
  /** Days from now to the day it is due. */
  due?: number;
  /** A person of the council by name, or a team. */
  person?: string;
  team?: string;
  /** The beginning of the area to explore that it was raised from. */
  area?: string;
  answer?: Partial<TypedAnswer> & {
    /** Files beside the sample documents, and what each is called. */
    files?: { file: string; title: string }[];
  };
  then?: "accept" | { sendBack: string } | { takeBack: string };
};

const officer = "Council officer";

const samples: Sample[] = [
  {
    title: "How people are told that they can complain",
    text: "Please send the leaflets and letters that tell people who use services how to complain.",
    lines: ["4.6"],
    sent: 21,
    due: -9,
    person: officer,
    area: "How the complaints procedure is publicised",
    answer: {
      files: [{ file: "letter-to-new-tenants-2007.txt", title: "Letter to new tenants, March 2007" }],
      message: "Providers give this letter, in six languages. There is no leaflet.",
    },
    then: "accept",
  },
  {
    title: "Costs of services beside those of other councils",
    text: "Please send the comparison of unit costs that your board looked at last, with the services that were left out of it.",
    lines: ["5.3"],
    sent: 16,
    due: -2,
    person: officer,
    answer: {
      files: [{ file: "unit-costs-2006-07.csv", title: "Unit costs beside nine councils, 2006/07" }],
      message: "Floating support is left out: the other councils count its hours differently.",
    },
  },
  {
    title: "Voluntary sector grant monitoring",
    text: "Please send the monitoring returns for the one-off grant to the voluntary sector forum, and the plan for the time after it ends.",
    lines: ["1.7"],
    sent: 14,
    due: -5,
    area: "How capacity is being built for the time after",
  },
  {
    title: "Terms of the group for small providers",
    text: "Please send the terms of reference of the group for voluntary and small providers, and its notes of the past 12 months.",
    lines: ["1.7"],
    sent: 12,
    due: 2,
    person: officer,
    area: "What the group for voluntary and small providers",
    answer: { kind: "not-held", message: "The group is run by its members, and keeps its own notes." },
    then: { sendBack: "The group’s chair can give them to you: ask for the notes, and send what you are given." },
  },
  {
    title: "Attendance at the core strategy group",
    text: "Please send the attendance record for the past 12 months, and anything that shows how absences were followed up. A spreadsheet is fine.",
    lines: ["1.3"],
    sent: 7,
    due: 4,
    person: officer,
    area: "What has been done about low attendance",
  },
  {
    title: "Complaints log",
    text: "Please send the log of complaints and compliments of the past 12 months, without the names of those who made them, and what was changed because of them.",
    lines: ["4.6"],
    sent: 6,
    due: 11,
    team: "Housing options team",
  },
  {
    title: "Where the directory of services is published",
    text: "Please tell us where people can find the directory of services, and when it was last brought up to date.",
    lines: ["7.4"],
    sent: 5,
    due: 6,
    person: officer,
    answer: {
      kind: "public",
      link: "https://directory.example/supporting-people",
      message: "It was last brought up to date in May.",
    },
  },
  {
    title: "Opening times of reception desks",
    text: "Please send the times at which each reception desk is open, and the languages spoken there.",
    lines: ["7.4"],
    sent: 4,
    due: 9,
    then: { takeBack: "We saw the desks ourselves, and do not need the list any more." },
  },
  {
    title: "How conflicts of interest are recorded",
    text: "Please send what shows how the body deals with conflicts of interest, such as a register or minutes.",
    lines: ["1.2"],
    area: "How the body deals with conflicts of interest",
  },
  {
    title: "Training for the team",
    text: "Please send the training record of the Supporting People team for the past 12 months.",
    lines: ["3.1"],
    due: 14,
  },
];

const DAY = 86_400_000;

type Ways = { lead: Desk; officer: Desk; code: string };

/** The same desk, some days ago. */
const ago = (desk: Desk, days: number): Desk => ({ ...desk, now: () => new Date(desk.now().getTime() - days * DAY) });

/** That moment, or the same time on the Monday after it. */
function workday(moment: number): Date {
  const day = new Date(moment);
  while ([0, 6].includes(day.getUTCDay())) day.setTime(day.getTime() + DAY);
  return day;
}

async function ask(lead: Desk, of: Inspection, sample: Sample): Promise<string> {
  const { title, text, lines, due, person, team = "", area, sent = 0 } = sample;
  const day = due === undefined ? "" : londonClock(workday(lead.now().getTime() + due * DAY)).day;
  const whom = (await listAnswerers(lead, of)).find(({ name }) => name === person);
  const from = area ? (await listAreas(lead, of)).filter((one) => one.text.startsWith(area)) : [];
  if (area && !from.length) throw new Error(`There is no area to explore that begins “${area}”.`);
  const typed = { title, text, lines, due: day, person: whom?.id ?? "", team };
  return draftRequest(
    ago(lead, sent),
    of,
    typed,
    from.map(({ id }) => id),
  );
}

/** Uploads a file as the officer would, to wait with a draft. */
async function upload(desk: Desk, of: Inspection, { file, title }: { file: string; title: string }) {
  const path = join(contentFolder, "briefings", `${of.code}-evidence`, file);
  const id = randomUUID();
  await arrive(desk, of, { id, name: file, arrival: await desk.storage.receive(createReadStream(path), Infinity) });
  return { id, title, restricted: false };
}

async function answer(ways: Ways, number: number, { answer: given, sent = 0 }: Sample): Promise<void> {
  if (!given) return;
  const desk = ago(ways.officer, Math.max(0, sent - 3));
  const of = await findInspection(desk, ways.code);
  const { files = [], ...typed } = given;
  const waiting: DraftFileTyped[] = [];
  for (const one of files) waiting.push(await upload(desk, of, one));
  const blank = { kind: "files", message: "", link: "", document: "", place: "" };
  await saveAnswer(desk, of, number, { ...blank, ...typed, version: 0, files: waiting });
  await sendAnswer(desk, of, number, 1);
}

/** Asks, answers and looks at answers as people would have over three weeks. */
export async function askForSome(lead: Desk, council: Desk, code: string): Promise<void> {
  const of = await findInspection(lead, code);
  for (const sample of samples) {
    const id = await ask(lead, of, sample);
    if (sample.sent === undefined) continue;
    const number = await sendRequest(ago(lead, sample.sent), of, id, 1);
    await answer({ lead, officer: council, code }, number, sample);
    const { version } = await findRequest(lead, of, number);
    const { then } = sample;
    if (then === "accept") await acceptAnswer(lead, of, number, version);
    else if (then && "sendBack" in then) await returnAnswer(lead, of, number, { version, reason: then.sendBack });
    else if (then) await withdrawRequest(lead, of, id, { version, reason: then.takeBack });
  }
}

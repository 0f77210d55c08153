/** Letters about requests. They hold numbers, titles, days and links: what there is to read is read after signing in. */
import { paths } from "#app/paths.ts";

import { type LetterKind, requestRef } from "./request.ts";

export type LetterItem = {
  /** The code of its inspection. */
  code: string;
  number: number;
  title: string;
  /** YYYY-MM-DD. */
  due: string | null;
};

const news = {
  sent: { one: "is a new request", many: "New requests" },
  given: { one: "was given to you to answer", many: "Given to you to answer" },
  returned: { one: "was sent back to you, with a reason", many: "Sent back to you, with a reason" },
  accepted: { one: "is closed: the answer was accepted", many: "Closed: the answer was accepted" },
  reminded: { one: "still waits for an answer: the inspectors remind you", many: "The inspectors remind you of these" },
  "due-soon": { one: "is due soon", many: "Due soon" },
  "due-today": { one: "is due today", many: "Due today" },
} as const satisfies Record<LetterKind, { one: string; many: string }>;

const day = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "Europe/London" });

/** A title that someone typed stays on its line. */
const oneLine = (text: string) => text.replace(/\s+/g, " ").trim();

function itemLines(origin: string, { code, number, title, due }: LetterItem): string {
  return [
    `${requestRef(number)} ${oneLine(title)}`,
    ...(due ? [`Due ${day.format(new Date(due))}`] : []),
    new URL(paths.request(code, number), origin).href,
  ].join("\n");
}

const lastLine = (origin: string) => `Choose which letters you get: ${new URL(paths.ownMail(), origin).href}`;

type Words = { subject: string; text: string };

const written = (subject: string, parts: string[]): Words => ({ subject, text: `${parts.join("\n\n")}\n` });

/** One letter of all the news that waits for a person. `origin` is where the product is found. */
export function newsLetter(origin: string, items: readonly (LetterItem & { kind: LetterKind })[]): Words {
  const [first] = items;
  if (items.length === 1 && first) {
    const subject = `${requestRef(first.number)} ${news[first.kind].one}`;
    return written(subject, [`${subject}.`, itemLines(origin, first), lastLine(origin)]);
  }
  const kinds = (Object.keys(news) as LetterKind[]).filter((kind) => items.some((one) => one.kind === kind));
  const parts = kinds.flatMap((kind) => [
    `${news[kind].many}:`,
    ...items.filter((one) => one.kind === kind).map((one) => itemLines(origin, one)),
  ]);
  return written(`News of ${items.length} requests`, [...parts, lastLine(origin)]);
}

/** What a morning's letter lists, by what is to be done about it. */
export type Digest = { overdue: LetterItem[]; returned: LetterItem[]; due: LetterItem[]; answered: LetterItem[] };

const headings = {
  overdue: { title: "Overdue", short: "overdue" },
  returned: { title: "Sent back to you", short: "sent back" },
  due: { title: "Due within a week", short: "due" },
  answered: { title: "Answers to look at", short: "to look at" },
} as const satisfies Record<keyof Digest, { title: string; short: string }>;

/** The letter of a morning; null where there is nothing to say. */
export function digestLetter(origin: string, digest: Digest): Words | null {
  const names = (Object.keys(headings) as (keyof Digest)[]).filter((name) => digest[name].length > 0);
  if (!names.length) return null;
  const subject = `Requests today: ${names.map((name) => `${digest[name].length} ${headings[name].short}`).join(", ")}`;
  const parts = names.flatMap((name) => [
    `${headings[name].title}:`,
    ...digest[name].map((one) => itemLines(origin, one)),
  ]);
  return written(subject, [...parts, lastLine(origin)]);
}

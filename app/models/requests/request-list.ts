/** A list of requests as a table: what each row asks, and in words what is wrong with it. */
import { csvRecords, delimiterOf } from "#app/models/evidence/text/csv.ts";

import { readDay } from "./due-day.ts";
import { sameWords } from "./likeness.ts";
import { linesTyped } from "./lines-typed.ts";
import { readRequest, type RequestDraft } from "./request-draft.ts";

export const listColumns = ["title", "request", "lines", "due", "person or team"] as const;
export type ListColumn = (typeof listColumns)[number];

/** How a column is called on a page. */
const titles = {
  title: "Title",
  request: "Request",
  lines: "Lines",
  due: "Due",
  "person or team": "Person or team",
} as const satisfies Record<ListColumn, string>;
export const listColumnTitle = (column: ListColumn): string => titles[column];

/** What else people call them. */
const aliases: Record<string, ListColumn> = {
  text: "request",
  "information requested": "request",
  description: "request",
  line: "lines",
  "lines of enquiry": "lines",
  "due date": "due",
  deadline: "due",
  person: "person or team",
  team: "person or team",
  owner: "person or team",
};

export type Fault = { column: ListColumn | null; message: string };

export type ListRow = {
  /** Its number in a spreadsheet: the header is row 1. */
  number: number;
  title: string;
  draft: RequestDraft | null;
  lines: string[];
  /** The name of the person who was found, else the team. */
  whom: string | null;
  faults: Fault[];
};

/** What a list is read against. */
export type Known = {
  lines: ReadonlySet<string>;
  people: readonly { id: string; name: string }[];
  /** Requests that there are: how each is called by the words of its text. */
  requests: ReadonlyMap<string, string>;
  /** YYYY-MM-DD. */
  today: string;
};

export type RequestList = {
  rows: ListRow[];
  /** Rows without a single word, by their numbers. */
  empty: number[];
  /** Headings that mean nothing here. */
  unread: string[];
};

/** The most rows of one list. */
export const MOST_ROWS = 500;

type Cells = Record<ListColumn, string>;

/** What a spreadsheet takes for a formula; a dash before a space begins a list. Source: OWASP, CSV injection. */
const formula = /^\s*(?:[=@+\t\r]|-(?! ))/;

/** An export guards words with an apostrophe: it is no part of them. */
const unguarded = (cell: string) => cell.replace(/^'(?=[=+\-@])/, "").trim();

function headings(record: string[]): { at: Map<ListColumn, number>; unread: string[] } {
  const at = new Map<ListColumn, number>();
  const unread: string[] = [];
  record.forEach((heading, index) => {
    const name = heading.trim().toLowerCase();
    const column = listColumns.find((one) => one === name) ?? aliases[name];
    if (column && !at.has(column)) at.set(column, index);
    else if (name) unread.push(heading.trim().slice(0, 60));
  });
  return { at, unread };
}

const quoted = (text: string) => `“${text.length > 40 ? `${text.slice(0, 39)}…` : text}”`;

function dueFault(typed: string, day: string | null, today: string): Fault[] {
  if (!typed) return [];
  if (!day) return [{ column: "due", message: `${quoted(typed)} is no date. Write it as 11/12/2026, the day first` }];
  return day < today ? [{ column: "due", message: `${quoted(typed)} has passed` }] : [];
}

/** The person of this name, else the words as a team. Two of one name are a fault. */
function whomOf(typed: string, { people }: Known): { person: string; team: string; faults: Fault[] } {
  const named = people.filter(({ name }) => sameWords(name) === sameWords(typed));
  const [one] = named;
  if (!typed || !one) return { person: "", team: typed, faults: [] };
  if (named.length === 1) return { person: one.id, team: "", faults: [] };
  const message = `${named.length} people of the council are called ${quoted(typed)}. Leave it empty and choose later`;
  return { person: "", team: "", faults: [{ column: "person or team", message }] };
}

const columnOf: Record<string, ListColumn> = {
  title: "title",
  text: "request",
  due: "due",
  team: "person or team",
};

function readRow(number: number, cells: Cells, known: Known): ListRow {
  const day = readDay(cells.due);
  const { person, team, faults: whomFaults } = whomOf(cells["person or team"], known);
  const lines = linesTyped(cells.lines);
  const read = readRequest({ title: cells.title, text: cells.request, due: day ?? "", person, team, lines });
  const faults: Fault[] = [
    ...listColumns
      .filter((column) => formula.test(cells[column]))
      .map((column) => ({
        column,
        message: `It begins with “${cells[column].trim().charAt(0)}”, as a formula does. Begin with a word`,
      })),
    ...Object.entries(read.errors ?? {}).map(([field, message]) => ({ column: columnOf[field] ?? null, message })),
    ...lines
      .filter((ref) => !known.lines.has(ref))
      .map((ref) => ({ column: "lines" as const, message: `There is no line ${quoted(ref)} in this framework` })),
    ...dueFault(cells.due, day, known.today),
    ...whomFaults,
  ];
  const whom = known.people.find(({ id }) => id === person)?.name ?? (team || null);
  return { number, title: cells.title, draft: read.draft, lines, whom, faults };
}

/** Names rows that ask what another row, or a request that there is, asks in the same words. */
function nameRepeats(rows: ListRow[], texts: string[], known: Known): void {
  const seen = new Map<string, number>();
  rows.forEach((row, at) => {
    const words = sameWords(texts[at] ?? "");
    if (!words) return;
    const there = known.requests.get(words);
    const earlier = seen.get(words);
    if (there) row.faults.push({ column: "request", message: `${there} asks for the same` });
    if (earlier) row.faults.push({ column: "request", message: `Row ${earlier} asks for the same` });
    else seen.set(words, row.number);
  });
}

/** Reads a list that was saved as CSV. A list that cannot be read at all answers why, as a sentence. */
export function readRequestList(typed: string, known: Known): RequestList | string {
  // Excel writes the delimiter into a first line of its own: "sep=;".
  const [, named, text = ""] = /^\uFEFF?(?:sep=(.)\r?\n)?([\s\S]*)$/.exec(typed) ?? [];
  if (!text.trim()) return "The file is empty. Choose the list again.";
  const [first = [], ...records] = csvRecords(text, named ?? delimiterOf(text));
  const { at, unread } = headings(first);
  const missing = (["title", "request"] as const).filter((column) => !at.has(column)).map(listColumnTitle);
  if (missing.length) {
    return `The first row has no column called ${missing.join(" and none called ")}. Use the headings of the template.`;
  }
  while (records.length && !records.at(-1)?.some((cell) => cell.trim())) records.pop();
  if (records.length > MOST_ROWS)
    return `The list has ${records.length} rows. Split it into lists of ${MOST_ROWS} or fewer.`;
  const list: RequestList = { rows: [], empty: [], unread };
  const texts: string[] = [];
  records.forEach((record, index) => {
    const cell = (column: ListColumn) => unguarded(record[at.get(column) ?? -1] ?? "");
    const cells = Object.fromEntries(listColumns.map((column) => [column, cell(column)])) as Cells;
    const number = index + 2;
    if (!record.some((one) => one.trim())) return void list.empty.push(number);
    list.rows.push(readRow(number, cells, known));
    texts.push(cells.request);
  });
  nameRepeats(list.rows, texts, known);
  return list.rows.length ? list : "The list has headings and no rows. Add what you ask for, and choose it again.";
}

/** Why these rows of a list cannot be made, as a sentence; null where they can. */
export function whyNotImport({ rows }: RequestList, chosen: readonly number[]): string | null {
  if (!chosen.length) return "Choose at least one row";
  const whole = new Set(rows.filter(({ faults }) => faults.length === 0).map(({ number }) => number));
  const lost = chosen.filter((number) => !whole.has(number));
  return lost.length ? `Row ${lost.join(", ")} cannot be taken any more. See why below.` : null;
}

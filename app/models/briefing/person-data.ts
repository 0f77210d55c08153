/** What the product holds about one account, as data and as a page. */
import { type Hash, packStyle, paragraph, table } from "./pack-page.ts";
import { html } from "./slide-html.ts";

export type PersonData = {
  account: {
    id: string;
    email: string;
    name: string;
    role: string;
    organisation: string | null;
    addedAt: string;
    disabledAt: string | null;
  };
  signIn: {
    password: boolean;
    secondFactor: boolean;
    singleSignOn: { issuer: string; subject: string }[];
    devices: { device: string; startedAt: string; seenAt: string }[];
  };
  letters: { atOnce: boolean; digest: string }[];
  savedViews: { name: string; query: string; addedAt: string }[];
  calendars: { addedAt: string; revokedAt: string | null }[];
  privateNotes: { text: string; changedAt: string }[];
  /** Where the account is named: the table, the part that it plays there, and the ids of the rows. */
  mentions: { where: string; as: string; ids: string[] }[];
  /** What the person did, without words. */
  record: { at: string; action: string; subject: string }[];
};

type Row = Record<string, unknown>;

const cell = (value: unknown) =>
  html(value === null || value === undefined ? "" : Array.isArray(value) ? value.join(", ") : String(value));

/** "startedAt" as "started at". */
const words = (name: string) => name.replace(/([A-Z])/g, " $1").toLowerCase();

function part(title: string, rows: readonly Row[]): string {
  const [first] = rows;
  const head = `<h2>${html(title)}</h2>`;
  if (!first) return head + paragraph("Nothing.");
  const names = Object.keys(first);
  return (
    head +
    table(
      title,
      names.map(words),
      rows.map((row) => names.map((name) => cell(row[name]))),
    )
  );
}

/** The data as one page that needs nothing else. */
export function personPage(data: PersonData, hash: Hash): string {
  const { account, signIn, letters, savedViews, calendars, privateNotes, mentions, record } = data;
  const { password, secondFactor, singleSignOn, devices } = signIn;
  return [
    '<!doctype html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${hash(packStyle)}'; base-uri 'none'; form-action 'none'">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>What Throughline holds about an account</title>\n<style>${packStyle}</style>\n</head>\n<body><main>`,
    "<h1>What Throughline holds about this account</h1>",
    paragraph(
      "Passwords and second steps are kept so that nobody can read them; here stands only whether there are any.",
    ),
    part("Account", [account]),
    part("How the person signs in", [
      { password: password ? "Set" : "None", secondFactor: secondFactor ? "Set up" : "None" },
    ]),
    part("Single sign-on", singleSignOn),
    part("Devices that are signed in", devices),
    part("Letters", letters),
    part("Saved views", savedViews),
    part("Calendar addresses", calendars),
    part("Private notes", privateNotes),
    part("Where the account is named", mentions),
    part("What the person did", record),
    "</main></body>\n</html>\n",
  ].join("\n");
}

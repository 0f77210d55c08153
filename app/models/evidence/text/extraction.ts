/** What a machine read of a file: its text by unit, and in plain words what became of it. */
export const unitKinds = ["page", "slide", "sheet", "section", "message", "attachment"] as const;
export type UnitKind = (typeof unitKinds)[number];

export const extractionStatuses = [
  "ok",
  "no-text",
  "encrypted",
  "corrupt",
  "unsupported",
  "too-large",
  "timeout",
] as const;
export type ExtractionStatus = (typeof extractionStatuses)[number];

/** Where a text comes from: read by a machine, typed by a person, or recognised in a picture. */
export const textOrigins = ["machine", "typed", "recognised"] as const;
export type TextOrigin = (typeof textOrigins)[number];

/** The most that is read of one file. Source: the product's limits for hostile files. */
export const MAX_UNITS = 2_000;
export const MAX_CHARACTERS = 5_000_000;
export const MAX_CELLS = 200_000;
/** Mail in mail, and files in it: how far down they are read. */
export const MAX_DEPTH = 2;
export const MAX_LABEL = 200;
export const MAX_WARNINGS = 50;
export const MAX_WARNING = 500;

export type Unit = {
  kind: UnitKind;
  /** How a citation names the place: "page 3", "Section 2: Governance". */
  label: string;
  text: string;
  /** Not shown by the program that made the file, such as a hidden slide. */
  hidden: boolean;
};

export type Extraction = {
  status: ExtractionStatus;
  units: Unit[];
  /** Whole sentences for the reader: what was left out, and why. */
  warnings: string[];
};

/** An extraction without text. */
export const unread = (status: Exclude<ExtractionStatus, "ok">, ...warnings: string[]): Extraction => ({
  status,
  units: [],
  warnings: warnings.slice(0, MAX_WARNINGS).map((warning) => warning.slice(0, MAX_WARNING)),
});

/** A file that cannot be read, why in one word for the program and in one sentence for the reader. */
export class Unreadable extends Error {
  constructor(
    readonly status: Exclude<ExtractionStatus, "ok">,
    readonly why: string,
  ) {
    super(why);
  }
}

export const corrupt = (why: string) => new Unreadable("corrupt", why);
export const tooLarge = (why: string) => new Unreadable("too-large", why);

const words = {
  ok: { meaning: "The text of this file has been read and can be searched.", remedy: "" },
  "no-text": {
    meaning: "The file is kept, but it holds no text that a machine can read: it is empty, a picture or a scan.",
    remedy: "If there is a version with text, such as the document that was scanned, add that. Else type what it says.",
  },
  encrypted: {
    meaning: "The file is kept, but it is locked with a password, so its text could not be read.",
    remedy: "Ask whoever sent it for a copy without a password, and add that.",
  },
  corrupt: {
    meaning: "The file is kept, but it is damaged or not built as its type should be, so its text could not be read.",
    remedy: "Check that it opens on your computer. If it does, save it again under the same type and add the new copy.",
  },
  unsupported: {
    meaning: "The file is kept, but text is not read from this type of file.",
    remedy: "Open it to read it. To search it too, save it as PDF, Word, Excel, PowerPoint or plain text and add that.",
  },
  "too-large": {
    meaning: "The file is kept, but it unpacks to more than can be read safely, so its text could not be read.",
    remedy: "Add it in smaller parts, or save the part that matters as its own file.",
  },
  timeout: {
    meaning: "The file is kept, but its text could not be read just now, or took too long to read.",
    remedy: "Have it read again. If that does not help, add it in smaller parts, or type what matters in it.",
  },
} as const satisfies Record<ExtractionStatus, { meaning: string; remedy: string }>;

const origins = {
  machine: "Read from the file by a machine.",
  typed: "Typed by a person: check it against the file.",
  recognised: "Recognised from a picture: check it against the image.",
} as const satisfies Record<TextOrigin, string>;

/** Where a text comes from and what that means for the reader, as a sentence. */
export const originWords = (origin: TextOrigin): string => origins[origin];

/** What a status means and what to do about it, as whole sentences; nothing is to be done where all is well. */
export const extractionWords = (status: ExtractionStatus): { meaning: string; remedy: string } => words[status];

/** `label` within the length that is kept. */
export const shortLabel = (label: string): string =>
  label.length <= MAX_LABEL ? label : `${label.slice(0, MAX_LABEL - 1).replace(/[\ud800-\udbff]$/, "")}…`;

/** Whether another warning would still be kept. */
export const roomForWarning = (warnings: readonly string[]): boolean => warnings.length < MAX_WARNINGS;

export const shortWarning = (warning: string): string => warning.slice(0, MAX_WARNING);

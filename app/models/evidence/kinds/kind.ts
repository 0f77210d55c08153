/** What a kind of evidence is: what it is for, and what is asked about it beside what is asked about all. */
import type { Voice } from "../evidence.ts";

type Choice = { value: string; title: string };

/** One thing that a kind asks. What is answered is text; `rows` is a line for each row, "said | did". */
export type OwnField = {
  /** The name that the answer is kept under: never changed once it is in use. */
  name: string;
  label: string;
  hint?: string;
  required?: true;
} & (
  | { type: "text" | "long" | "day" | "number" | "address" }
  | { type: "choice"; choices: readonly Choice[] }
  | { type: "rows"; columns: readonly [string, string] }
);

/** Answers by the name of their field; what was not answered is not there. */
export type OwnValues = Readonly<Record<string, string>>;

export type Kind = {
  title: string;
  /** What it is for, as one sentence. */
  about: string;
  /** Whether it rests on a file, may be typed instead of one, or stands by what its fields say. */
  file: "needed" | "typed" | "none";
  /** Whose voice it usually carries. */
  voice: Voice | null;
  /** Months after which it is usually looked at again; null where what was said or seen stays what it was. */
  review: number | null;
  fields: readonly OwnField[];
  /** What is wrong between fields, by the name of the field to mend. */
  check?(values: OwnValues): Record<string, string>;
  /** Whole sentences that the reader should know, drawn from the answers. */
  remarks?(values: OwnValues): string[];
};

export const yesNo = [
  { value: "yes", title: "Yes" },
  { value: "no", title: "No" },
] as const;

/** The first and the last day of a period, as two fields. */
export const periodFields = [
  { name: "from", label: "Period from", type: "day" },
  { name: "to", label: "Period to", type: "day" },
] as const satisfies readonly OwnField[];

/** A period that ends before it begins. */
export const periodFault = (
  { from = "", to = "" }: OwnValues,
  why = "The period must not end before it begins",
): Record<string, string> => (from && to && to < from ? { to: why } : {});

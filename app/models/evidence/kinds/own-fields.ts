/** What was answered to a kind's own fields: read from a form, checked, and put into words. */
import { z } from "zod";

import { type EvidenceKind, kinds } from "./kinds.ts";
import type { OwnField, OwnValues } from "./kind.ts";

/** What stands before a field's name where it is part of a larger form. */
const PREFIX = "own-";

export const ownName = ({ name }: Pick<OwnField, "name">): string => `${PREFIX}${name}`;

/** The answers in a form, by the name of their field, whatever kind they belong to. */
export function ownIn(fields: Iterable<readonly [string, string]>): Record<string, string> {
  const own = [...fields].filter(([name]) => name.startsWith(PREFIX));
  return Object.fromEntries(own.map(([name, value]) => [name.slice(PREFIX.length), value]));
}

const TEXT_LENGTH = 300;
const LONG_LENGTH = 5000;

/** An address that a reader may be sent to: a page on the web, with no password in it. */
export function webAddress(typed: string): string | null {
  if (!URL.canParse(typed)) return null;
  const { protocol, username, password, href } = new URL(typed);
  return /^https?:$/.test(protocol) && !username && !password ? href : null;
}

const day = z.iso.date();

function fault(field: OwnField, value: string): string | null {
  if (!value) return field.required ? `Enter this: ${field.label.toLowerCase()}` : null;
  const most = field.type === "long" || field.type === "rows" ? LONG_LENGTH : TEXT_LENGTH;
  if (value.length > most) return `${field.label} must be ${most} characters or fewer. It has ${value.length}.`;
  switch (field.type) {
    case "day":
      return day.safeParse(value).success ? null : `Enter a real date for “${field.label}”, such as 2026-12-09`;
    case "number":
      return /^\d{1,7}$/.test(value) ? null : `Enter a whole number for “${field.label}”, such as 6`;
    case "address":
      return webAddress(value) ? null : "Enter a whole address that begins with https:// or http://";
    case "choice":
      return field.choices.some((one) => one.value === value) ? null : `Choose “${field.label}” from the list`;
    default:
      return null;
  }
}

const tidied = ({ type }: OwnField, typed: string): string =>
  type === "long" || type === "rows" ? typed.replace(/\r\n?/g, "\n").trim() : typed.replace(/\s+/g, " ").trim();

/** The answers that a kind asks for, and what is wrong with them by the name of the form's field. */
export function checkOwn(
  kind: EvidenceKind,
  typed: OwnValues,
): { values: Record<string, string>; errors: Record<string, string> } {
  const { fields, check } = kinds[kind];
  const answers = fields.map((field) => [field, tidied(field, typed[field.name] ?? "")] as const);
  const values = Object.fromEntries(answers.flatMap(([{ name }, value]) => (value ? [[name, value]] : [])));
  const faults = answers.flatMap(([field, value]) => {
    const why = fault(field, value);
    return why ? [[ownName(field), why]] : [];
  });
  // What stands between fields is said once each of them can be read.
  const between = faults.length ? {} : (check?.(values) ?? {});
  return {
    values,
    errors: {
      ...(Object.fromEntries(faults) as Record<string, string>),
      ...Object.fromEntries(Object.entries(between).map(([name, why]) => [`${PREFIX}${name}`, why])),
    },
  };
}

/** Rows as they were typed, a line for each: what stands behind the first upright stroke is the second column. */
export const rowsOf = (value: string): [string, string][] =>
  value
    .split("\n")
    .filter((line) => line.trim())
    .map((line) => {
      const [first = "", ...rest] = line.split("|");
      return [first.trim(), rest.join("|").trim()];
    });

/** The names and values between two lines of dashes at the head of a file, in YAML. */
import { LineCounter, isMap, isNode, isScalar, isSeq, parseDocument, type Document } from "yaml";
import { z } from "zod";
import { oneOf, shown, type Report } from "./fault.ts";

type Path = readonly PropertyKey[];
export type LineOf = (path: Path) => number;

/** The YAML starts on the file's second line. */
const FIRST_LINE = 2;

const UNREADABLE = "the front matter cannot be read as YAML";
const HINT = 'a value with ": " in it goes between double quotes';

/** Reads front matter against a schema; `lineOf` finds a value's line again, or that of the nearest thing around it. */
export function readFrontMatter<T>(
  yaml: string | null,
  schema: z.ZodType<T>,
  report: Report,
): { value: T | null; lineOf: LineOf } {
  const counter = new LineCounter();
  const lineAt = (offset: number) => FIRST_LINE - 1 + Math.max(1, counter.linePos(offset).line);
  if (yaml === null) {
    report(1, "expected front matter: a line of three dashes, names and values, and another line of three dashes");
    return { value: null, lineOf: () => 1 };
  }
  try {
    const document = parseDocument(yaml, { lineCounter: counter, prettyErrors: false });
    const lineOf: LineOf = (path) => lineAt(offsetOf(document, path));
    const broken = [...document.errors, ...document.warnings];
    if (broken.length > 0) {
      // One mistake in YAML is often met several times on its line.
      const messages = new Map(broken.toReversed().map(({ pos, message }) => [lineAt(pos[0]), message]));
      for (const [line, message] of messages) report(line, `${UNREADABLE}: ${message}; ${HINT}`);
      return { value: null, lineOf };
    }
    const input: unknown = document.toJS();
    const result = schema.safeParse(input);
    if (result.success) return { value: result.data, lineOf };
    for (const issue of result.error.issues) explain(issue, input, schema, lineOf, report);
    return { value: null, lineOf };
  } catch {
    // References that lead nowhere, or repeat each other without end.
    report(FIRST_LINE, `${UNREADABLE}; a value that begins with "*" or "&" goes between double quotes`);
    return { value: null, lineOf: () => FIRST_LINE };
  }
}

function offsetOf(document: Document, path: Path): number {
  let node: unknown = document.contents;
  let offset = 0;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === step);
      if (!pair || !isScalar(pair.key)) break;
      offset = pair.key.range?.[0] ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(step)];
      if (!isNode(node)) break;
      offset = node.range?.[0] ?? offset;
    } else break;
  }
  return offset;
}

const TYPES: Record<string, string> = {
  string: "text",
  int: "a whole number",
  number: "a number",
  boolean: "true or false",
  array: "a list",
  object: "names and values",
  record: "names and values",
};

function explain(issue: z.core.$ZodIssue, input: unknown, schema: z.ZodType, lineOf: LineOf, report: Report): void {
  const { path } = issue;
  const name = nameOf(path);
  const found = valueAt(input, path);
  const say = (message: string) => report(lineOf(path), message);
  switch (issue.code) {
    case "invalid_type": {
      if (found === undefined) return say(`${name} is missing`);
      const hint = issue.expected === "string" && typeof found !== "object" ? "; put it between double quotes" : "";
      return say(`${name} must be ${TYPES[issue.expected] ?? issue.expected}, found ${inWords(found)}${hint}`);
    }
    case "unrecognized_keys": {
      const known = path.length === 0 && schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
      const expected = known.length > 0 ? `; expected ${oneOf(known)}` : "";
      for (const key of issue.keys) report(lineOf([...path, key]), `unknown name "${key}"${expected}`);
      return;
    }
    case "too_small":
      return say(issue.origin === "array" ? `${name} needs at least ${issue.minimum} entries` : `${name} is empty`);
    case "invalid_format":
      if (issue.format === "date") return say(`${name} must be a date such as 2026-12-09, found ${inWords(found)}`);
      return say(`${name} must be small letters and digits with hyphens between them, found ${inWords(found)}`);
    case "invalid_union":
      return say(`${name} must be ${issue.message}, found ${inWords(found)}`);
    case "invalid_value":
      return say(
        `${name} must be ${oneOf(issue.values.map((value) => `"${String(value)}"`))}, found ${inWords(found)}`,
      );
    default:
      return say(`${name}: ${issue.message}`);
  }
}

function nameOf(path: Path): string {
  if (path.length === 0) return "the front matter";
  const last = path.at(-1);
  return typeof last === "number" ? `entry ${last + 1} of "${String(path.at(-2))}"` : `"${String(last)}"`;
}

function valueAt(input: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, step) => (value as Record<PropertyKey, unknown> | undefined)?.[step], input);
}

function inWords(value: unknown): string {
  if (value === null || value === "") return "nothing";
  if (typeof value === "string") return shown(value);
  return Array.isArray(value) ? "a list" : typeof value === "object" ? "names and values" : String(value);
}

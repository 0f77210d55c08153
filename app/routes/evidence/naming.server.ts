/** The rows of the form that names many files. */
import type { TypedRow } from "#app/models/evidence/naming.server.ts";
import type { Form } from "#app/platform/form.server.ts";

import { inRow, type RowField, rowFields } from "./naming-row.ts";

/**
 * The rows whose files have come. Whoever says that some of the files name people, and ticks none of them, means all:
 * better too careful than too little.
 */
export function rowsIn({ all, value }: Pick<Form, "all" | "value">): TypedRow[] {
  const keys = all("row").filter((key) => value(inRow("arrival", key)));
  const ticked = (key: string) => value(inRow("names", key)) === "1";
  const everyOne = value("restricted") === "yes" && !keys.some(ticked);
  return keys.map((key) => {
    const field = (name: RowField) => value(inRow(name, key));
    return {
      arrival: value(inRow("arrival", key)),
      title: field("title"),
      kind: field("kind"),
      voice: field("voice"),
      line: field("line"),
      asAt: field("asAt"),
      shows: field("shows"),
      restricted: ticked(key) || everyOne,
      again: field("again") === "1",
    };
  });
}

/** What was typed, under names that speak of the file and not of its row: the page that shows it again knows no rows. */
export function typedByFile({ all, value }: Pick<Form, "all" | "value">): Record<string, string> {
  const rows = all("row").map((key) => [key, value(inRow("arrival", key))] as const);
  const pairs = rows.flatMap(([key, file]) =>
    file ? rowFields.map((name) => [inRow(name, file), value(inRow(name, key))] as const) : [],
  );
  return { ...Object.fromEntries(pairs), restricted: value("restricted") };
}

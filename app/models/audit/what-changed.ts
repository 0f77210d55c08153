/** What a record held before and after an event, side by side: only the parts that differ. */

export type Content = Record<string, unknown> | null;

/** One part of a record: null where there was nothing. */
export type ChangedPart = { title: string; before: string | null; after: string | null };

const titles: Record<string, string> = {
  text: "Text",
  note: "Note for the team",
  recognised: "Recognised by the council",
  withdrawn: "Reason for withdrawing",
  locator: "Page or place",
  quote: "Quotation",
  level: "Rating",
  computed: "What the rule gave",
  statements: "Statements supported",
  source: "Read in",
  reason: "Reason",
  title: "Title",
  file: "File",
  kind: "Kind",
  voice: "Voice",
  asAt: "As at",
  returned: "Reason for sending it back",
  transcript: "Text that was typed",
};

/** Kept so that a change can be undone, not to be read. */
const silent = new Set(["position", "past", "ratedBy", "ratedAt", "undoing"]);

/** "expectedBy": "Expected by". */
const titleOf = (field: string) =>
  titles[field] ??
  field.charAt(0).toUpperCase() + field.slice(1).replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

function inWords(value: unknown): string | null {
  if (value === null || value === undefined || value === "") return null;
  if (typeof value === "boolean") return value ? "Yes" : "No";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/** The parts that differ, in the order in which they were kept. `say` puts a value in words, or answers null to leave it. */
export function whatChanged(
  before: Content,
  after: Content,
  say: (field: string, value: unknown) => string | null = () => null,
): ChangedPart[] {
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  return fields
    .filter((field) => !silent.has(field))
    .map((field) => {
      const told = (content: Content) => say(field, content?.[field]) ?? inWords(content?.[field]);
      return { title: titleOf(field), before: told(before), after: told(after) };
    })
    .filter((part) => part.before !== part.after);
}

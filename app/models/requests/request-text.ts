/** What to ask of a council, from what an inspector wants to explore. */

const questions =
  /^(how|what|when|where|who|which|why|is|are|does|do|did|has|have|can|could|was|were|to what extent)\b/i;

const withoutEnd = (text: string) => text.trim().replace(/[.?\s]+$/, "");
const lowerFirst = (text: string) => (/^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text);

/** A first wording, to be read and changed by whoever sends it: a question stays one, a topic is asked for. */
export function requestTextFrom(area: string): string {
  const text = withoutEnd(area);
  if (/\?\s*$/.test(area)) return `${text}? Please send what shows it.`;
  if (questions.test(text)) return `Please send what shows ${lowerFirst(text)}.`;
  return `Please send what you hold on this: ${lowerFirst(text)}.`;
}

/** Titles are kept short: "Attendance of health partners at the strategy…". */
const TITLE = 80;

/** A title for a request, from the area. */
export function requestTitleFrom(area: string): string {
  const text = withoutEnd(area);
  if (text.length <= TITLE) return text;
  const cut = text.slice(0, TITLE - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), TITLE / 2)).trimEnd()}…`;
}

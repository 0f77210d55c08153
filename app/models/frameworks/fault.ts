/** What is wrong in a content file, where, and what was expected, in words for the person who wrote it. */
export type Fault = { file: string; line: number; message: string };

export type Report = (line: number, message: string) => void;

export function formatFault({ file, line, message }: Fault): string {
  return `${file}:${line}: ${message}`;
}

export function reporter(file: string, faults: Fault[]): Report {
  return (line, message) => faults.push({ file, line, message });
}

/** By file, then by line, as a person would work through them. */
export function inOrder(faults: Fault[]): Fault[] {
  return faults.sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
}

/** Someone's text inside a message: in quotation marks, and not too long. */
export function shown(text: string): string {
  return text.length > 60 ? `"${text.slice(0, 59).trimEnd()}…"` : `"${text}"`;
}

export function oneOf(names: readonly string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} or ${names.at(-1)}`;
}

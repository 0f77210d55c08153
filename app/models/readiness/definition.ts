/** The comment that stands before a name in a source file: the definition of a figure, in the very words of its code. */

/** Its text in one line, without stars. Throws where the name has no comment: a figure without a definition is a fault. */
export function definitionIn(source: string, name: string): string {
  const named = `(?:export )?(?:async )?(?:const |function )?"?${name}"?(?=[ :(=])`;
  const found = new RegExp(`/\\*\\*((?:(?!\\*/)[\\s\\S])*)\\*/\\s*${named}`).exec(source);
  const text = (found?.[1] ?? "")
    .replace(/^\s*\*/gm, "")
    .replace(/\s+/g, " ")
    .trim();
  if (!text) throw new Error(`${name} has no comment that says what it is.`);
  return text;
}

/** The small change of PresentationML: namespaces, units, identifiers. */
export const namespaces =
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ' +
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" ' +
  'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"';

/** Points to English Metric Units. */
export const emu = (points: number): number => Math.round(points * 12700);

/** Points to hundredths, as text sizes and white are given. */
export const hundredths = (points: number): number => Math.round(points * 100);

/** An identifier made from a name alone (FNV-1a, four times over): the same name, the same identifier. */
export function guid(name: string): string {
  const hex = [1, 2, 3, 4].map((seed) => fnv(`${seed}:${name}`).toString(16).padStart(8, "0")).join("");
  const [a, b, c, d, e] = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(13, 16), hex.slice(17, 20), hex.slice(20)];
  return `{${a}-${b}-4${c}-8${d}-${e}}`.toUpperCase();
}

function fnv(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193);
  return hash >>> 0;
}

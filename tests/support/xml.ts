/** A small strict reader of XML 1.0 for checks: throws where a document is not well-formed. No DTD. */

export type Element = { name: string; attributes: Record<string, string>; children: Element[]; text: string };

const token = /<\?xml [^?]*\?>|<\/([\w:.-]+)\s*>|<([\w:.-]+)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/y;
const attribute = /([\w:.-]+)="([^"<]*)"/g;
const reference = /^(?:amp|lt|gt|quot|apos|#\d+|#x[\da-fA-F]+)$/;
// XML 1.0, production 2; lone surrogates are matched as such by the u flag.
const illegal = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;
const named: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function unescape(text: string): string {
  return text.replace(/&([^;&]*);?/g, (all, name: string) => {
    if (!all.endsWith(";") || !reference.test(name)) throw new Error(`bad reference ${all}`);
    if (!name.startsWith("#")) return named[name]!;
    return String.fromCodePoint(name.startsWith("#x") ? parseInt(name.slice(2), 16) : Number(name.slice(1)));
  });
}

function attributesOf(source: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [, name, value] of source.matchAll(attribute)) {
    if (name! in found) throw new Error(`attribute ${name} twice`);
    found[name!] = unescape(value!);
  }
  return found;
}

export function parseXml(source: string): Element {
  const bad = illegal.exec(source);
  if (bad) throw new Error(`illegal character U+${bad[0].codePointAt(0)!.toString(16)}`);
  const root: Element = { name: "", attributes: {}, children: [], text: "" };
  const open = [root];
  token.lastIndex = 0;
  while (token.lastIndex < source.length) {
    const at = token.lastIndex;
    const match = token.exec(source);
    if (!match) throw new Error(`not well-formed at ${at}: ${source.slice(at, at + 80)}`);
    const [, closes, opens, attributes, empty, text] = match;
    const parent = open.at(-1)!;
    if (closes) {
      if (parent.name !== closes) throw new Error(`</${closes}> closes <${parent.name}>`);
      open.pop();
    } else if (opens) {
      const element = { name: opens, attributes: attributesOf(attributes!), children: [], text: "" };
      parent.children.push(element);
      if (!empty) open.push(element);
    } else if (text) parent.text += unescape(text);
  }
  const [top, ...more] = root.children;
  if (open.length > 1 || !top || more.length > 0) throw new Error("not one element, closed");
  return top;
}

/** The element and all below it, in document order. */
export function* walk(element: Element): Generator<Element> {
  yield element;
  for (const child of element.children) yield* walk(child);
}

export function all(element: Element, name: string): Element[] {
  return [...walk(element)].filter((each) => each.name === name);
}

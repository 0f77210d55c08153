/**
 * Reads XML that may be hostile: well-formed or refused, no document type, no entities of its own, at most 256 deep and
 * two million nodes. Reads as it goes, so that a large part never stands in memory as a tree.
 */
import { SaxesParser } from "saxes";

import { corrupt, tooLarge } from "./extraction.ts";
import { shortNamespace } from "./namespace.ts";

const MAX_DEPTH = 256;
const MAX_NODES = 2_000_000;
/** A single paragraph, row or small part; more would not fit into the memory that reading may take. */
const MAX_TREE = 400_000;
const MAX_DECLARATIONS = 200_000;
const MAX_SCOPE = 200;
const MAX_ATTRIBUTES = 1_000;
const CHUNK = 1 << 16;

/** Names are "w:p": a short namespace and a local name. Attributes without a prefix have none. */
export type Element = {
  name: string;
  attributes: Record<string, string>;
  children: (Element | string)[];
};

export type Ancestor = Pick<Element, "name" | "attributes">;

/** Return "stop" to leave the rest unread. */
export type Visit = (element: Element, path: readonly Ancestor[]) => void | "stop";

const nothing: Record<string, string> = Object.freeze(Object.create(null) as Record<string, string>);

class Stop extends Error {}

type Scope = { prefixes: ReadonlyMap<string, string>; names: Map<string, string>; attributes: Map<string, string> };

const scopeOf = (prefixes: ReadonlyMap<string, string>): Scope => ({
  prefixes,
  names: new Map(),
  attributes: new Map(),
});

const emptyScope = () => scopeOf(new Map([["xml", "xml"]]));

/** `raw` under its short namespace. Only elements take the default namespace: XML Names, 6.2. */
function shortName(raw: string, { prefixes, ...caches }: Scope, of: "names" | "attributes"): string {
  const known = caches[of].get(raw);
  if (known !== undefined) return known;
  const colon = raw.indexOf(":");
  const prefix = raw.slice(0, Math.max(0, colon));
  const local = raw.slice(colon + 1);
  const short = colon < 0 && of === "attributes" ? "" : (prefixes.get(prefix) ?? (colon < 0 ? "" : "?"));
  const name = short ? `${short}:${local}` : local;
  if (caches[of].size < 10_000) caches[of].set(raw, name);
  return name;
}

/** The text of an XML part in pieces: UTF-8, or UTF-16 where a mark says so. */
function* decoded(bytes: Uint8Array): Generator<string> {
  const mark = `${bytes[0]} ${bytes[1]}`;
  const encoding = mark === "255 254" ? "utf-16le" : mark === "254 255" ? "utf-16be" : "utf-8";
  const decoder = new TextDecoder(encoding);
  for (let at = 0; at < bytes.length; at += CHUNK)
    yield decoder.decode(bytes.subarray(at, at + CHUNK), { stream: true });
  yield decoder.decode();
}

class Scan {
  readonly path: Ancestor[] = [];
  readonly #scopes: Scope[] = [emptyScope()];
  /** The elements of the tree that is being built, outermost first. */
  readonly #open: Element[] = [];
  #nodes = 0;
  #tree = 0;
  #declarations = 0;

  constructor(
    readonly wanted: ReadonlySet<string> | null,
    readonly visit: Visit,
  ) {}

  #count(nodes: number): void {
    this.#nodes += nodes;
    if (this.#nodes > MAX_NODES) throw tooLarge("A part of it holds more than two million marks.");
    if (this.#open.length) this.#tree += nodes;
    if (this.#tree > MAX_TREE) throw tooLarge("A single paragraph or row in it is larger than any real one.");
  }

  #scope(given: [name: string, value: string][]): Scope {
    const outer = this.#scopes.at(-1) ?? emptyScope();
    let prefixes: Map<string, string> | null = null;
    for (const [name, value] of given) {
      if (name !== "xmlns" && !name.startsWith("xmlns:")) continue;
      prefixes ??= new Map(outer.prefixes);
      prefixes.set(name.slice(6), value ? shortNamespace(value) : "");
      if (++this.#declarations > MAX_DECLARATIONS || prefixes.size > MAX_SCOPE) {
        throw tooLarge("A part of it declares more names than any real one.");
      }
    }
    return prefixes ? scopeOf(prefixes) : outer;
  }

  opened(rawName: string, raw: Record<string, string>): void {
    if (this.#scopes.length > MAX_DEPTH) throw corrupt("A part of it is nested deeper than any real document.");
    const given = Object.entries(raw);
    const scope = this.#scope(given);
    this.#scopes.push(scope);
    // Most marks say nothing but their name, and there are millions of them.
    const attributes = given.length ? (Object.create(null) as Record<string, string>) : nothing;
    for (const [name, value] of given) attributes[shortName(name, scope, "attributes")] = value;
    const name = shortName(rawName, scope, "names");
    const parent = this.#open.at(-1);
    if (parent || !this.wanted || this.wanted.has(name)) {
      const element: Element = { name, attributes, children: [] };
      parent?.children.push(element);
      this.#open.push(element);
    } else {
      this.path.push({ name, attributes });
    }
    this.#count(1 + given.length);
  }

  closed(): void {
    this.#scopes.pop();
    const element = this.#open.pop();
    if (!element) this.path.pop();
    else if (!this.#open.length) {
      this.#tree = 0;
      if (this.visit(element, this.path) === "stop") throw new Stop();
    }
  }

  said(text: string): void {
    const parent = this.#open.at(-1);
    if (!parent) return;
    this.#count(1);
    parent.children.push(text);
  }
}

function scan(bytes: Uint8Array, wanted: ReadonlySet<string> | null, visit: Visit): void {
  const reading = new Scan(wanted, visit);
  const parser = new SaxesParser({ xmlns: false, position: false });
  parser.on("error", () => {
    throw corrupt("A part of it is not well-formed XML.");
  });
  parser.on("doctype", () => {
    throw corrupt("A part of it declares a document type, which no real office file does.");
  });
  let attributes = 0;
  parser.on("opentagstart", () => void (attributes = 0));
  parser.on("attribute", () => {
    if (++attributes > MAX_ATTRIBUTES) throw tooLarge("A mark in it says more than any real one.");
  });
  parser.on("opentag", (tag) => reading.opened(tag.name, tag.attributes));
  parser.on("closetag", () => reading.closed());
  parser.on("text", (text) => reading.said(text));
  parser.on("cdata", (text) => reading.said(text));
  try {
    for (const piece of decoded(bytes)) parser.write(piece);
    parser.close();
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
  }
}

/**
 * Visits each outermost element that has one of these names, in order, as a tree of its own. The path holds what it
 * stands in, outermost first. Throws `Unreadable` where the XML is not well-formed or goes past a limit.
 */
export const eachElement = (bytes: Uint8Array, names: readonly string[], visit: Visit): void =>
  scan(bytes, new Set(names), visit);

/** A small part whole. */
export function readXml(bytes: Uint8Array): Element {
  let root: Element | null = null;
  scan(bytes, null, (element) => void (root = element));
  if (!root) throw corrupt("A part of it is empty.");
  return root;
}

export const elementsOf = (element: Element): Element[] =>
  element.children.filter((child): child is Element => typeof child !== "string");

/** The first child of this name. */
export const childOf = (element: Element | undefined, name: string): Element | undefined =>
  element && elementsOf(element).find((child) => child.name === name);

/** All of this name below, however deep, in order; what stands in one of them is not looked into. */
export function findAll(element: Element, name: string, found: Element[] = []): Element[] {
  for (const child of elementsOf(element)) {
    if (child.name === name) found.push(child);
    else findAll(child, name, found);
  }
  return found;
}

/** All text below. */
export const textOf = (element: Element): string =>
  element.children.map((child) => (typeof child === "string" ? child : textOf(child))).join("");

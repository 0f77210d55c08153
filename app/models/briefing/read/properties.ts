/** What one of our own decks says about itself in the properties of its document, which every office program keeps. */
import { eachElement, textOf } from "#app/models/evidence/text/xml.ts";
import type { Zip } from "#app/models/evidence/text/zip.ts";

import { identifiersIn, type Property } from "../document-property.ts";
import type { Identifiers } from "../identifier.ts";

const places = {
  pptx: { part: "docProps/custom.xml", element: "?:property", name: "name" },
  odp: { part: "meta.xml", element: "?:user-defined", name: "?:name" },
} as const;

export function propertyIdentifiers(zip: Zip, kind: keyof typeof places): Identifiers | null {
  const { part, element, name } = places[kind];
  if (!zip.has(part)) return null;
  const found: Property[] = [];
  eachElement(zip.read(part), [element], (property) => {
    found.push({ name: property.attributes[name] ?? "", value: textOf(property) });
  });
  return identifiersIn(found);
}

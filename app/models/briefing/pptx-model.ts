/** The deck's own words inside a PowerPoint file, as a custom part that PowerPoint keeps and does not show. */
import { declaration, relationship, relationships, xml } from "#app/models/evidence/office-xml.ts";

import type { Deck } from "./deck.ts";
import { deckModelOf } from "./deck-model.ts";
import { guid } from "./pptx-xml.ts";

export const modelNamespace = "urn:throughline:deck:1";

const properties = "http://schemas.openxmlformats.org/officeDocument/2006/customXml";

export const modelTarget = "../customXml/item1.xml";

export function modelParts(deck: Deck): [string, string][] {
  const json = JSON.stringify(deckModelOf(deck));
  return [
    ["customXml/item1.xml", `${declaration}<deck xmlns="${modelNamespace}">${xml(json)}</deck>`],
    [
      "customXml/itemProps1.xml",
      `${declaration}<ds:datastoreItem xmlns:ds="${properties}" ds:itemID="${guid("deck model")}"><ds:schemaRefs><ds:schemaRef ds:uri="${modelNamespace}"/></ds:schemaRefs></ds:datastoreItem>`,
    ],
    [
      "customXml/_rels/item1.xml.rels",
      relationships([{ id: "rId1", type: `${relationship}/customXmlProps`, target: "itemProps1.xml" }]),
    ],
  ];
}

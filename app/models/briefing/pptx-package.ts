/** The parts that hold a PowerPoint file together: what is in it, in which order, and what it is about. */
import { declaration, xml } from "#app/models/evidence/office-xml.ts";

import type { Deck } from "./deck.ts";
import { page } from "./page.ts";
import { propertiesOf } from "./document-property.ts";
import { defaultTextStyle } from "./pptx-master.ts";
import { notesPage } from "./pptx-notes.ts";
import { emu, guid, namespaces } from "./pptx-xml.ts";

const main = "application/vnd.openxmlformats-officedocument.presentationml";

/** The media type of a part by where it stands. */
const types: [RegExp, string][] = [
  [/^ppt\/presentation\.xml$/, `${main}.presentation.main+xml`],
  [/^ppt\/slideMasters\/[^/]+\.xml$/, `${main}.slideMaster+xml`],
  [/^ppt\/slideLayouts\/[^/]+\.xml$/, `${main}.slideLayout+xml`],
  [/^ppt\/slides\/[^/]+\.xml$/, `${main}.slide+xml`],
  [/^ppt\/notesMasters\/[^/]+\.xml$/, `${main}.notesMaster+xml`],
  [/^ppt\/notesSlides\/[^/]+\.xml$/, `${main}.notesSlide+xml`],
  [/^ppt\/presProps\.xml$/, `${main}.presProps+xml`],
  [/^ppt\/viewProps\.xml$/, `${main}.viewProps+xml`],
  [/^ppt\/tableStyles\.xml$/, `${main}.tableStyles+xml`],
  [/^ppt\/theme\/[^/]+\.xml$/, "application/vnd.openxmlformats-officedocument.theme+xml"],
  [/^ppt\/charts\/[^/]+\.xml$/, "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"],
  [/^customXml\/itemProps\d+\.xml$/, "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"],
  [/^customXml\/item\d+\.xml$/, "application/xml"],
  [/^docProps\/core\.xml$/, "application/vnd.openxmlformats-package.core-properties+xml"],
  [/^docProps\/custom\.xml$/, "application/vnd.openxmlformats-officedocument.custom-properties+xml"],
  [/^docProps\/app\.xml$/, "application/vnd.openxmlformats-officedocument.extended-properties+xml"],
];

/** What is not XML, by the end of its name. */
const endings = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  png: "image/png",
  jpg: "image/jpeg",
};

export function contentTypesPart(names: string[]): string {
  const overrides = names.flatMap((name) => {
    const type = types.find(([pattern]) => pattern.test(name))?.[1];
    return type ? [`<Override PartName="/${name}" ContentType="${type}"/>`] : [];
  });
  const defaults = Object.entries(endings).flatMap(([ending, type]) =>
    names.some((name) => name.endsWith(`.${ending}`)) ? [`<Default Extension="${ending}" ContentType="${type}"/>`] : [],
  );
  return (
    `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    `<Default Extension="xml" ContentType="application/xml"/>${defaults.join("")}${overrides.join("")}</Types>`
  );
}

const firstSlideId = 256;

export function presentationPart({ slides }: Deck): string {
  const ids = slides.map((_, n) => `<p:sldId id="${firstSlideId + n}" r:id="rId${n + 7}"/>`).join("");
  return (
    `${declaration}<p:presentation ${namespaces} saveSubsetFonts="1">` +
    '<p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst>' +
    '<p:notesMasterIdLst><p:notesMasterId r:id="rId2"/></p:notesMasterIdLst>' +
    `<p:sldIdLst>${ids}</p:sldIdLst><p:sldSz cx="${emu(page.width)}" cy="${emu(page.height)}"/>` +
    `<p:notesSz cx="${emu(notesPage.width)}" cy="${emu(notesPage.height)}"/>${defaultTextStyle}` +
    `<p:extLst>${sections(slides)}</p:extLst></p:presentation>`
  );
}

/** Slides that follow one another under one name, as PowerPoint groups them. */
function sections(slides: Deck["slides"]): string {
  const groups: { name: string; ids: number[] }[] = [];
  for (const [n, { section }] of slides.entries()) {
    const group = groups.at(-1);
    if (group?.name === section) group.ids.push(firstSlideId + n);
    else groups.push({ name: section, ids: [firstSlideId + n] });
  }
  const list = groups.map(({ name, ids }, n) => {
    const slidesOf = ids.map((id) => `<p14:sldId id="${id}"/>`).join("");
    const attributes = `name="${xml(name)}" id="${guid(`section ${n} ${name}`)}"`;
    return `<p14:section ${attributes}><p14:sldIdLst>${slidesOf}</p14:sldIdLst></p14:section>`;
  });
  return (
    '<p:ext uri="{521415D9-36F7-43E2-AB2F-B90AF26B5E84}">' +
    `<p14:sectionLst xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main">${list.join("")}</p14:sectionLst></p:ext>`
  );
}

export function presentationPropertiesPart(): string {
  return `${declaration}<p:presentationPr ${namespaces}/>`;
}

export function viewPropertiesPart(): string {
  return `${declaration}<p:viewPr ${namespaces}/>`;
}

export function appPart({ slides }: Deck): string {
  const notes = slides.filter((slide) => slide.notes.length > 0).length;
  return (
    `${declaration}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">` +
    `<PresentationFormat>Widescreen</PresentationFormat><Slides>${slides.length}</Slides><Notes>${notes}</Notes>` +
    "<HiddenSlides>0</HiddenSlides><Application>Throughline</Application></Properties>"
  );
}

/** ECMA-376 part 1, 22.3: each property has this format and a number from 2. */
const property = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}";

/** Null where there is nothing to say. */
export function customPart(deck: Deck): string | null {
  const list = propertiesOf(deck).map(
    ({ name, value }, n) =>
      `<property fmtid="${property}" pid="${n + 2}" name="${xml(name)}"><vt:lpwstr>${xml(value)}</vt:lpwstr></property>`,
  );
  if (!list.length) return null;
  return (
    `${declaration}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" ` +
    `xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">${list.join("")}</Properties>`
  );
}

/** Dated by the deck, never by the clock. */
export function corePart({ meta }: Deck): string {
  const at = `${meta.asOf}T00:00:00Z`;
  return (
    `${declaration}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ` +
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${xml(meta.title)}</dc:title><dc:subject>${xml(`${meta.kind}, ${meta.council}`)}</dc:subject>` +
    `<dc:creator>Throughline</dc:creator><dc:language>${meta.lang}</dc:language>` +
    `<dcterms:created xsi:type="dcterms:W3CDTF">${at}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${at}</dcterms:modified>` +
    "</cp:coreProperties>"
  );
}

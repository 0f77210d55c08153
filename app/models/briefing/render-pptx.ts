/** A deck as a PowerPoint file: an Office Open XML package written here, part by part. Same deck, same bytes. */
import { strToU8, zipSync, type Zippable } from "fflate";
import type { Deck, Item, Slide, TableSlide } from "./deck.ts";
import { layoutNumber, layoutParts } from "./pptx-layout.ts";
import { masterPart } from "./pptx-master.ts";
import { notesMasterPart, notesPart } from "./pptx-notes.ts";
import {
  appPart,
  contentTypesPart,
  corePart,
  presentationPart,
  presentationPropertiesPart,
  viewPropertiesPart,
} from "./pptx-package.ts";
import { slidePart, type Links } from "./pptx-slide.ts";
import { tableStylesPart } from "./pptx-table.ts";
import { theme } from "./pptx-theme.ts";
import { relationship, relationships, type Relationship } from "./pptx-xml.ts";

export function renderPptx(deck: Deck): Uint8Array {
  const parts = new Map<string, string>([...fixedParts(deck), ...slideParts(deck)]);
  const names = [...parts.keys()].sort();
  parts.set("[Content_Types].xml", contentTypesPart(names));
  const zip: Zippable = {};
  for (const name of ["[Content_Types].xml", ...names]) zip[name] = strToU8(parts.get(name)!);
  // The earliest time that a zip can hold: bytes tell nothing of when or where they were made.
  return zipSync(zip, { level: 6, mtime: new Date(1980, 0, 1), os: 0 });
}

const relate = (id: number, type: string, target: string): Relationship => ({
  id: `rId${id}`,
  type: type.startsWith("http") ? type : `${relationship}/${type}`,
  target,
});

function fixedParts(deck: Deck): [string, string][] {
  const { footer } = deck.meta;
  const layouts = layoutParts(footer);
  const ofMaster = layouts.map((_, n) => relate(n + 1, "slideLayout", `../slideLayouts/slideLayout${n + 1}.xml`));
  const master = "../slideMasters/slideMaster1.xml";
  const metadata = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
  return [
    [
      "_rels/.rels",
      relationships([
        relate(1, "officeDocument", "ppt/presentation.xml"),
        relate(2, metadata, "docProps/core.xml"),
        relate(3, "extended-properties", "docProps/app.xml"),
      ]),
    ],
    ["docProps/app.xml", appPart(deck)],
    ["docProps/core.xml", corePart(deck)],
    ["ppt/presentation.xml", presentationPart(deck)],
    ["ppt/_rels/presentation.xml.rels", relationships(ofPresentation(deck))],
    ["ppt/presProps.xml", presentationPropertiesPart()],
    ["ppt/viewProps.xml", viewPropertiesPart()],
    ["ppt/tableStyles.xml", tableStylesPart()],
    ["ppt/theme/theme1.xml", theme("Throughline")],
    ["ppt/theme/theme2.xml", theme("Throughline notes")],
    ["ppt/slideMasters/slideMaster1.xml", masterPart(layouts.length, footer)],
    [
      "ppt/slideMasters/_rels/slideMaster1.xml.rels",
      relationships([...ofMaster, relate(layouts.length + 1, "theme", "../theme/theme1.xml")]),
    ],
    ["ppt/notesMasters/notesMaster1.xml", notesMasterPart()],
    ["ppt/notesMasters/_rels/notesMaster1.xml.rels", relationships([relate(1, "theme", "../theme/theme2.xml")])],
    ...layouts.flatMap((part, n): [string, string][] => [
      [`ppt/slideLayouts/slideLayout${n + 1}.xml`, part],
      [`ppt/slideLayouts/_rels/slideLayout${n + 1}.xml.rels`, relationships([relate(1, "slideMaster", master)])],
    ]),
  ];
}

/** rId1 the master, rId2 the notes master, rId3 to rId6 the properties; slides from rId7. */
function ofPresentation({ slides }: Deck): Relationship[] {
  return [
    relate(1, "slideMaster", "slideMasters/slideMaster1.xml"),
    relate(2, "notesMaster", "notesMasters/notesMaster1.xml"),
    relate(3, "presProps", "presProps.xml"),
    relate(4, "viewProps", "viewProps.xml"),
    relate(5, "theme", "theme/theme1.xml"),
    relate(6, "tableStyles", "tableStyles.xml"),
    ...slides.map((_, n) => relate(n + 7, "slide", `slides/slide${n + 1}.xml`)),
  ];
}

function slideParts({ slides, meta }: Deck): [string, string][] {
  const rows = evidenceRows(slides);
  return slides.flatMap((slide, n) => {
    const number = n + 1;
    const related = [relate(1, "slideLayout", `../slideLayouts/slideLayout${layoutNumber(slide.kind)}.xml`)];
    const parts: [string, string][] = [];
    if (slide.notes.length > 0) {
      related.push(relate(2, "notesSlide", `../notesSlides/notesSlide${number}.xml`));
      parts.push([`ppt/notesSlides/notesSlide${number}.xml`, notesPart(slide.notes, number)]);
      parts.push([`ppt/notesSlides/_rels/notesSlide${number}.xml.rels`, relationships(ofNotes(number))]);
    }
    const targets = [...new Set(citedIn(slide).flatMap((label) => rows.get(label)?.slide ?? []))];
    for (const [at, target] of targets.entries()) related.push(relate(at + 3, "slide", `slide${target}.xml`));
    const links: Links = (label) => {
      const row = rows.get(label);
      return row ? { relationship: `rId${targets.indexOf(row.slide) + 3}`, tooltip: row.title } : null;
    };
    parts.push([`ppt/slides/slide${number}.xml`, slidePart(slide, { number, footer: meta.footer, links })]);
    parts.push([`ppt/slides/_rels/slide${number}.xml.rels`, relationships(related)]);
    return parts;
  });
}

const ofNotes = (number: number): Relationship[] => [
  relate(1, "notesMaster", "../notesMasters/notesMaster1.xml"),
  relate(2, "slide", `../slides/slide${number}.xml`),
];

/** By evidence number, the slide that holds its row. */
function evidenceRows(slides: Slide[]): Map<string, { slide: number; title: string }> {
  const isEvidence = (slide: Slide): slide is TableSlide => slide.kind === "table" && slide.role === "evidence";
  return new Map(
    slides.flatMap((slide, n) =>
      isEvidence(slide)
        ? slide.rows.map(({ cells }) => [cells[0]!.text, { slide: n + 1, title: cells[1]!.text }] as const)
        : [],
    ),
  );
}

function citedIn(slide: Slide): string[] {
  const items: Item[] = slide.kind === "findings" ? slide.rows.flat().flatMap(({ section }) => section.items) : [];
  return items.flatMap(({ cites }) => cites.map(({ label }) => label));
}

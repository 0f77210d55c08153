/** A deck as a PowerPoint file: an Office Open XML package written here, part by part. Same deck, same bytes. */
import { relationship, relationships, type Relationship, zipParts } from "#app/models/evidence/office-xml.ts";

import type { Deck, Item, Slide, TableSlide } from "./deck.ts";
import { chartParts } from "./pptx-chart.ts";
import { layoutNumber, layoutParts, layoutPictures } from "./pptx-layout.ts";
import { masterPart } from "./pptx-master.ts";
import { modelParts, modelTarget } from "./pptx-model.ts";
import { notesMasterPart, notesPart } from "./pptx-notes.ts";
import {
  appPart,
  contentTypesPart,
  corePart,
  customPart,
  presentationPart,
  presentationPropertiesPart,
  viewPropertiesPart,
} from "./pptx-package.ts";
import { pictureParts, pictureRelations } from "./pptx-picture.ts";
import { slidePart, type Links } from "./pptx-slide.ts";
import { tableStylesPart } from "./pptx-table.ts";
import { theme } from "./pptx-theme.ts";
import { type DeckTheme, ownTheme } from "./theme.ts";

export function renderPptx(deck: Deck): Uint8Array {
  const look = deck.theme ?? ownTheme;
  const parts = new Map<string, string | Uint8Array>([
    ...atScale(fixedParts(deck, look), look),
    ...atScale(slideParts(deck), look),
    ...modelParts(deck),
    ...pictureParts(look),
  ]);
  const names = [...parts.keys()].sort();
  parts.set("[Content_Types].xml", contentTypesPart(names));
  return zipParts(parts);
}

type Part = [name: string, content: string | Uint8Array];

/** Sizes of text, in hundredths of a point, smaller where the template's font runs wider than the one that was measured. */
function atScale(parts: Part[], { scale }: DeckTheme): Part[] {
  if (scale === 1) return parts;
  const smaller = (_: string, size: string) => ` sz="${Math.round((Number(size) * scale) / 50) * 50}"`;
  return parts.map(([name, part]) => [
    name,
    typeof part === "string" ? part.replace(/ sz="(\d{3,5})"/g, smaller) : part,
  ]);
}

const relate = (id: number, type: string, target: string): Relationship => ({
  id: `rId${id}`,
  type: type.startsWith("http") ? type : `${relationship}/${type}`,
  target,
});

function fixedParts(deck: Deck, look: DeckTheme): [string, string][] {
  const { footer } = deck.meta;
  const layouts = layoutParts(footer, look);
  const ofMaster = layouts.map((_, n) => relate(n + 1, "slideLayout", `../slideLayouts/slideLayout${n + 1}.xml`));
  const master = "../slideMasters/slideMaster1.xml";
  const custom = customPart(deck);
  const metadata = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
  return [
    [
      "_rels/.rels",
      relationships([
        relate(1, "officeDocument", "ppt/presentation.xml"),
        relate(2, metadata, "docProps/core.xml"),
        relate(3, "extended-properties", "docProps/app.xml"),
        ...(custom === null ? [] : [relate(4, "custom-properties", "docProps/custom.xml")]),
      ]),
    ],
    ...(custom === null ? [] : [["docProps/custom.xml", custom] as [string, string]]),
    ["docProps/app.xml", appPart(deck)],
    ["docProps/core.xml", corePart(deck)],
    ["ppt/presentation.xml", presentationPart(deck)],
    ["ppt/_rels/presentation.xml.rels", relationships(ofPresentation(deck))],
    ["ppt/presProps.xml", presentationPropertiesPart()],
    ["ppt/viewProps.xml", viewPropertiesPart()],
    ["ppt/tableStyles.xml", tableStylesPart()],
    ["ppt/theme/theme1.xml", theme("Throughline", look)],
    ["ppt/theme/theme2.xml", theme("Throughline notes", look)],
    ["ppt/slideMasters/slideMaster1.xml", masterPart(layouts.length, footer, look)],
    [
      "ppt/slideMasters/_rels/slideMaster1.xml.rels",
      relationships([
        ...ofMaster,
        relate(layouts.length + 1, "theme", "../theme/theme1.xml"),
        ...pictureRelations(look, "inside"),
      ]),
    ],
    ["ppt/notesMasters/notesMaster1.xml", notesMasterPart()],
    ["ppt/notesMasters/_rels/notesMaster1.xml.rels", relationships([relate(1, "theme", "../theme/theme2.xml")])],
    ...layouts.flatMap((part, n): [string, string][] => [
      [`ppt/slideLayouts/slideLayout${n + 1}.xml`, part],
      [
        `ppt/slideLayouts/_rels/slideLayout${n + 1}.xml.rels`,
        relationships([
          relate(1, "slideMaster", master),
          ...(layoutPictures(n) ? pictureRelations(look, "front") : []),
        ]),
      ],
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
    relate(slides.length + 7, "customXml", modelTarget),
  ];
}

function slideParts({ slides, meta }: Deck): Part[] {
  const rows = evidenceRows(slides);
  return slides.flatMap((slide, n) => {
    const number = n + 1;
    const related = [relate(1, "slideLayout", `../slideLayouts/slideLayout${layoutNumber(slide.kind)}.xml`)];
    const parts: Part[] = [];
    if (slide.notes.length > 0) {
      related.push(relate(2, "notesSlide", `../notesSlides/notesSlide${number}.xml`));
      parts.push([`ppt/notesSlides/notesSlide${number}.xml`, notesPart(slide.notes, number)]);
      parts.push([`ppt/notesSlides/_rels/notesSlide${number}.xml.rels`, relationships(ofNotes(number))]);
    }
    const targets = [...new Set(citedIn(slide).flatMap((label) => rows.get(label)?.slide ?? []))];
    for (const [at, target] of targets.entries()) related.push(relate(at + 3, "slide", `slide${target}.xml`));
    const chart = slide.kind === "chart" ? slides.slice(0, number).filter(({ kind }) => kind === "chart").length : 0;
    if (chart) related.push(relate(3, "chart", `../charts/chart${chart}.xml`));
    if (slide.kind === "chart") parts.push(...chartParts(slide, chart));
    const links: Links = (label) => {
      const row = rows.get(label);
      return row ? { relationship: `rId${targets.indexOf(row.slide) + 3}`, tooltip: row.title } : null;
    };
    parts.push([
      `ppt/slides/slide${number}.xml`,
      slidePart(slide, { number, footer: meta.footer, links, chart: "rId3", watermark: meta.watermark }),
    ]);
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

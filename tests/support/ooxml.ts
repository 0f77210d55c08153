/** Checks a PowerPoint package against what the schemas and PowerPoint itself insist on. */
import { strFromU8, unzipSync } from "fflate";
import { all, parseXml, walk, type Element } from "./xml.ts";

type Package = { names: string[]; parts: Map<string, Element> };

export function openPackage(bytes: Uint8Array): Package {
  const files = unzipSync(bytes);
  const names = Object.keys(files);
  const xml = names.filter((name) => /\.(xml|rels)$/.test(name));
  return { names, parts: new Map(xml.map((name) => [name, parseXml(strFromU8(files[name]!))])) };
}

/** What is wrong, each as "part: fault"; nothing if all is well. */
export function checkPackage(bytes: Uint8Array): string[] {
  const { names, parts } = openPackage(bytes);
  const faults = contentTypes(names, parts.get("[Content_Types].xml")!);
  for (const [name, root] of parts) {
    const found = name.endsWith(".rels")
      ? relationshipFaults(name, root, names)
      : [...orderFaults(root), ...referenceFaults(name, root, parts)];
    if (/^ppt\/(slides|slideLayouts|slideMasters|notesSlides|notesMasters)\/[^/]+$/.test(name)) {
      found.push(...shapeFaults(root), ...languageFaults(root));
    }
    if (/^ppt\/slides\/[^/]+$/.test(name)) found.push(...slideFaults(root), ...layoutFaults(name, root, parts));
    faults.push(...found.map((fault) => `${name}: ${fault}`));
  }
  return faults;
}

function contentTypes(names: string[], types: Element): string[] {
  const overrides = new Set(all(types, "Override").map((each) => each.attributes.PartName!.slice(1)));
  const defaults = all(types, "Default").map((each) => `.${each.attributes.Extension}`);
  const byEnding = (name: string) => defaults.some((ending) => ending !== ".xml" && name.endsWith(ending));
  return [
    ...(names[0] === "[Content_Types].xml" ? [] : ["[Content_Types].xml is not first"]),
    ...names.filter((n) => !byEnding(n) && !/^\[/.test(n) && !overrides.has(n)).map((n) => `${n}: no content type`),
    ...[...overrides].filter((n) => !names.includes(n)).map((n) => `${n}: content type of no part`),
  ];
}

const relsOf = (name: string) => name.replace(/([^/]+)$/, "_rels/$1.rels");

function targetOf(rels: string, target: string): string {
  const base = rels.replace(/_rels\/[^/]+$/, "");
  return new URL(target, `file:///${base}`).pathname.slice(1);
}

function relationshipFaults(name: string, root: Element, names: string[]): string[] {
  const ids = root.children.map((each) => each.attributes.Id!);
  const lost = root.children.map((each) => targetOf(name, each.attributes.Target!)).filter((t) => !names.includes(t));
  return [...lost.map((target) => `no such part: ${target}`), ...twice(ids).map((id) => `${id} twice`)];
}

function referenceFaults(name: string, root: Element, parts: Map<string, Element>): string[] {
  const known = new Set(parts.get(relsOf(name))?.children.map((each) => each.attributes.Id));
  const used = [...walk(root)].flatMap(({ attributes }) => attributes["r:id"] ?? []);
  return used.filter((id) => !known.has(id)).map((id) => `no relationship ${id}`);
}

/** Children in the order of ECMA-376; "…" stands for any number of those named before it in brackets. */
const order: Record<string, string> = {
  "p:presentation": "p:sldMasterIdLst p:notesMasterIdLst p:sldIdLst p:sldSz p:notesSz p:defaultTextStyle p:extLst",
  "p:sldMaster": "p:cSld p:clrMap p:sldLayoutIdLst p:txStyles",
  "p:sldLayout": "p:cSld p:clrMapOvr",
  "p:sld": "p:cSld p:clrMapOvr",
  "p:notes": "p:cSld p:clrMapOvr",
  "p:notesMaster": "p:cSld p:clrMap p:notesStyle",
  "p:cSld": "p:bg p:spTree",
  "p:bgPr": "a:solidFill|a:blipFill a:effectLst",
  "p:spTree": "p:nvGrpSpPr p:grpSpPr p:sp|p:graphicFrame|p:pic",
  "p:sp": "p:nvSpPr p:spPr p:txBody",
  "p:nvSpPr": "p:cNvPr p:cNvSpPr p:nvPr",
  "p:spPr": "a:xfrm a:prstGeom|a:custGeom a:solidFill|a:noFill a:ln",
  "p:txBody": "a:bodyPr a:lstStyle a:p",
  "a:txBody": "a:bodyPr a:lstStyle a:p",
  "p:graphicFrame": "p:nvGraphicFramePr p:xfrm a:graphic",
  "p:nvGraphicFramePr": "p:cNvPr p:cNvGraphicFramePr p:nvPr",
  "a:custGeom": "a:avLst a:gdLst a:ahLst a:cxnLst a:rect a:pathLst",
  "a:p": "a:pPr a:r|a:fld|a:br a:endParaRPr",
  "a:r": "a:rPr a:t",
  "a:fld": "a:rPr a:pPr a:t",
  "a:rPr": "a:ln a:solidFill a:latin a:ea a:cs a:hlinkClick",
  "a:defRPr": "a:ln a:solidFill a:latin a:ea a:cs",
  "a:pPr": "a:lnSpc a:spcBef a:spcAft a:buClr a:buFont a:buNone|a:buChar a:defRPr",
  "a:lstStyle": "a:lvl1pPr a:lvl2pPr a:lvl3pPr a:lvl4pPr a:lvl5pPr",
  "a:tbl": "a:tblPr a:tblGrid a:tr",
  "a:tc": "a:txBody a:tcPr",
  "p14:section": "p14:sldIdLst",
  "p:pic": "p:nvPicPr p:blipFill p:spPr",
  "c:chartSpace": "c:date1904 c:lang c:roundedCorners c:chart c:txPr c:externalData",
  "c:chart": "c:autoTitleDeleted c:plotArea c:legend c:plotVisOnly c:dispBlanksAs",
  "c:plotArea": "c:layout c:barChart c:catAx c:valAx",
  "c:ser": "c:idx c:order c:tx c:spPr c:invertIfNegative c:dLbls c:cat c:val",
  "c:dLbls":
    "c:numFmt c:spPr c:txPr c:showLegendKey c:showVal c:showCatName c:showSerName c:showPercent c:showBubbleSize",
};
for (const n of [1, 2, 3, 4, 5]) order[`a:lvl${n}pPr`] = order["a:pPr"]!;

/** Those that may come more than once. */
const many = new Set(["p:sp", "p:graphicFrame", "p:pic", "c:ser", "a:p", "a:r", "a:fld", "a:br", "a:tr"]);

function orderFaults(root: Element): string[] {
  return [...walk(root)].flatMap(({ name, children }) => {
    const places = order[name]?.split(" ").map((place) => place.split("|"));
    if (!places) return [];
    const found = children.map((child) => places.findIndex((place) => place.includes(child.name)));
    return children.flatMap((child, n) => {
      if (found[n]! < 0) return [`<${child.name}> in <${name}>`];
      const early = n > 0 && (found[n]! < found[n - 1]! || (found[n] === found[n - 1] && !many.has(child.name)));
      return early ? [`<${child.name}> out of order in <${name}>`] : [];
    });
  });
}

const twice = (list: string[]): string[] => list.filter((each, n) => list.indexOf(each) !== n);

function shapeFaults(root: Element): string[] {
  const properties = all(root, "p:cNvPr");
  const bodies = [...all(root, "p:txBody"), ...all(root, "a:txBody")];
  return [
    ...twice(properties.map(({ attributes }) => attributes.id!)).map((id) => `shape id ${id} twice`),
    ...twice(properties.map(({ attributes }) => attributes.name!)).map((name) => `shape name ${name} twice`),
    ...bodies.filter(({ children }) => children.at(-1)?.name !== "a:p").map(() => "text without a paragraph"),
    ...all(root, "p:graphicFrame")
      .filter((frame) => !all(frame, "p:cNvPr")[0]!.attributes.descr)
      .map(() => "no alt text"),
    ...all(root, "p:sp")
      .filter((shape) => all(shape, "p:ph").length === 0 && all(shape, "adec:decorative").length === 0)
      .map((shape) => `neither placeholder nor decorative: ${all(shape, "p:cNvPr")[0]!.attributes.name}`),
  ];
}

function languageFaults(root: Element): string[] {
  const runs = [...walk(root)].filter(({ name }) => name === "a:rPr" || name === "a:endParaRPr");
  const texts = all(root, "a:r").filter(({ children }) => children[0]?.name !== "a:rPr");
  const foreign = runs.filter(({ attributes }) => attributes.lang !== "en-GB");
  return [...texts, ...foreign].map(({ name }) => `<${name}> without language`);
}

const placeholderOf = (shape: Element) => all(shape, "p:ph")[0]?.attributes;

function slideFaults(root: Element): string[] {
  const first = all(root, "p:spTree")[0]!.children[2];
  const type = first && placeholderOf(first)?.type;
  return type === "title" || type === "ctrTitle" ? [] : ["the title is not first"];
}

/** Every placeholder of a slide is one of its layout's, which gives it its place. */
function layoutFaults(name: string, root: Element, parts: Map<string, Element>): string[] {
  const rels = parts.get(relsOf(name))!;
  const layout = rels.children.find(({ attributes }) => attributes.Type!.endsWith("/slideLayout"))!;
  const offered = all(parts.get(targetOf(relsOf(name), layout.attributes.Target!))!, "p:ph").map(key);
  return all(root, "p:ph").flatMap((used) => (offered.includes(key(used)) ? [] : [`no placeholder ${key(used)}`]));
}

const key = ({ attributes }: Element) => `${attributes.type ?? "obj"} ${attributes.idx ?? 0}`;

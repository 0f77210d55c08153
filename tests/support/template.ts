/** A small PowerPoint file as a council might send it for its look: a master, a title layout, a theme and a logo. */
import { crc32, deflateSync } from "node:zlib";

import { officeParts, relations, rooted } from "./office.ts";
import { zipOf } from "./zip.ts";

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const [head, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  head.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([head, body, sum]);
}

/** Of eight bits a sample, in red, green and blue; `rows` deflated. */
function png(width: number, height: number, rows: Uint8Array): Uint8Array {
  const size = Buffer.alloc(13);
  size.writeUInt32BE(width, 0);
  size.writeUInt32BE(height, 4);
  size.set([8, 2, 0, 0, 0], 8);
  const mark = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return new Uint8Array(
    Buffer.concat([mark, chunk("IHDR", size), chunk("IDAT", rows), chunk("IEND", new Uint8Array())]),
  );
}

const logo = png(8, 4, deflateSync(Buffer.alloc(4 * 25, 0)));

type Odd = {
  accents?: string[];
  theme?: string | null;
  bomb?: boolean;
  logo?: Uint8Array;
  /** Behind its slides, as a background of the master; and another on the title layout, as a picture over all of it. */
  ground?: Uint8Array;
  /** A second small picture, at the left and in a group. */
  crest?: Uint8Array;
  /** Of its slides, in English Metric Units. */
  size?: [number, number];
  /** What the title layout stands on. */
  title?: string;
};

function themeOf(accents: string[], before: string): string {
  const colours = { dk1: "111111", lt1: "FFFFFF", dk2: "1D3557", lt2: "F1FAEE" };
  const all = { ...colours, ...Object.fromEntries(accents.map((hex, n) => [`accent${n + 1}`, hex])), hlink: "0000EE" };
  const scheme = Object.entries(all).map(([name, hex]) => `<a:${name}><a:srgbClr val="${hex}"/></a:${name}>`);
  const font = (kind: string, name: string) => `<a:${kind}Font><a:latin typeface="${name}"/></a:${kind}Font>`;
  const inside =
    `<a:themeElements><a:clrScheme name="City">${scheme.join("")}</a:clrScheme>` +
    `<a:fontScheme name="City">${font("major", "Georgia")}${font("minor", "Arial")}</a:fontScheme></a:themeElements>`;
  return rooted("a:theme", inside).replace("?>", `?>${before}`);
}

const pictureOf = (id: string, x: number, cx = 900_000, cy = 450_000) =>
  `<p:pic><p:blipFill><a:blip r:embed="${id}"/></p:blipFill><p:spPr><a:xfrm><a:off x="${x}" y="0"/><a:ext cx="${cx}" cy="${cy}"/></a:xfrm></p:spPr></p:pic>`;

/** Half as large as it says, in the middle of the slide's left half. */
const grouped = (inside: string) =>
  `<p:grpSp><p:grpSpPr><a:xfrm><a:off x="1000000" y="0"/><a:ext cx="2000000" cy="1000000"/><a:chOff x="0" y="0"/><a:chExt cx="4000000" cy="2000000"/></a:xfrm></p:grpSpPr>${inside}</p:grpSp>`;

const behind = (fill: string) => `<p:bg><p:bgPr>${fill}</p:bgPr></p:bg>`;

const dark = behind('<a:solidFill><a:schemeClr val="tx2"/></a:solidFill>');
const blip = '<a:blipFill><a:blip r:embed="rId7"/><a:stretch><a:fillRect/></a:stretch></a:blipFill>';

function make(odd: Odd = {}): Uint8Array {
  const {
    accents = ["005EA5", "B10E1E", "6F72AF"],
    theme = "",
    bomb,
    logo: own = logo,
    ground,
    crest,
    title = dark,
  } = odd;
  const [cx, cy] = odd.size ?? [12_192_000, 6_858_000];
  const shapes = `${pictureOf("rId9", cx - 1_000_000)}${crest ? grouped(pictureOf("rId8", 0)) : ""}`;
  const master = `<p:cSld>${ground ? behind(blip) : ""}<p:spTree>${shapes}</p:spTree></p:cSld><p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2"/>`;
  const presentation = `<p:sldMasterIdLst/><p:sldSz cx="${cx}" cy="${cy}"/>`;
  const whole = ground ? pictureOf("rId7", 0, cx, cy) : "";
  const file = zipOf([
    ...officeParts("pptx"),
    { name: "ppt/presentation.xml", data: rooted("p:presentation", presentation) },
    {
      name: "ppt/_rels/presentation.xml.rels",
      data: relations({ rId1: ["slideMaster", "slideMasters/slideMaster1.xml"] }),
    },
    {
      name: "ppt/slideMasters/slideMaster1.xml",
      data: bomb ? rooted("p:sldMaster", " ".repeat(4_000_000)) : rooted("p:sldMaster", master),
    },
    {
      name: "ppt/slideMasters/_rels/slideMaster1.xml.rels",
      data: relations({
        rId1: ["theme", "../theme/theme1.xml"],
        rId2: ["slideLayout", "../slideLayouts/slideLayout1.xml"],
        rId7: ["image", "../media/ground.png"],
        rId8: ["image", "../media/crest.png"],
        rId9: ["image", "../media/image1.png"],
      }),
    },
    {
      name: "ppt/slideLayouts/_rels/slideLayout1.xml.rels",
      data: relations({ rId7: ["image", "../media/ground.png"] }),
    },
    {
      name: "ppt/slideLayouts/slideLayout1.xml",
      data: rooted("p:sldLayout", `<p:cSld>${title}<p:spTree>${whole}</p:spTree></p:cSld>`, 'type="title"'),
    },
    ...(theme === null ? [] : [{ name: "ppt/theme/theme1.xml", data: themeOf(accents, theme) }]),
    { name: "ppt/media/image1.png", data: Buffer.from(own) },
    ...(ground ? [{ name: "ppt/media/ground.png", data: Buffer.from(ground) }] : []),
    ...(crest ? [{ name: "ppt/media/crest.png", data: Buffer.from(crest) }] : []),
  ]);
  return new Uint8Array(file);
}

export const templateFile = Object.assign(make, { png, parts: { logo } });

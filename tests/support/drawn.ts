/** Pictures of words, drawn for tests: as scans are, with no text but what can be seen. */
import { createRequire } from "node:module";
import { deflateSync } from "node:zlib";

/** Brought along by pdfjs-dist, as one of its optional packages. */
const CANVAS = "@napi-rs/canvas";

type Context = {
  fillStyle: string;
  font: string;
  fillRect(x: number, y: number, width: number, height: number): void;
  fillText(text: string, x: number, y: number): void;
  getImageData(x: number, y: number, width: number, height: number): { data: Uint8ClampedArray };
};
type Canvas = { getContext(kind: "2d"): Context; toBuffer(type: string): Buffer };
type Library = {
  createCanvas(width: number, height: number): Canvas;
  GlobalFonts: { registerFromPath(path: string, name: string): unknown };
};

export type Drawn = { width: number; height: number; png: Buffer; jpeg: Buffer; grey: Buffer };

function library(): Library {
  const require = createRequire(import.meta.url);
  try {
    return createRequire(require.resolve("pdfjs-dist/package.json"))(CANVAS) as Library;
  } catch {
    throw new Error(
      `${CANVAS} is not installed, so nothing can be drawn to recognise. Run \`npm ci\` with optional packages.`,
    );
  }
}

/** Black on white, one line under the other, in letters of `size` pixels. */
export function drawnWords(lines: string[], size = 36): Drawn {
  const { createCanvas, GlobalFonts } = library();
  const font = "@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2";
  GlobalFonts.registerFromPath(createRequire(import.meta.url).resolve(font), "Drawn");
  const [width, height] = [size * 32, size * (lines.length * 2 + 2)];
  const canvas = createCanvas(width, height);
  const context = canvas.getContext("2d");
  context.fillStyle = "#fff";
  context.fillRect(0, 0, width, height);
  context.fillStyle = "#000";
  context.font = `400 ${size}px Drawn`;
  lines.forEach((line, n) => context.fillText(line, size, size * (n * 2 + 2)));
  const { data } = context.getImageData(0, 0, width, height);
  const grey = Buffer.alloc(width * height);
  for (let at = 0; at < grey.length; at++) grey[at] = data[at * 4] ?? 255;
  return { width, height, png: canvas.toBuffer("image/png"), jpeg: canvas.toBuffer("image/jpeg"), grey };
}

/** How the pictures of a scan are packed. */
const packings = {
  grey: ({ grey }: Drawn) => ["/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/FlateDecode", deflateSync(grey)],
  jpeg: ({ jpeg }: Drawn) => ["/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode", jpeg],
  bits: (of: Drawn) => ["/ColorSpace/DeviceGray/BitsPerComponent 1/Filter/FlateDecode", deflateSync(bitsOf(of))],
  mask: (of: Drawn) => ["/ImageMask true/BitsPerComponent 1/Filter/FlateDecode", deflateSync(bitsOf(of))],
} as const satisfies Record<string, (of: Drawn) => [string, Buffer]>;
type Packing = keyof typeof packings;

/** A bit for each pixel, set where it is white; each row begins with a byte of its own. */
function bitsOf({ width, height, grey }: Drawn): Buffer {
  const row = Math.ceil(width / 8);
  const bits = Buffer.alloc(row * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      if ((grey[y * width + x] ?? 255) > 127) bits[y * row + (x >> 3)]! |= 0x80 >> (x & 7);
  return bits;
}

type Turn = 0 | 90 | 180 | 270;

/** The picture lies on the page as the scanner took it, and the page says how it is to be turned. */
const places: Record<Turn, (wide: number, high: number) => string> = {
  0: (wide, high) => `${wide} 0 0 ${high} 0 0`,
  90: (wide, high) => `0 ${high} -${wide} 0 ${wide} 0`,
  180: (wide, high) => `-${wide} 0 0 -${high} ${wide} ${high}`,
  270: (wide, high) => `0 -${high} ${wide} 0 0 ${high}`,
};

/** What a scanner makes: a PDF with a picture on each page, turned by `rotate` degrees. */
export function scanOf(
  pages: Drawn[],
  { rotate = 0, packing = "grey" }: { rotate?: Turn; packing?: Packing } = {},
): Buffer {
  const kids = pages.map((_, n) => `${3 + n * 3} 0 R`).join(" ");
  const objects = [
    Buffer.from("<</Type/Catalog/Pages 2 0 R>>"),
    Buffer.from(`<</Type/Pages/Kids[${kids}]/Count ${pages.length}>>`),
  ];
  pages.forEach((of, n) => {
    const [page, { width, height }] = [3 + n * 3, of];
    const turned = rotate % 180 ? [height, width] : [width, height];
    const [wide = 1, high = 1] = turned.map((pixels) => pixels / 4);
    const named = `/Contents ${page + 1} 0 R/Resources<</XObject<</P ${page + 2} 0 R>>>>`;
    const [how, data] = packings[packing](of);
    objects.push(
      Buffer.from(`<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${wide} ${high}]/Rotate ${rotate}${named}>>`),
      streamOf("", Buffer.from(`q ${places[rotate](wide, high)} cm /P Do Q`)),
      streamOf(`/Type/XObject/Subtype/Image/Width ${width}/Height ${height}${how}`, data),
    );
  });
  return assembled(objects);
}

const streamOf = (head: string, data: Buffer) =>
  Buffer.concat([Buffer.from(`<<${head}/Length ${data.length}>>\nstream\n`), data, Buffer.from("\nendstream")]);

function assembled(objects: Buffer[]): Buffer {
  const pieces = [Buffer.from("%PDF-1.4\n")];
  const offsets: number[] = [];
  let at = pieces[0]?.length ?? 0;
  objects.forEach((object, n) => {
    const piece = Buffer.concat([Buffer.from(`${n + 1} 0 obj\n`), object, Buffer.from("\nendobj\n")]);
    offsets.push(at);
    pieces.push(piece);
    at += piece.length;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const size = objects.length + 1;
  const end = `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer<</Size ${size}/Root 1 0 R>>\nstartxref\n${at}\n%%EOF\n`;
  return Buffer.concat([...pieces, Buffer.from(end)]);
}

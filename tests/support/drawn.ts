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

/** What a scanner makes: a PDF with a picture on each page, turned by `rotate` degrees. */
export function scanOf(pages: Drawn[], rotate: 0 | 90 | 180 | 270 = 0): Buffer {
  const objects: Buffer[] = [
    Buffer.from("<</Type/Catalog/Pages 2 0 R>>"),
    Buffer.from(`<</Type/Pages/Kids[${pages.map((_, n) => `${3 + n * 3} 0 R`).join(" ")}]/Count ${pages.length}>>`),
  ];
  const stream = (head: string, data: Buffer) =>
    Buffer.concat([Buffer.from(`<<${head}/Length ${data.length}>>\nstream\n`), data, Buffer.from("\nendstream")]);
  pages.forEach(({ width, height, grey }, n) => {
    const [page, picture] = [3 + n * 3, 5 + n * 3];
    const turned = rotate % 180 ? [height, width] : [width, height];
    const [wide = 1, high = 1] = turned.map((pixels) => pixels / 4);
    // The picture lies on the page as the scanner took it, and the page says how it is to be turned.
    const place = {
      0: `${wide} 0 0 ${high} 0 0`,
      90: `0 ${high} -${wide} 0 ${wide} 0`,
      180: `-${wide} 0 0 -${high} ${wide} ${high}`,
      270: `0 -${high} ${wide} 0 0 ${high}`,
    }[rotate];
    const named = `/Contents ${page + 1} 0 R/Resources<</XObject<</P ${picture} 0 R>>>>`;
    objects.push(
      Buffer.from(`<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${wide} ${high}]/Rotate ${rotate}${named}>>`),
      stream("", Buffer.from(`q ${place} cm /P Do Q`)),
      stream(
        `/Type/XObject/Subtype/Image/Width ${width}/Height ${height}/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/FlateDecode`,
        deflateSync(grey),
      ),
    );
  });
  return assembled(objects);
}

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

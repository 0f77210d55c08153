/** Draws a scanned page from its pictures, in shades of grey, for a machine that recognises words in it. */
import { MAX_PIXELS } from "./picture-size.ts";

/** Six numbers as in PDF: x' = a x + c y + e, y' = b x + d y + f. */
export type Matrix = readonly [number, number, number, number, number, number];

/** First `inner`, then `outer`. */
export const times = (outer: Matrix, inner: Matrix): Matrix => {
  const [a, b, c, d, e, f] = outer;
  const [g, h, i, j, k, l] = inner;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
};

/** A picture as pdf.js unpacks it: 1 is a bit for each pixel (set is white), 2 is RGB, 3 is RGBA. */
export type Bitmap = { width: number; height: number; kind: 1 | 2 | 3; data: Uint8Array | Uint8ClampedArray };

export type Placed = {
  bitmap: Bitmap;
  /** From the unit square, its first row of pixels on top, to points on the page, y downwards. */
  matrix: Matrix;
  /** Paints black where its bits are clear, and leaves the rest of the page as it is. */
  mask: boolean;
};

/** 300 dots an inch: more takes longer and is recognised no better. */
const MOST_SCALE = 300 / 72;

/** A shade for each pixel, 0 is black. */
function greyOf({ width, height, kind, data }: Bitmap): Uint8Array {
  const grey = new Uint8Array(width * height);
  if (kind === 1) {
    const row = (width + 7) >> 3;
    for (let y = 0, to = 0; y < height; y++)
      for (let x = 0; x < width; x++, to++)
        grey[to] = ((data[y * row + (x >> 3)] ?? 0xff) >> (7 - (x & 7))) & 1 ? 255 : 0;
    return grey;
  }
  const step = kind === 2 ? 3 : 4;
  for (let to = 0, at = 0; to < grey.length; to++, at += step)
    grey[to] = ((data[at] ?? 255) * 77 + (data[at + 1] ?? 255) * 151 + (data[at + 2] ?? 255) * 28) >> 8;
  return grey;
}

/** Dots for each point: as fine as the finest picture, as far as that is of use and has room. */
function scaleOf(size: { width: number; height: number }, placed: readonly Placed[]): number {
  const fine = placed.map(({ bitmap, matrix: [a, b, c, d] }) =>
    Math.max(bitmap.width / Math.hypot(a, b), bitmap.height / Math.hypot(c, d)),
  );
  const room = Math.sqrt(MAX_PIXELS / (size.width * size.height));
  return Math.min(MOST_SCALE, room, Math.max(1, ...fine.filter(Number.isFinite)));
}

type Canvas = { width: number; height: number; shades: Uint8Array };

/** The stretch that the picture may cover, in whole dots within the canvas. */
function coverOf({ width, height }: Canvas, [a, b, c, d, e, f]: Matrix) {
  const within = (value: number, most: number) => Math.min(most, Math.max(0, Math.round(value)));
  const [xs, ys] = [
    [e, e + a, e + c, e + a + c],
    [f, f + b, f + d, f + b + d],
  ];
  return {
    left: within(Math.min(...xs) - 1, width),
    right: within(Math.max(...xs) + 1, width),
    top: within(Math.min(...ys) - 1, height),
    bottom: within(Math.max(...ys) + 1, height),
  };
}

function put(canvas: Canvas, { bitmap, mask }: Placed, matrix: Matrix): void {
  const [a, b, c, d, e, f] = matrix;
  const area = a * d - b * c;
  if (!Number.isFinite(area) || Math.abs(area) < 1e-6) return;
  const grey = greyOf(bitmap);
  const { left, right, top, bottom } = coverOf(canvas, matrix);
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) {
      const [dx, dy] = [x + 0.5 - e, y + 0.5 - f];
      const u = (d * dx - c * dy) / area;
      const v = (a * dy - b * dx) / area;
      if (u < 0 || u >= 1 || v < 0 || v >= 1) continue;
      const shade = grey[Math.floor(v * bitmap.height) * bitmap.width + Math.floor(u * bitmap.width)] ?? 255;
      const at = y * canvas.width + x;
      canvas.shades[at] = mask ? Math.min(canvas.shades[at] ?? 255, shade) : shade;
    }
  }
}

/** The page as a “portable graymap”, which every library of pictures reads. `size` is in points. */
export function drawPage(size: { width: number; height: number }, placed: readonly Placed[]): Uint8Array {
  const scale = scaleOf(size, placed);
  const width = Math.max(1, Math.floor(size.width * scale));
  const height = Math.max(1, Math.floor(size.height * scale));
  const head = new TextEncoder().encode(`P5\n${width} ${height}\n255\n`);
  const all = new Uint8Array(head.length + width * height).fill(255);
  all.set(head);
  const canvas = { width, height, shades: all.subarray(head.length) };
  for (const one of placed) put(canvas, one, times([scale, 0, 0, scale, 0, 0], one.matrix));
  return all;
}

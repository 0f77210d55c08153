/** Whether a small picture is whole and plain enough that whatever draws it later cannot fail at it. */
import { pictureSize } from "#app/models/evidence/text/picture-size.ts";
import type { Inflate } from "#app/models/evidence/text/zip.ts";

import type { PictureType } from "./theme.ts";

export type SoundPicture = { type: PictureType; width: number; height: number };

export type Bounds = { bytes: number; pixels: number };

export const logoBounds: Bounds = { bytes: 500_000, pixels: 2_000_000 };
/** A picture for a screen of 2,560 by 1,440. */
export const groundBounds: Bounds = { bytes: 1_000_000, pixels: 3_700_000 };

/** Null where it is too large, damaged, or of a kind that is not taken: only plain PNG and JPEG are. */
export function soundPicture(bytes: Uint8Array, inflate: Inflate, most = logoBounds): SoundPicture | null {
  const size = bytes.length <= most.bytes ? pictureSize(bytes) : null;
  if (!size || !size.width || !size.height || size.width * size.height > most.pixels) return null;
  const png = bytes[0] === 0x89;
  if (!(png ? isWholePng(bytes, size, inflate) : isWholeJpeg(bytes))) return null;
  return { type: png ? "image/png" : "image/jpeg", ...size };
}

/** Samples a pixel, by the PNG's type of colour; what is not named is not taken. Source: PNG specification, 11.2.2. */
const samples: Record<number, number> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

type Chunk = { type: string; data: Uint8Array };

function* chunksOf(bytes: Uint8Array): Generator<Chunk> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 8; at + 12 <= bytes.length;) {
    const length = view.getUint32(at);
    if (at + 12 + length > bytes.length) return;
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    yield { type, data: bytes.subarray(at + 8, at + 8 + length) };
    if (type === "IEND") return;
    at += 12 + length;
  }
}

/** Eight bits a sample, not interlaced, and as many rows as it says, each filtered in one of the five ways. */
function isWholePng(
  bytes: Uint8Array,
  { width, height }: { width: number; height: number },
  inflate: Inflate,
): boolean {
  const chunks = [...chunksOf(bytes)];
  const [first, last] = [chunks[0], chunks.at(-1)];
  if (first?.type !== "IHDR" || first.data.length !== 13 || last?.type !== "IEND") return false;
  const [depth, kind, , , interlaced] = first.data.subarray(8);
  const each = samples[kind ?? -1];
  if (depth !== 8 || interlaced !== 0 || !each) return false;
  const palette = chunks.find(({ type }) => type === "PLTE");
  if (kind === 3 && (!palette || palette.data.length % 3 !== 0)) return false;
  const packed = joined(chunks.filter(({ type }) => type === "IDAT").map(({ data }) => data));
  const row = width * each + 1;
  // Two bytes of head and four of check sum are zlib's; what is between them is deflated.
  const rows = inflated(packed.subarray(2, -4), row * height, inflate);
  if (!rows || rows.length !== row * height) return false;
  for (let at = 0; at < rows.length; at += row) if (rows[at]! > 4) return false;
  const colours = (palette?.data.length ?? 0) / 3;
  return kind !== 3 || rows.every((value, at) => at % row === 0 || rows[at - (at % row)] !== 0 || value < colours);
}

function inflated(raw: Uint8Array, limit: number, inflate: Inflate): Uint8Array | null {
  try {
    return inflate(raw, limit);
  } catch {
    return null;
  }
}

function joined(parts: Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Grey or in three colours of eight bits, and ended as it should be. */
function isWholeJpeg(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint16(bytes.length - 2) !== 0xffd9) return false;
  for (let at = 2; at + 10 < bytes.length;) {
    if (view.getUint8(at) !== 0xff) return false;
    const mark = view.getUint8(at + 1);
    if (mark === 0xc0 || mark === 0xc1 || mark === 0xc2) {
      return view.getUint8(at + 4) === 8 && [1, 3].includes(view.getUint8(at + 9));
    }
    at += 2 + view.getUint16(at + 2);
  }
  return false;
}

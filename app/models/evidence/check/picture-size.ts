/** How large a picture is drawn, by what its head says: a small file can ask for gigabytes of memory. */
import { type FileBytes, viewOf } from "./bytes.ts";

export type PictureSize = { width: number; height: number };

/** A little over what the largest cameras make. Source: no photograph or scan of an inspection comes near it. */
const MOST_PIXELS = 150_000_000;
const MOST_MARKERS = 500;

export const isFlood = ({ width, height }: PictureSize): boolean => width * height > MOST_PIXELS;

/** Of a PNG: the first chunk says it. Null where it does not. */
export function pngSize({ head }: FileBytes): PictureSize | null {
  const view = viewOf(head);
  if (head.length < 24 || view.getUint32(12) !== 0x49484452) return null;
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

/** Those that begin a frame: ITU T.81, table B.1; the three left out mean something else. */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** Of a JPEG: from one marker to the next until a frame begins. Null where none does. */
export async function jpegSize({ read }: FileBytes): Promise<PictureSize | null> {
  let at = 2;
  for (let n = 0; n < MOST_MARKERS; n++) {
    const view = viewOf(await read(at, at + 9));
    if (view.byteLength < 9 || view.getUint8(0) !== 0xff) return null;
    const marker = view.getUint8(1);
    if (isFrame(marker)) return { height: view.getUint16(5), width: view.getUint16(7) };
    // A marker may be padded with more of the same byte.
    at += marker === 0xff ? 1 : 2 + view.getUint16(2);
  }
  return null;
}

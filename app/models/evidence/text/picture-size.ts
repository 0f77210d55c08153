/** How large a picture is, told from its first bytes: nothing is unpacked before that is known. */

/** More than this is refused: an A3 page at 400 dots an inch has 31 million. */
export const MAX_PIXELS = 40_000_000;

export type PictureSize = { width: number; height: number };

const isPng = (view: DataView) => view.byteLength > 24 && view.getUint32(0) === 0x89504e47;
const isJpeg = (view: DataView) => view.byteLength > 4 && view.getUint16(0) === 0xffd8;

/** Marks of a JPEG’s frame: SOF0 to SOF15, but for the four that mean something else. Source: ITU T.81, table B.1. */
const isFrame = (mark: number) => mark >= 0xc0 && mark <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(mark);

function jpegSize(view: DataView): PictureSize | null {
  for (let at = 2; at + 9 < view.byteLength;) {
    if (view.getUint8(at) !== 0xff) return null;
    const mark = view.getUint8(at + 1);
    if (isFrame(mark)) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    // Fill bytes, and marks that stand alone.
    const alone = mark === 0xff || mark === 0x01 || (mark >= 0xd0 && mark <= 0xd7);
    at += alone ? (mark === 0xff ? 1 : 2) : 2 + view.getUint16(at + 2);
  }
  return null;
}

/** The size of a PNG or JPEG in pixels; null where it does not say. */
export function pictureSize(bytes: Uint8Array): PictureSize | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (isPng(view)) return { width: view.getUint32(16), height: view.getUint32(20) };
  return isJpeg(view) ? jpegSize(view) : null;
}

export const isTooManyPixels = ({ width, height }: PictureSize): boolean => width * height > MAX_PIXELS;

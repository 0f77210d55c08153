/** Recognises the text of a picture, or of a PDF whose pages are pictures. Runs in the bounded child only. */
import { corrupt, type Extraction, tooLarge, unread, Unreadable } from "./extraction.ts";
import { Full, Units, WHOLE } from "./gathering.ts";
import { drawPage } from "./page-drawing.ts";
import { eachScannedPage } from "./pdf-pictures.server.ts";
import { isTooManyPixels, pictureSize } from "./picture-size.ts";
import { isPicture } from "./readable-type.ts";
import { openRecogniser, type Recognise } from "./recogniser.server.ts";

/** The most pages of one file in which text is recognised: each takes seconds. */
export const MOST_SCANNED = 20;
/** Below this it guesses: what it read in a photograph of a building says nothing. */
const SURE_ENOUGH = 55;

const UNCLEAR = "What looks like text was too unclear to be recognised.";

async function recognisePicture(bytes: Uint8Array, recognise: Recognise, into: Units): Promise<void> {
  const { text, sure } = await recognise(bytes).catch(() => {
    throw corrupt("It is damaged, or is no picture.");
  });
  if (text && sure < SURE_ENOUGH) into.warn(UNCLEAR);
  else if (text) into.add({ kind: "section", label: WHOLE, text });
}

async function recognisePages(bytes: Uint8Array, recognise: Recognise, into: Units): Promise<void> {
  const unclear: number[] = [];
  const { pages } = await eachScannedPage(bytes, MOST_SCANNED, async ({ number, size, pictures }) => {
    const { text, sure } = pictures.length ? await recognise(drawPage(size, pictures)) : { text: "", sure: 0 };
    const clear = sure >= SURE_ENOUGH;
    if (text && !clear) unclear.push(number);
    into.add({ kind: "page", label: `page ${number}`, text: clear ? text : "" });
  });
  if (unclear.length) into.warn(`Page ${unclear.join(", ")}: ${UNCLEAR.charAt(0).toLowerCase()}${UNCLEAR.slice(1)}`);
  if (pages > MOST_SCANNED) into.warn(`Text was recognised on the first ${MOST_SCANNED} of ${pages} pages only.`);
}

/** Never throws. `beat` is called as the recognition gets on. */
export async function recogniseBytes(bytes: Uint8Array, mediaType: string, beat: () => void): Promise<Extraction> {
  const into = new Units();
  try {
    const size = isPicture(mediaType) ? pictureSize(bytes) : null;
    if (size && isTooManyPixels(size)) throw tooLarge("It has more than 40 million pixels.");
    const recognise = await openRecogniser(beat);
    if (mediaType === "application/pdf") await recognisePages(bytes, recognise, into);
    else if (size) await recognisePicture(bytes, recognise, into);
    else throw corrupt("It does not say how large it is.");
  } catch (error) {
    if (!(error instanceof Full)) {
      const { status, why } = error instanceof Unreadable ? error : corrupt("No text could be recognised in it.");
      return unread(status, why, ...into.warnings);
    }
  }
  const { units, warnings } = into;
  return units.some(({ text }) => text) ? { status: "ok", units, warnings } : unread("no-text", ...warnings);
}

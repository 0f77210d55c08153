/** Collects units while a file is read, and ends the reading when there are enough. */
import { cleanLine, cleanText } from "./clean-text.ts";
import {
  MAX_CHARACTERS,
  MAX_UNITS,
  roomForWarning,
  shortLabel,
  shortWarning,
  type Unit,
  type UnitKind,
} from "./extraction.ts";

/** Thrown to end the reading: what has been gathered stands. */
export class Full extends Error {}

/** Ends the reading of a file that holds more characters than are kept. */
export function stopFull(into: Pick<Gathering, "warn">): never {
  into.warn(`Only the first ${MAX_CHARACTERS.toLocaleString("en-GB")} characters were read.`);
  throw new Full();
}

export type Found = { kind: UnitKind; label: string; text: string; hidden?: boolean };

/** Where a reader puts what it finds. */
export type Gathering = {
  /** Throws `Full` where there is no more room. */
  add(found: Found): void;
  /** A whole sentence for the reader. */
  warn(sentence: string): void;
  /** How many characters still have room. */
  readonly room: number;
};

export class Units implements Gathering {
  readonly units: Unit[] = [];
  readonly warnings: string[] = [];
  room = MAX_CHARACTERS;

  add({ kind, label, text, hidden = false }: Found): void {
    if (this.units.length >= MAX_UNITS) {
      this.warn(`Only the first ${MAX_UNITS.toLocaleString("en-GB")} parts were read.`);
      throw new Full();
    }
    const over = text.length > this.room;
    const kept = cleanText(text.slice(0, this.room)).slice(0, this.room);
    this.units.push({ kind, label: shortLabel(cleanLine(label)), text: kept, hidden });
    this.room -= kept.length;
    if (over) stopFull(this);
  }

  warn(sentence: string): void {
    if (roomForWarning(this.warnings)) this.warnings.push(shortWarning(cleanLine(sentence)));
  }
}

/** Puts all that is found under the name of a file that came with a message. */
export function within(into: Gathering, name: string): Gathering {
  return {
    get room() {
      return into.room;
    },
    add: ({ label, text, hidden }) =>
      into.add({ kind: "attachment", label: label === WHOLE ? name : `${name}, ${label}`, text, hidden }),
    warn: (sentence) => into.warn(`“${name}”: ${sentence}`),
  };
}

/** The label of the only unit of a file that has no parts. */
export const WHOLE = "Whole document";

/** Writes zip packages, and such as no honest program would write. */
import { deflateRawSync } from "node:zlib";

import { crc32 } from "#app/models/evidence/text/crc.ts";

export type Part = {
  name: string;
  data: Uint8Array | string;
  /** Data is packed already, and unpacks to `size` bytes. */
  packed?: boolean;
  /** What the headers say, where that is not the truth. */
  size?: number;
  crc?: number;
  flags?: number;
  method?: number;
  /** Where the directory says the part is: that of another part, say. */
  at?: number;
  /** Stands in the directory only: its bytes are inside another part, at `at`. */
  inside?: boolean;
  /** What the part's own header says its name is. */
  localName?: string;
  /** Upper half of the external attributes. */
  mode?: number;
};

const bytesOf = (data: Uint8Array | string) => (typeof data === "string" ? Buffer.from(data) : Buffer.from(data));

function headOf(part: Part, data: Buffer, body: Buffer): Buffer {
  const head = Buffer.alloc(26);
  head.writeUInt16LE(20, 0);
  head.writeUInt16LE(part.flags ?? 0x800, 2);
  head.writeUInt16LE(part.method ?? 8, 4);
  head.writeUInt32LE(part.crc ?? (part.packed ? 0 : crc32(data)), 10);
  head.writeUInt32LE(body.length, 14);
  head.writeUInt32LE(part.size ?? data.length, 18);
  return head;
}

const bodyOf = (part: Part, data: Buffer) => (part.packed || (part.method ?? 8) !== 8 ? data : deflateRawSync(data));

/** A part with its own header, as it stands in a package. */
export function localPart(part: Part): Buffer {
  const data = bytesOf(part.data);
  const body = bodyOf(part, data);
  const head = headOf(part, data, body);
  const name = Buffer.from(part.localName ?? part.name);
  head.writeUInt16LE(name.length, 22);
  return Buffer.concat([Buffer.from("PK\x03\x04"), head, name, body]);
}

function directoryEntry(part: Part, at: number): Buffer {
  const data = bytesOf(part.data);
  const name = Buffer.from(part.name);
  const entry = Buffer.alloc(42);
  entry.writeUInt16LE((3 << 8) | 20, 0);
  headOf(part, data, bodyOf(part, data)).copy(entry, 2);
  entry.writeUInt16LE(name.length, 24);
  entry.writeUInt16LE(part.mode ?? 0, 36);
  entry.writeUInt32LE(part.at ?? at, 38);
  return Buffer.concat([Buffer.from("PK\x01\x02"), entry, name]);
}

export function zipOf(parts: readonly Part[], { before = "", after = "" } = {}): Buffer {
  const pieces: Buffer[] = [Buffer.from(before)];
  const directory: Buffer[] = [];
  let at = before.length;
  for (const part of parts) {
    directory.push(directoryEntry(part, at));
    if (part.inside) continue;
    const piece = localPart(part);
    pieces.push(piece);
    at += piece.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", 0, "latin1");
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...pieces, list, end, Buffer.from(after)]);
}

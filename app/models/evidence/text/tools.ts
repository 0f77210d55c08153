/** What a reader of one format is given, and what it does. */
import type { Gathering } from "./gathering.ts";
import type { Inflate } from "./zip.ts";

export type Tools = {
  inflate: Inflate;
  /** Says that the reading gets on; without it for some seconds it is taken for stuck. */
  beat(): void;
  /** Reads a file that came with a message. Never throws but `Full`: what cannot be read becomes a warning. */
  attached(file: { name: string; bytes: Uint8Array }, into: Gathering): Promise<void>;
};

/** Puts the text of `bytes` into `into`, or throws `Unreadable`. */
export type Reader = (bytes: Uint8Array, into: Gathering, tools: Tools) => void | Promise<void>;

/** What a reader of one format is given, and what it does. */
import type { Gathering } from "./gathering.ts";
import type { Inflate } from "./zip.ts";

/** A file that came with a message. */
export type Attachment = {
  name: string;
  /** The media type that the message claims. */
  claimed: string;
  bytes: Uint8Array;
};

export type Tools = {
  inflate: Inflate;
  /** Says that the reading gets on; without it for some seconds it is taken for stuck. */
  beat(): void;
  /** Throws nothing but `Full`: what cannot be read becomes a warning. */
  attached(file: Attachment, into: Gathering): Promise<void>;
};

/** Puts the text of `bytes` into `into`, or throws `Unreadable`. */
export type Reader = (bytes: Uint8Array, into: Gathering, tools: Tools) => void | Promise<void>;

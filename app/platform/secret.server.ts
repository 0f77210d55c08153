/** Keeps secrets that must be read again, such as those of second factors, under a key that is not in the data folder. */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";

import { Refused } from "./failure.ts";

/** `about` binds a secret to whose it is: sealed for one person, it opens for no other. */
export type Secrets = {
  seal(text: string, about: string): string;
  /** Throws where the text was not sealed with this key, or about something else. */
  open(sealed: string, about: string): string;
  /** A keyed digest, in hexadecimal: without the key, the text cannot be guessed from it. */
  digest(text: string): string;
  /** Bytes that are always the same for `about`, and tell nothing of the key. */
  derive(about: string, length: number): Uint8Array<ArrayBuffer>;
};

const VERSION = "1";

/** The secrets of one purpose under the application's key. Each purpose has a key of its own. */
export function secretsUnder(appKey: string | undefined, purpose: string): Secrets {
  if (!appKey) throw new Refused("This server has no key for secrets yet. Whoever runs it must set APP_KEY.");
  const keyFor = (use: string, length: number) =>
    new Uint8Array(hkdfSync("sha256", appKey, "throughline", `${purpose}/${use}`, length));
  return {
    seal(text, about) {
      const iv = randomBytes(12);
      const cipher = createCipheriv("aes-256-gcm", keyFor("seal", 32), iv);
      cipher.setAAD(Buffer.from(about));
      const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
      return [VERSION, ...[iv, body, cipher.getAuthTag()].map((part) => part.toString("base64url"))].join(".");
    },
    open(sealed, about) {
      const [version, ...parts] = sealed.split(".");
      const [iv, body, tag] = parts.map((part) => Buffer.from(part, "base64url"));
      if (version !== VERSION || !iv || !body || !tag) throw new Error("This is not a sealed secret.");
      const decipher = createDecipheriv("aes-256-gcm", keyFor("seal", 32), iv, { authTagLength: 16 });
      decipher.setAAD(Buffer.from(about));
      decipher.setAuthTag(tag);
      return Buffer.concat([decipher.update(body), decipher.final()]).toString("utf8");
    },
    digest: (text) => createHmac("sha256", keyFor("digest", 32)).update(text).digest("hex"),
    derive: (about, length) => keyFor(`derive/${about}`, length),
  };
}

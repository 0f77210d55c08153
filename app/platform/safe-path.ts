/** Where a reader may be sent after signing in: nowhere but to a page of our own. */

const LONGEST = 2000;
/** Nothing that a browser or a header could read as another line, another host or another folder. */
const RISKY = /[\\\u0000-\u0020\u007f]/;

function decoded(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}

/** `next` where it is a path of this site, else `otherwise`. */
export function safePath(next: string | null | undefined, otherwise: string): string {
  if (!next || next.length > LONGEST || !/^\/(?!\/)/.test(next) || RISKY.test(next)) return otherwise;
  const path = next.split(/[?#]/, 1)[0] ?? "";
  const plain = decoded(path);
  if (plain === null || RISKY.test(plain.replace(/ /g, "")) || /%0[ad]/i.test(next)) return otherwise;
  const base = "http://here.invalid";
  if (!URL.canParse(next, base)) return otherwise;
  const { origin, pathname, search, hash } = new URL(next, base);
  // "/.//other.example" is a path of ours until someone reads it a second time.
  return origin === base && !pathname.startsWith("//") ? `${pathname}${search}${hash}` : otherwise;
}

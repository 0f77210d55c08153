/** Whose request it is, and what it is for, each in one spelling. */

/** A network address as a key. Of IPv6 the first half counts: the rest is for one household or one server to choose. */
export function addressKey(ip: string | undefined): string {
  if (!ip) return "unknown";
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1];
  if (mapped || !ip.includes(":")) return mapped ?? ip;
  const [head = "", tail = ""] = ip.replace(/%.*$/, "").split("::");
  const [before, after] = [head, tail].map((part) => part.split(":").filter(Boolean)) as [string[], string[]];
  const zeros = Array<string>(Math.max(0, 8 - before.length - after.length)).fill("0");
  const groups = [...before, ...zeros, ...after].slice(0, 4);
  return groups.map((group) => parseInt(group, 16).toString(16)).join(":");
}

/** Whether a request is for uploads that come in pieces, which have methods and a pace of their own. */
export const isForUploads = ({ path }: { path: string }): boolean => /^\/uploads(\/|$)/.test(path);

/** The path that the router matches for this address: decoded, without what asks for a page's data; in lower case. */
export function routePath(address: string): string {
  const path = address.replace(/[?#].*$/s, "");
  const whole = path
    .split("/")
    .map(decoded)
    .join("/")
    .replace(/\/{2,}/g, "/")
    .toLowerCase();
  return whole.replace(/\.data$/, "").replace(/(?<=.)\/$/, "");
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part).replace(/\//g, "%2f");
  } catch {
    // The router matches what cannot be decoded as it stands.
    return part;
  }
}

/** Cookies of this product: out of a script's reach, never sent with a form of another site, for this host alone. */

/** The value of the cookie `name` in a `Cookie` header, or null. */
export function readCookie(header: string | null | undefined, name: string): string | null {
  for (const part of (header ?? "").split(/; */)) {
    const at = part.indexOf("=");
    if (part.slice(0, at) === name) return part.slice(at + 1);
  }
  return null;
}

/** `__Host-` binds a cookie to this very host; browsers take it over https only. */
export const cookieName = (name: string, insecure: boolean) => (insecure ? name : `__Host-${name}`);

/**
 * The `Set-Cookie` header for `value`, or, for null, the one that takes the cookie away. It lasts as long as the
 * browser is open, or for `seconds`.
 */
export function writeCookie(name: string, value: string | null, insecure: boolean, seconds?: number): string {
  const age = value === null ? "; Max-Age=0" : seconds === undefined ? "" : `; Max-Age=${seconds}`;
  return `${cookieName(name, insecure)}=${value ?? ""}; Path=/; HttpOnly; SameSite=Lax${insecure ? "" : "; Secure"}${age}`;
}

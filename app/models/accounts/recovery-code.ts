/** Codes for the day when the second factor is out of reach: read from paper, so no two of their signs look alike. */

/** Crockford's base 32: 10 signs of 5 bits. */
const SIGNS = "0123456789abcdefghjkmnpqrstvwxyz";
const LENGTH = 10;
/** How many a person has at a time. */
export const RECOVERY_CODES = 10;

/** A code from `LENGTH` random bytes, as it is shown: "7k2md-q09xa". */
export function recoveryCode(random: Uint8Array): string {
  if (random.length !== LENGTH) throw new Error(`A recovery code is made of ${LENGTH} bytes.`);
  const text = [...random].map((byte) => SIGNS.charAt(byte & 31)).join("");
  return `${text.slice(0, 5)}-${text.slice(5)}`;
}

recoveryCode.bytes = LENGTH;

/** What was typed, as a code to compare, or null where it can be none. */
export function readRecoveryCode(typed: string): string | null {
  const text = typed.toLowerCase().replace(/[\s-]/g, "").replace(/o/g, "0").replace(/[il]/g, "1");
  return text.length === LENGTH && [...text].every((sign) => SIGNS.includes(sign)) ? text : null;
}

/** What was typed, as the six digits of an app, or null where it can be none. */
export function readCode(typed: string): string | null {
  const text = typed.replace(/[\s-]/g, "");
  return /^\d{6}$/.test(text) ? text : null;
}

/** "JBSW Y3DP …": a long secret in groups that can be copied by eye. */
export const grouped = (secret: string): string => secret.match(/.{1,4}/g)?.join(" ") ?? "";

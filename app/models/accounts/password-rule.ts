/**
 * Which passwords are taken. Source: OWASP ASVS 5.0.0, 6.2.1 to 6.2.12, and NCSC's "three random words": long, of any
 * characters, exactly as typed, and none of those that are guessed first.
 */
import { commonPasswords } from "./common-passwords.ts";

/** In characters. */
export const PASSWORD_SHORTEST = 12;
export const PASSWORD_LONGEST = 256;

/** Whom the password is for: what others know of them makes a poor password. */
export type Owner = { email: string; name: string; organisation?: string | null };

const PRODUCT = "Throughline";
const REMEDY = "Three words that have nothing to do with each other are easy to remember and hard to guess.";
/** Digits and signs around a common word that make it no better. */
const PADDING = 8;
/** The longest piece whose repetition is seen. */
const UNIT = 6;

/** Why this password cannot be taken and what to do, or null. */
export function whyNotPassword(password: string, owner: Owner): string | null {
  const length = [...password].length;
  if (length === 0) return "Enter a password";
  if (length < PASSWORD_SHORTEST) return `The password must be ${PASSWORD_SHORTEST} characters or more. ${REMEDY}`;
  if (length > PASSWORD_LONGEST) return `The password must be ${PASSWORD_LONGEST} characters or fewer. Shorten it.`;
  if ([...unitOf(password)].length <= UNIT) return `Choose a password that does not repeat itself. ${REMEDY}`;
  if (isRun(password)) return `Choose a password that is not a row of keys, letters or numbers. ${REMEDY}`;
  if (isCommon(password)) return `Choose another password: this one is among the first to be guessed. ${REMEDY}`;
  if (isOwn(password, owner)) {
    return `Choose a password that is not made of your name, e-mail address, organisation or this product. ${REMEDY}`;
  }
  return null;
}

/** The shortest piece whose repetition makes the whole, its last time perhaps cut short: "abcabca" is made of "abc". */
function unitOf(text: string): string {
  const all = [...text];
  const size = all.findIndex((_, at) => at > 0 && all.slice(at).every((each, index) => each === all[index]));
  return size === -1 ? text : all.slice(0, size).join("");
}

const rows = [
  "1234567890-=",
  "01234567890",
  "qwertyuiop[]",
  "asdfghjkl;'#",
  "\\zxcvbnm,./",
  "abcdefghijklmnopqrstuvwxyz",
  "1q2w3e4r5t6y7u8i9o0p",
  "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik,9ol.0p;/",
  "qazwsxedcrfvtgbyhnujmikolp",
];

const neighbours = new Set(
  rows.flatMap((row) => [...row].slice(1).flatMap((each, at) => [`${row[at]}${each}`, `${each}${row[at]}`])),
);

/** Whether it is put together from a few rows of keys, of the alphabet or of digits: pieces of three or more on average. */
function isRun(password: string): boolean {
  const all = [...password.toLowerCase()];
  const breaks = all.filter((each, at) => {
    const before = all[at - 1];
    return before !== undefined && before !== each && !neighbours.has(`${before}${each}`);
  });
  return (breaks.length + 1) * 3 <= all.length;
}

const signs: Record<string, string> = { "0": "o", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", $: "s", "!": "i" };

/** "p@ssw0rd" as the word that was meant; a "1" may stand for either of two letters. */
const spelt = (text: string, one: "i" | "l") =>
  [...text].map((each) => (each === "1" ? one : (signs[each] ?? each))).join("");

function isCommon(password: string): boolean {
  const whole = password.toLowerCase();
  const core = whole.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, "");
  const forms = whole.length - core.length <= PADDING ? [whole, core] : [whole];
  return forms
    .flatMap((form) => [form, form.replace(/[^\p{L}\p{N}]/gu, ""), spelt(form, "i"), spelt(form, "l")])
    .some((form) => commonPasswords.has(form) || commonPasswords.has(unitOf(form)));
}

/** Whether half of it or more is what others know of its owner. */
function isOwn(password: string, { email, name, organisation }: Owner): boolean {
  const [local = ""] = email.split("@");
  const known = [email, local, ...`${email} ${name} ${organisation ?? ""} ${PRODUCT}`.split(/[^\p{L}\p{N}]+/u)]
    .map((word) => word.toLowerCase())
    .filter((word) => word.length >= 3)
    .sort((a, b) => b.length - a.length);
  const whole = password.toLowerCase();
  const rest = known.reduce((left, word) => left.replaceAll(word, ""), whole);
  return rest.length * 2 <= whole.length;
}

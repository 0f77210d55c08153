import fc from "fast-check";
import { expect, test } from "vitest";

import { commonPasswords } from "./common-passwords.ts";
import { PASSWORD_LONGEST, PASSWORD_SHORTEST, whyNotPassword } from "./password-rule.ts";

const owner = { email: "ann.smith@leicester.gov.uk", name: "Ann Smith", organisation: "Leicester City Council" };
const why = (password: string) => whyNotPassword(password, owner);

test("three words, a sentence, another script or a generated password are taken, whatever characters they hold", () => {
  for (const password of [
    "kettle violin harbour",
    "kettleviolinharbour",
    "I left my umbrella on the 73 again.",
    "xK9#vR2!pL7q",
    "дождь над рекой",
    "🦊🌵🎻🧭🪁🫖🧦🚲🪴🥁🧵🛶",
    "            a b c",
    "leicester-kettle-violin-rain",
    "smithereens of porcelain",
  ]) {
    expect(why(password), password).toBeNull();
  }
});

test("the message says what is wrong and what to do", () => {
  expect(why("")).toBe("Enter a password");
  expect(why("short")).toMatch(/^The password must be 12 characters or more\. Three words/);
  expect(why("x y ".repeat(65))).toMatch(/^The password must be 256 characters or fewer/);
  expect(why("passwordpassword")).toMatch(/among the first to be guessed\. Three words/);
  expect(why("aaaaaaaaaaaaa")).toMatch(/does not repeat itself\. Three words/);
  expect(why("qwertyuiop12")).toMatch(/not a row of keys/);
  expect(why("Ann.Smith2026!")).toMatch(/not made of your name/);
});

test("what is guessed first is refused, however it is dressed up", () => {
  for (const password of [
    "Password1234",
    "P@ssw0rd1234!",
    "LetMeIn-LetMeIn",
    "!!Welcome2026!!",
    "correct horse battery staple",
    "ChangeMe ChangeMe",
    "111222333444",
    "1q2w3e4r5t6y7u",
    "zxcvbnm,./qwerty",
    "abcdefghijklmn",
    "nmlkjihgfedcba",
    "1234567890123",
    "987654321098",
    "throughline-demo",
    "Throughline2026",
    "LeicesterCouncil1",
    "ann.smith@leicester.gov.uk",
    "smithsmithann1",
  ]) {
    expect(why(password), password).not.toBeNull();
  }
});

test("the list is in lower case and long enough to be worth having", () => {
  expect(commonPasswords.size).toBeGreaterThan(300);
  expect([...commonPasswords].filter((word) => word !== word.toLowerCase())).toEqual([]);
});

test("length is counted in characters, not in units of their encoding", () => {
  const foxes = (many: number) => [..."🦊🌵🎻🧭🪁🫖🧦🚲🪴🥁🧵🛶🪙🎲"].slice(0, many).join("");
  expect(why(foxes(PASSWORD_SHORTEST - 1))).toMatch(/12 characters or more/);
  expect(why(foxes(PASSWORD_SHORTEST))).toBeNull();
});

const digits = (max: number) => fc.stringMatching(new RegExp(`^[0-9!?.-]{0,${max}}$`));

test("no common password is taken, padded or repeated", () => {
  const common = fc.constantFrom(...commonPasswords);
  fc.assert(
    fc.property(common, digits(4), digits(4), fc.integer({ min: 1, max: 4 }), (word, before, after, times) => {
      const password = `${before}${word.repeat(times)}${after}`;
      const padding = password.length - password.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, "").length;
      fc.pre(padding <= 8 && !/\d/.test(word));
      expect(why(password), password).not.toBeNull();
    }),
  );
});

test("no short piece is made long by repeating it", () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 6, unit: "grapheme-composite" }), (piece) => {
      fc.pre([...piece].length <= 6);
      expect(why([...piece.repeat(40)].slice(0, 60).join(""))).not.toBeNull();
    }),
  );
});

test("what a password manager makes is always taken, and any text gets an answer", () => {
  const random = fc.noBias(fc.uint8Array({ minLength: 15, maxLength: 60 }));
  fc.assert(
    fc.property(random, (bytes) => {
      expect(why(Buffer.from(bytes).toString("base64url"))).toBeNull();
    }),
  );
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
      const answer = why(text);
      const length = [...text].length;
      if (length < PASSWORD_SHORTEST || length > PASSWORD_LONGEST) expect(answer).not.toBeNull();
      else expect(answer === null || answer.length > 20).toBe(true);
    }),
  );
});

test("a long password is judged quickly", () => {
  const began = performance.now();
  for (const text of ["a".repeat(255) + "b", "ab".repeat(128), "1a".repeat(128)]) why(text);
  why("x".repeat(250_000));
  expect(performance.now() - began).toBeLessThan(500);
});

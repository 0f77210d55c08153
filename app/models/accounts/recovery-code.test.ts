import fc from "fast-check";
import { expect, test } from "vitest";

import { grouped, readCode, readRecoveryCode, recoveryCode } from "./recovery-code.ts";

test("whatever code is shown can be typed back, with or without its hyphen, in capitals, with O for nought", () => {
  const bytes = fc.uint8Array({ minLength: recoveryCode.bytes, maxLength: recoveryCode.bytes });
  fc.assert(
    fc.property(bytes, (random) => {
      const code = recoveryCode(random);
      expect(code).toMatch(/^[0-9a-hjkmnp-tv-z]{5}-[0-9a-hjkmnp-tv-z]{5}$/);
      const plain = code.replace("-", "");
      for (const typed of [code, plain, code.toUpperCase(), ` ${code} `, plain.replace(/0/g, "O").replace(/1/g, "l")]) {
        expect(readRecoveryCode(typed)).toBe(plain);
      }
    }),
  );
});

test("what can be no code is none", () => {
  for (const typed of ["", "123456", "abcde-fghj", "abcde-fghjuu", "abcde_fghjk"]) {
    expect(readRecoveryCode(typed)).toBeNull();
  }
  expect(["123 456", "123-456", "12345", "1234567", "12345a", ""].map(readCode)).toEqual([
    "123456",
    "123456",
    null,
    null,
    null,
    null,
  ]);
});

test("a secret is shown in groups of four", () => {
  expect(grouped("JBSWY3DPEH")).toBe("JBSW Y3DP EH");
});

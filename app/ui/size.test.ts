import { expect, test } from "vitest";

import { sizeOf } from "./size.ts";

test.each([
  [0, "0 bytes"],
  [999, "999 bytes"],
  [1000, "1KB"],
  [240_400, "240KB"],
  [999_499, "999KB"],
  [999_500, "1MB"],
  [1_500_000, "1.5MB"],
  [9_960_000, "10MB"],
  [38_200_000, "38MB"],
  [999_499_999, "999MB"],
  [1_240_000_000, "1.2GB"],
])("%d bytes are %s", (bytes, size) => {
  expect(sizeOf(bytes)).toBe(size);
});

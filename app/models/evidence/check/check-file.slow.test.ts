/** Files made to harm whoever reads them, met before they are kept. */
import { expect, test } from "vitest";

import { hostileMail, hostileWord } from "#tests/support/hostile.ts";

import { checkFile } from "./check-file.server.ts";

const check = (name: string, bytes: Uint8Array) =>
  checkFile(name, {
    size: bytes.length,
    head: bytes.subarray(0, 4096),
    read: async (start, end) => bytes.subarray(start, end),
  });

const word = hostileWord("http://127.0.0.1:9");
test.each([
  "1,000 parts in the same bytes",
  "a part twice",
  "a part twice, in capitals",
  "a name that climbs",
  "a name from the root",
  "a name with a drive",
  "a name with a backslash",
  "a name with a nought",
  "a link",
])("a package with %s is refused", async (what) => {
  expect(await check("a.docx", word[what]!)).toMatchObject({
    why: expect.stringMatching(/built in a way that can do harm/) as string,
  });
});

test.each(["1 GB in one part", "300 parts of 60 MB"])("a package with %s is refused", async (what) => {
  expect(await check("a.docx", word[what]!)).toMatchObject({
    why: expect.stringMatching(/unpacks to far more than a document holds/) as string,
  });
});

test("every hostile file is judged at once, whatever it says of itself", async () => {
  for (const [name, bytes] of [...Object.entries(word), ...Object.entries(hostileMail())]) {
    const began = performance.now();
    await check(name in word ? "a.docx" : "a.msg", bytes);
    expect(performance.now() - began, name).toBeLessThan(1000);
  }
});

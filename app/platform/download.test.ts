import { expect, test } from "vitest";

import { contentDisposition, downloadHead, spanOf } from "./download.ts";

const file = { name: "Minutes.pdf", mediaType: "application/pdf", size: 1000, sha256: "abc" };
const whole = { range: null, ifRange: null };

test("a whole file is sent to be saved, under its own type, by a page that can do nothing", () => {
  const { status, headers, span } = downloadHead(file, whole);
  expect(status).toBe(200);
  expect(span).toEqual({ start: 0, end: 999 });
  expect(headers).toEqual({
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "private, no-store, no-transform",
    "Accept-Ranges": "bytes",
    ETag: '"abc"',
    "Content-Type": "application/pdf",
    "Content-Disposition": "attachment; filename=\"Minutes.pdf\"; filename*=UTF-8''Minutes.pdf",
    "Content-Length": "1000",
  });
});

test("a part is sent with its place in the whole", () => {
  const { status, headers, span } = downloadHead(file, { range: "bytes=10-19", ifRange: null });
  expect(status).toBe(206);
  expect(span).toEqual({ start: 10, end: 19 });
  expect(headers).toMatchObject({ "Content-Range": "bytes 10-19/1000", "Content-Length": "10" });
});

test("a part that the file does not have is refused, with the size that it has", () => {
  const { status, headers, span } = downloadHead(file, { range: "bytes=1000-", ifRange: null });
  expect(status).toBe(416);
  expect(span).toBeNull();
  expect(headers).toMatchObject({ "Content-Range": "bytes */1000", "Content-Length": "0" });
  expect(headers["Content-Disposition"]).toBeUndefined();
});

test("a part of a file that changed meanwhile is the whole new file", () => {
  expect(downloadHead(file, { range: "bytes=10-19", ifRange: '"abc"' }).status).toBe(206);
  expect(downloadHead(file, { range: "bytes=10-19", ifRange: '"other"' }).status).toBe(200);
  expect(downloadHead(file, { range: "bytes=10-19", ifRange: "Tue, 24 Nov 2026 12:00:00 GMT" }).status).toBe(200);
});

test.each([
  ["bytes=0-0", { start: 0, end: 0 }],
  ["bytes=990-", { start: 990, end: 999 }],
  ["bytes=990-5000", { start: 990, end: 999 }],
  ["bytes=-10", { start: 990, end: 999 }],
  ["bytes=-5000", { start: 0, end: 999 }],
  ["BYTES=5-6", { start: 5, end: 6 }],
  ["bytes=1000-1001", null],
  ["bytes=-0", null],
  ["bytes=9999999999999999999999-", null],
])("%s is a part, or none, of a thousand bytes", (header, span) => {
  expect(spanOf(header, 1000)).toEqual(span);
});

test.each([
  null,
  "",
  "bytes=",
  "bytes=-",
  "bytes=6-5",
  "bytes=a-b",
  "bytes=0-1,3-4",
  "items=0-1",
  "bytes=0x1-5",
  "0-5",
])("%j is no range, and the whole is meant", (header) => {
  expect(spanOf(header, 1000)).toEqual({ start: 0, end: 999 });
});

test.each([
  ["Café résumé.pdf", `filename="Cafe resume.pdf"; filename*=UTF-8''Caf%C3%A9%20r%C3%A9sum%C3%A9.pdf`],
  ['a"b\\c%41.pdf', `filename="a_b_c_41.pdf"; filename*=UTF-8''a%22b%5Cc%2541.pdf`],
  ["it's (1)*!.txt", `filename="it's (1)*!.txt"; filename*=UTF-8''it%27s%20%281%29%2A%21.txt`],
  ["a\r\nSet-Cookie: x=1.txt", `filename="a__Set-Cookie: x=1.txt"; filename*=UTF-8''a%0D%0ASet-Cookie%3A%20x%3D1.txt`],
  ["計画.pdf", `filename="__.pdf"; filename*=UTF-8''%E8%A8%88%E7%94%BB.pdf`],
  ["half \ud83d.txt", `filename="half _.txt"; filename*=UTF-8''half%20_.txt`],
])("%j is named in plain letters and whole", (name, expected) => {
  const header = contentDisposition(name);
  expect(header).toBe(`attachment; ${expected}`);
  expect(() => new Headers({ "Content-Disposition": header })).not.toThrow();
});

import { expect, onTestFinished, test, vi } from "vitest";

import { EICAR, startClamd } from "#tests/support/clamd.ts";

import { openScanner } from "./scanner.server.ts";

async function clamd(...how: Parameters<typeof startClamd>): Promise<string> {
  const { at, end } = await startClamd(...how);
  onTestFinished(end);
  return at;
}

const quick = { idle: 300, answer: 100 };

async function scan(CLAMD: string, ...chunks: (string | Buffer)[]) {
  return scanWith(undefined, CLAMD, ...chunks);
}

async function scanWith(patience: typeof quick | undefined, CLAMD: string, ...chunks: (string | Buffer)[]) {
  const bytes = async function* () {
    for (const chunk of chunks) yield typeof chunk === "string" ? Buffer.from(chunk) : chunk;
  };
  return openScanner({ CLAMD }, patience)!.scan(bytes());
}

test("without a setting there is no scanner", () => {
  expect(openScanner({ CLAMD: undefined })).toBeNull();
});

test("what a scanner finds in a stream is told, however it is cut", async () => {
  const at = await clamd();
  expect(await scan(at, "Minutes ", "of May")).toBe("clean");
  expect(await scan(at, EICAR.slice(0, 30), EICAR.slice(30))).toBe("infected");
  expect(await scan(at, ...Array.from({ length: 12 }, () => Buffer.alloc(1 << 18)))).toBe("clean");
});

test("a scanner that cannot be reached, dies midway, is silent, talks on or says what nobody knows is no answer", async () => {
  const complained = vi.mocked(console.error).mockImplementation(() => undefined);
  const big = Array.from({ length: 12 }, () => Buffer.alloc(1 << 18));
  expect(await scan("127.0.0.1:9", "x")).toBe("unknown");
  const dies = await clamd((socket, bytes) => bytes > 1e6 && Boolean(socket.destroy()));
  expect(await scan(dies, ...big)).toBe("unknown");
  expect(await scanWith(quick, await clamd(() => true), "x")).toBe("unknown");
  const talks = await clamd((socket) => socket.write("x".repeat(10_000)) || true);
  expect(await scan(talks, "x")).toBe("unknown");
  const odd = await clamd((socket) => Boolean(socket.end("COMMAND READ TIMED OUT ERROR\0")));
  expect(await scan(odd, "x")).toBe("unknown");
  expect(complained).toHaveBeenCalledTimes(5);
  complained.mockClear();
});

test("a file that is too large for the scanner is told apart", async () => {
  const complained = vi.mocked(console.error).mockImplementation(() => undefined);
  const small = await clamd((socket, bytes) => {
    if (bytes <= 1e6) return false;
    socket.end("INSTREAM size limit exceeded. ERROR\0");
    return true;
  });
  expect(await scan(small, ...Array.from({ length: 12 }, () => Buffer.alloc(1 << 18)))).toBe("too-large");
  expect(complained).toHaveBeenCalledWith(expect.stringContaining("StreamMaxLength"));
  complained.mockClear();
});

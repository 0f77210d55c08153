import express from "express";
import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { expect, onTestFinished, test } from "vitest";

import { bodies } from "./bodies.ts";

const patience = { form: 800, grace: 800, idle: 1200, pace: 1000, tick: 20 };

/** A server that reads whole bodies and says how long they were. */
async function setUp() {
  const app = express();
  app.use(bodies(patience));
  app.post("*", (request, response) => {
    let size = 0;
    request.on("data", (chunk: Buffer) => (size += chunk.length));
    request.on("end", () => response.headersSent || response.send(`${size} bytes`));
    request.on("error", () => undefined);
  });
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  /** Sends the head of a request, then pieces as `[wait, bytes]`; resolves with all that came back when it ends. */
  return async (type: string, length: number, pieces: [number, number][]) => {
    const socket = connect(port, "127.0.0.1");
    let answer = "";
    socket.on("data", (chunk) => (answer += chunk.toString()));
    socket.on("error", () => undefined);
    const over = new Promise<void>((resolve) => socket.once("close", () => resolve()));
    socket.write(`POST / HTTP/1.1\r\nHost: x\r\nContent-Type: ${type}\r\nContent-Length: ${length}\r\n`);
    socket.write("Connection: close\r\n\r\n");
    for (const [wait, bytes] of pieces) {
      await new Promise((resolve) => setTimeout(resolve, wait));
      if (!socket.destroyed) socket.write("x".repeat(bytes));
    }
    await over;
    return answer;
  };
}

const FORM = "application/x-www-form-urlencoded";
const UPLOAD = "multipart/form-data; boundary=x";
const dribble = (times: number, wait: number, bytes: number) =>
  Array.from({ length: times }, (): [number, number] => [wait, bytes]);

test("a form that arrives in time is taken, one that drips in is not", async () => {
  const send = await setUp();
  expect(await send(FORM, 20, dribble(2, 60, 10))).toContain("20 bytes");
  const late = await send(FORM, 100, dribble(12, 120, 1));
  expect(late).toMatch(/^HTTP\/1\.1 408 /);
  expect(late).toContain("did not arrive in time");
});

test("an upload may take as long as it keeps its pace", async () => {
  const send = await setUp();
  expect(await send(UPLOAD, 20_000, dribble(20, 60, 1000))).toContain("20000 bytes");
});

test("an upload that is too slow, or stands still, is not waited for", async () => {
  const send = await setUp();
  expect(await send(UPLOAD, 10_000, dribble(12, 120, 10))).toMatch(/^HTTP\/1\.1 408 /);
  expect(await send(UPLOAD, 10_000, [[0, 5000]])).toMatch(/^HTTP\/1\.1 408 /);
});

test("a pause that is made up for is forgiven", async () => {
  const send = await setUp();
  expect(
    await send(UPLOAD, 10_000, [
      [0, 9000],
      [500, 1000],
    ]),
  ).toContain("10000 bytes");
});

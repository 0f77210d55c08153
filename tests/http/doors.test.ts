/** What stands before the pages: hosts, methods, origins, lengths, headers and slow heads. */
import { connect } from "node:net";
import { expect, test } from "vitest";

import { readSettings } from "#app/platform/env.ts";
import { startServer } from "#app/server/main.ts";
import { copyDemo } from "#tests/support/demo.ts";
import { type Asking, send as sendTo } from "#tests/support/raw.ts";
import { demoServer, PASSWORD } from "#tests/support/server.ts";

// Behind one proxy, so that each test can come from an address of its own.
const server = demoServer({ TRUST_PROXY: "1", APP_KEY: "k".repeat(32) }, { demo: false });

const send = (path: string, asking: Partial<Asking> = {}) => sendTo(path, { at: server.origin, ...asking });
const signIn = new URLSearchParams({ email: "officer@demo.test", password: PASSWORD }).toString();
const post = (headers: Record<string, string>) => send("/sign-in", { method: "POST", headers, body: signIn });

test("another host is not answered for, whatever else the request says", async () => {
  const { host } = new URL(server.origin);
  for (const other of [
    "evil.example",
    `evil.example@${host}`,
    `${host}.evil.example`,
    "127.0.0.1",
    "",
    host.toUpperCase() + "x",
  ]) {
    const answer = await send("/sign-in", { headers: { Host: other, "X-Forwarded-Host": host } });
    expect(answer.status, other).toBe(421);
  }
  const absolute = await send(`${server.origin}/sign-in`, {});
  expect(absolute.status).toBe(400);
});

test("no header of a stranger gets into an answer", async () => {
  const forged = {
    "X-Forwarded-Host": "evil.example",
    Forwarded: "host=evil.example;proto=https",
    "X-Original-URL": "/admin",
    "X-Rewrite-URL": "/admin",
    "X-Host": "evil.example",
  };
  for (const path of ["/sign-in", "/inspections", "/help", "/nothing-here"]) {
    const [plain, answer] = [await send(path), await send(path, { headers: forged })];
    expect(answer.status).toBe(plain.status);
    expect(answer.text + JSON.stringify(answer.headers)).not.toContain("evil");
  }
});

test("methods that nothing takes are refused, and HEAD is GET without its body", async () => {
  for (const method of ["PUT", "DELETE", "OPTIONS", "TRACE", "PROPFIND"]) {
    const answer = await send("/inspections", { method });
    expect([method, answer.status, answer.headers.allow]).toEqual([method, 405, "GET, HEAD, POST"]);
  }
  expect(await send("/sign-in", { method: "HEAD" })).toMatchObject({ status: 200, text: "" });
  expect(await send("/inspections", { method: "HEAD" })).toMatchObject({ status: 302, text: "" });
});

test("the old way to ask for one loader's data is closed, in every spelling", async () => {
  const id = "routes/inspections/list";
  for (const query of [`_data=${id}`, `%5Fdata=${id}`, `a=1&_data=${id}`, "_data", `${"a&".repeat(1500)}_data=${id}`]) {
    expect((await send(`/inspections?${query}`)).status, query.slice(0, 20)).toBe(400);
  }
});

test("a form is taken from a page of ours and from nowhere else", async () => {
  const { origin: own } = server;
  const port = new URL(own).port;
  const taken: Record<string, string>[] = [
    { Origin: own },
    { Origin: own, "Sec-Fetch-Site": "same-origin" },
    { "Sec-Fetch-Site": "same-origin" },
    { "Sec-Fetch-Site": "none", Origin: own },
    { Referer: `${own}/sign-in` },
  ];
  const refused: Record<string, string>[] = [
    {},
    { Origin: "null" },
    { Origin: "https://evil.example" },
    { Origin: own.replace("http:", "https:") },
    { Origin: "http://127.0.0.1" },
    { Origin: `${own}.evil.example` },
    { Origin: `http://localhost:${port}` },
    { Origin: "https://evil.example", Referer: `${own}/sign-in` },
    { Origin: own, "Sec-Fetch-Site": "cross-site" },
    { Origin: own, "Sec-Fetch-Site": "same-site" },
    { Origin: own, "Sec-Fetch-Site": "nonsense" },
    { "Sec-Fetch-Site": "cross-site" },
    { Referer: "https://evil.example/sign-in" },
    { Referer: `${own}.evil.example/` },
    { Referer: `https://evil.example/?${own}` },
    { Referer: "no address" },
    { Origin: "https://evil.example", "X-Forwarded-Host": "evil.example" },
  ];
  const words = encodeURIComponent("e@x.test");
  for (const headers of taken) {
    const answer = await send("/sign-in", { method: "POST", headers, body: `email=${words}` });
    expect([headers, answer.status]).toEqual([headers, 422]);
  }
  for (const headers of refused) {
    const answer = await post(headers);
    expect([headers, answer.status]).toEqual([headers, 403]);
    expect(answer.headers["set-cookie"]).toBeUndefined();
  }
});

test("an action behind no page is guarded too: nothing happens that another site asked for", async () => {
  const [here, there] = [await server.signedIn("officer"), await server.signedIn("officer")];
  const elsewhere = [
    ["Origin", "https://evil.example"],
    ["Origin", "null"],
    ["Sec-Fetch-Site", "cross-site"],
  ] as const;
  for (const [name, value] of elsewhere) {
    for (const path of [
      "/account/other-sessions/end",
      "/account/other-sessions/end.data",
      "/sign-out",
      "/sign-out.data",
    ]) {
      const answer = await here.send(path, { method: "POST", headers: { [name]: value }, body: new URLSearchParams() });
      expect([path, answer.status]).toEqual([path, 403]);
    }
  }
  expect((await here.get("/account")).status).toBe(200);
  expect((await there.get("/account")).status).toBe(200);
});

test("every answer says who may frame it, keep it and guess its type, and none says what serves it", async () => {
  const page = await send("/sign-in");
  const asset = /\/assets\/[^"]+\.css/.exec(page.text)?.[0] ?? "";
  const answers = {
    page,
    asset: await send(asset),
    data: await send("/sign-in.data"),
    redirect: await send("/inspections"),
    missing: await send("/nothing-here"),
    "missing asset": await send("/assets/nothing.js"),
    health: await send("/healthz"),
    "another host": await send("/", { headers: { Host: "evil.example" } }),
    "another site": await post({ Origin: "https://evil.example" }),
    method: await send("/", { method: "PUT" }),
    "no address": await send("/%"),
  };
  for (const [name, { headers, text }] of Object.entries(answers)) {
    expect(headers, name).toMatchObject({
      "x-frame-options": "DENY",
      "x-content-type-options": "nosniff",
      "referrer-policy": "same-origin",
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": "same-origin",
      "cache-control": name === "asset" ? expect.stringContaining("immutable") : "private, no-store",
    });
    const policy = String(headers["content-security-policy"]);
    for (const rule of ["default-src 'none'", "frame-ancestors 'none'", "form-action 'self'", "base-uri 'none'"]) {
      expect(policy, name).toContain(rule);
    }
    expect(policy, name).not.toMatch(/unsafe|\*/);
    expect(Object.keys(headers), name).not.toEqual(expect.arrayContaining(["x-powered-by"]));
    expect(headers.server, name).toBeUndefined();
    expect(text, name).not.toMatch(/express|remix \d|node\.?js|at .*\.js:\d/i);
  }
  expect(answers.page.headers["content-security-policy"]).not.toBe(
    (await send("/sign-in")).headers["content-security-policy"],
  );
});

test("an address that cannot be read is the sender's mistake, not ours", async () => {
  for (const path of [
    "/%",
    "/%E0%A4%A",
    "/inspections/%zz",
    "/assets/%",
    "/..%2f..%2fetc/passwd",
    "/assets/..%2f..%2fpackage.json",
  ]) {
    const { status, text } = await send(path);
    expect([path, status >= 400 && status < 500]).toEqual([path, true]);
    expect(text).not.toMatch(/root:|"dependencies"/);
  }
});

test("an address has a length, and the list of pages a longer one", async () => {
  expect((await send(`/help?a=${"a".repeat(4000)}`)).status).toBe(200);
  expect((await send(`/help?a=${"a".repeat(4096)}`)).status).toBe(414);
  const long = (length: number) => send(`/__manifest?p=/${"a".repeat(length)}&version=x`);
  expect((await long(4500)).status).not.toBe(414);
  expect((await long(7680)).status).toBe(414);
  expect((await send("/help", { headers: { "X-Long": "a".repeat(70_000) } })).status).toBe(431);
});

test("a client that does not finish the head of its request is not waited for", async () => {
  const { folder, remove } = copyDemo();
  const running = await startServer(readSettings({ DATA_DIR: folder, PORT: "0", INSECURE_COOKIES: "1" }));
  const { hostname, port } = new URL(running.address);
  const socket = connect(Number(port), hostname);
  let answer = "";
  socket.on("data", (chunk) => (answer += chunk.toString()));
  const began = Date.now();
  const drip = setInterval(() => socket.write("X-Slow: 1\r\n"), 500);
  socket.write("GET /healthz HTTP/1.1\r\n");
  await new Promise<void>((resolve) => socket.once("close", () => resolve()));
  clearInterval(drip);
  expect(answer).toMatch(/^HTTP\/1\.1 408 /);
  expect(Date.now() - began).toBeLessThan(15_000);
  await running.close();
  remove();
});

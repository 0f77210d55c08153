import { createServer, type AddressInfo, type Socket } from "node:net";
import { expect, onTestFinished, test } from "vitest";

import { openMail } from "./mail.server.ts";
import { memoryMail } from "./memory.ts";

type Taken = { from: string; to: string[]; data: string };

/** A mail server of the simplest kind (RFC 5321): takes letters, or refuses each with `refuse`. */
async function mailServer({ refuse }: { refuse?: string } = {}) {
  const taken: Taken[] = [];
  const serve = (socket: Socket) => {
    let letter: Taken = { from: "", to: [], data: "" };
    let pending = "";
    let inData = false;
    const say = (line: string) => socket.write(`${line}\r\n`);
    const answer = (line: string): void => {
      const [, path = ""] = /<([^>]*)>/.exec(line) ?? [];
      if (/^EHLO/i.test(line)) return void say("250 mail.test");
      if (/^MAIL FROM/i.test(line)) letter = { from: path, to: [], data: "" };
      if (/^RCPT TO/i.test(line)) {
        if (refuse) return void say(refuse);
        letter.to.push(path);
      }
      if (/^DATA/i.test(line)) {
        inData = true;
        return void say("354 go on");
      }
      if (/^STARTTLS/i.test(line)) return void say("502 not here");
      if (/^QUIT/i.test(line)) return void socket.end("221 bye\r\n");
      say("250 ok");
    };
    socket.on("error", () => undefined);
    socket.on("data", (chunk) => {
      pending += chunk.toString("utf8");
      for (let end = pending.indexOf("\r\n"); end >= 0; end = pending.indexOf("\r\n")) {
        const line = pending.slice(0, end);
        pending = pending.slice(end + 2);
        if (!inData) answer(line);
        else if (line === ".") {
          inData = false;
          taken.push(letter);
          say("250 taken");
        } else letter.data += `${line}\n`;
      }
    });
    say("220 mail.test ready");
  };
  const server = createServer(serve);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  return { taken, url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

const MAIL_FROM = "Throughline <no-reply@example.test>";
const letter = { to: "ann@example.test", subject: "Your account", text: "A link:\n\nhttps://x.test/welcome/abc\n" };

test("a letter reaches the mail server as plain text, to one person, from the address that is set", async () => {
  const { taken, url } = await mailServer();
  await openMail({ SMTP_URL: url, MAIL_FROM })?.send(letter);
  expect(taken).toMatchObject([{ from: "no-reply@example.test", to: ["ann@example.test"] }]);
  const [{ data } = { data: "" }] = taken;
  expect(data).toMatch(/^From: Throughline <no-reply@example\.test>$/m);
  expect(data).toMatch(/^To: ann@example\.test$/m);
  expect(data).toMatch(/^Subject: Your account$/m);
  expect(data).toMatch(/^Content-Type: text\/plain; charset=utf-8$/m);
  expect(data).toContain("\nhttps://x.test/welcome/abc\n");
});

test("no field of a letter can add a header or another reader", async () => {
  const { taken, url } = await mailServer();
  const mail = openMail({ SMTP_URL: url, MAIL_FROM })!;
  await mail.send({ ...letter, subject: "Hello\r\nBcc: eve@example.test" });
  await mail.send({ ...letter, to: "ann@example.test, eve@example.test" }).catch(() => undefined);
  await mail.send({ ...letter, to: "ann@example.test>\r\nRCPT TO:<eve@example.test" }).catch(() => undefined);
  expect(taken.flatMap(({ to }) => to).filter((to) => to === "eve@example.test")).toEqual([]);
  expect(taken.filter(({ data }) => /^Bcc:/im.test(data))).toEqual([]);
});

test("a mail server that refuses, or is not there, is told to who sends", async () => {
  const { url } = await mailServer({ refuse: "550 no such person" });
  await expect(openMail({ SMTP_URL: url, MAIL_FROM })!.send(letter)).rejects.toThrow(/550/);
  const nowhere = openMail({ SMTP_URL: "smtp://127.0.0.1:1", MAIL_FROM })!;
  await expect(nowhere.send(letter)).rejects.toMatchObject({ code: "ESOCKET" });
});

test("beyond this machine nothing is sent in the clear, unless the address says so", async () => {
  const { taken, url } = await mailServer();
  // Reaches this machine too, but does not say so. The server offers no encryption.
  const remote = url.replace("127.0.0.1", "0.0.0.0");
  await expect(openMail({ SMTP_URL: remote, MAIL_FROM })!.send(letter)).rejects.toThrow(/STARTTLS|TLS/);
  expect(taken).toEqual([]);
  await openMail({ SMTP_URL: `${remote}?ignoreTLS=true`, MAIL_FROM })!.send(letter);
  expect(taken).toHaveLength(1);
});

test("without settings there is no mail, and its twin for tests keeps what it is given", async () => {
  expect(openMail({ SMTP_URL: undefined, MAIL_FROM: undefined })).toBeNull();
  const mail = memoryMail();
  await mail.send(letter);
  expect(mail.sent).toEqual([letter]);
});

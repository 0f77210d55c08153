/** The proxies that the help shows, as it shows them: a server that was just installed, up to its first administrator. */
import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:https";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";

import { home } from "#app/platform/home.server.ts";
import { ended, PROGRAM, whole } from "#tests/support/program.ts";

const NAME = "inspections.example.gov.uk";
const help = readFileSync(join(home, "content/help/install.md"), "utf8");
const block = (language: string) => new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``).exec(help)?.[1] ?? "";

const isHere = (program: string) => spawnSync(program, ["-h"]).error === undefined;

const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });

type Answer = { status: number; headers: Record<string, string | string[] | undefined>; body: string };

/** Asks through the proxy. Its certificate is of its own making, which is not what is tried here. */
function ask(url: string, body?: string): Promise<Answer> {
  const { origin } = new URL(url);
  const headers = body === undefined ? {} : { Origin: origin, "Content-Type": "application/x-www-form-urlencoded" };
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: body === undefined ? "GET" : "POST", headers, rejectUnauthorized: false });
    sent.on("response", (answer) => {
      let text = "";
      answer.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
      answer.on("end", () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: text }));
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

/** Asks until someone answers. */
async function once(url: string): Promise<Answer> {
  for (let tries = 0; ; tries++) {
    try {
      return await ask(url);
    } catch (error) {
      if (tries > 100) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

function stopAfter(child: ChildProcess): void {
  onTestFinished(async () => void (child.exitCode === null && (await ended(child, "SIGTERM"))));
}

/** A server with settings as the help has them. Resolves with the link to the first administrator's account. */
function install(folder: string, settings: Record<string, string>): Promise<string> {
  const child = spawn(process.execPath, [PROGRAM, "serve"], {
    env: {
      PATH: process.env.PATH,
      NODE_ENV: "production",
      DATA_DIR: join(folder, "data"),
      SIGNING_KEY_FILE: join(folder, "keys/signing.pem"),
      APP_KEY: "k".repeat(64),
      TRUST_PROXY: "1",
      ...settings,
    },
  });
  stopAfter(child);
  const end = whole(child);
  return new Promise((resolve, reject) => {
    let said = "";
    child.stdout.on("data", (chunk: Buffer) => {
      said += chunk.toString();
      const [link] = /https:\S+\/welcome\/\S+/.exec(said) ?? [];
      if (link) resolve(link);
    });
    void end.then((result) => reject(new Error(result.said)));
  });
}

/** The command that serves a configuration, written into the folder. */
const proxies: Record<string, (config: string, folder: string) => [program: string, ...words: string[]]> = {
  nginx(config, folder) {
    const [cert, key] = [join(folder, "cert.pem"), join(folder, "key.pem")];
    const words = ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", "/CN=localhost"];
    spawnSync("openssl", [...words, "-keyout", key, "-out", cert]);
    const site = config.replace("/etc/ssl/inspections.pem", cert).replace("/etc/ssl/private/inspections.key", key);
    const places = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
      (name) => `${name}_temp_path ${join(folder, name)};`,
    );
    const file = join(folder, "nginx.conf");
    writeFileSync(
      file,
      `daemon off; pid ${join(folder, "pid")}; error_log stderr;\nevents {}\nhttp { ${places.join(" ")}\n${site}}\n`,
    );
    return ["nginx", "-c", file, "-e", "stderr"];
  },
  caddy(config, folder) {
    const file = join(folder, "Caddyfile");
    const alone = `storage file_system ${join(folder, "caddy")}`;
    writeFileSync(file, `{\n admin off\n skip_install_trust\n auto_https disable_redirects\n ${alone}\n}\n${config}`);
    return ["caddy", "run", "--adapter", "caddyfile", "--config", file];
  },
};

for (const [name, commandFor] of Object.entries(proxies)) {
  test.skipIf(!isHere(name))(`${name} as the help has it leads to the first administrator`, async () => {
    const folder = mkdtempSync(join(tmpdir(), "throughline-proxy-"));
    // nginx gives up its rights, and then has to reach what it writes.
    chmodSync(folder, 0o777);
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const [outside, inside] = [await freePort(), await freePort()];
    const base = `https://localhost:${outside}`;
    const link = await install(folder, { BASE_URL: base, PORT: `${inside}` });
    const config = block(name)
      .replace("listen 443 ssl", `listen 127.0.0.1:${outside} ssl`)
      .replace(NAME, name === "caddy" ? `localhost:${outside}` : "localhost")
      .replace("127.0.0.1:3000", `127.0.0.1:${inside}`);
    const [program, ...words] = commandFor(config, folder);
    stopAfter(spawn(program, words, { stdio: "ignore", env: { ...process.env, HOME: folder } }));

    const page = await once(link);
    expect(page).toMatchObject({ status: 200, headers: { "strict-transport-security": expect.any(String) } });
    const password = "ninety grey herons at low tide";
    const person = new URLSearchParams({ name: "First", email: "first@example.test", password }).toString();
    expect(await ask(link, person)).toMatchObject({ status: 302, headers: { location: "/sign-in?done=password" } });
    const signedIn = await ask(
      `${base}/sign-in`,
      new URLSearchParams({ email: "first@example.test", password }).toString(),
    );
    expect(signedIn.status).toBe(302);
    expect(signedIn.headers["set-cookie"]?.[0]).toMatch(/^__Host-sid=.*Secure/);
    // More than the proxy's own limit would let through: it is the product that answers.
    const long = await ask(`${base}/sign-in`, `email=${"x".repeat(1_500_000)}`);
    expect(long).toMatchObject({ status: 422, headers: { "x-content-type-options": "nosniff" } });
  });
}

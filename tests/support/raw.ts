/** Requests that `fetch` would not send: with any host, origin or method, each from an address of its own. */
import { type IncomingHttpHeaders, request as ask } from "node:http";

type Answer = { status: number; headers: IncomingHttpHeaders; text: string };
export type Asking = {
  /** The origin of the server. */ method?: string;
  headers?: Record<string, string>;
  body?: string;
  at: string;
};

let hosts = 0;
const newAddress = () => `192.0.2.${++hosts}`;

/** Sends exactly these headers, unlike `fetch`. */
export const send = (path: string, { method = "GET", headers = {}, body, at }: Asking): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const { host, hostname, port } = new URL(at);
    const form = body === undefined ? {} : { "Content-Type": "application/x-www-form-urlencoded" };
    const sent = { Host: host, "X-Forwarded-For": newAddress(), ...form, ...headers };
    const asking = ask({ hostname, port, path, method, headers: sent, setHost: false }, (answer) => {
      let text = "";
      answer.setEncoding("utf8");
      answer.on("data", (chunk: string) => (text += chunk));
      answer.on("end", () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text }));
    });
    asking.on("error", reject);
    asking.end(body);
  });

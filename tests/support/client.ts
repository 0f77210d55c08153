/** A client that asks as a browser without JavaScript would. */
export const PASSWORD = "throughline-demo";
export const CODE = "leicester-2007";

/** Keeps cookies, sends the Origin of the product, follows no redirect by itself. */
export class Client {
  #cookies = new Map<string, string>();

  constructor(readonly origin: string) {}

  /** What it sends as its `Cookie` header. */
  get cookie(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  }

  async send(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    if (this.#cookies.size) headers.set("Cookie", this.cookie);
    const answer = await fetch(new URL(path, this.origin), { ...init, headers, redirect: "manual" });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value) this.#cookies.set(name, value);
      else this.#cookies.delete(name);
    }
    return answer;
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Response> {
    return this.send(path, { headers });
  }

  post(
    path: string,
    fields: Record<string, string> | FormData,
    headers: Record<string, string> = {},
  ): Promise<Response> {
    const body = fields instanceof FormData ? fields : new URLSearchParams(fields);
    return this.send(path, { method: "POST", body, headers: { Origin: this.origin, ...headers } });
  }

  /** The page at `path`, which must be shown to this person. */
  async page(path: string): Promise<string> {
    const answer = await this.get(path);
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
    return answer.text();
  }
}

/** The value of the hidden field `name` in the form of `page` that is sent to `action`. */
export function hidden(page: string, action: string, name: string): string {
  const [, form = ""] =
    new RegExp(`<form[^>]*action="${action.replace(/[.?]/g, "\\$&")}"[^>]*>([\\s\\S]*?)</form>`).exec(page) ?? [];
  return new RegExp(`name="${name}"[^>]*value="([^"]*)"`).exec(form)?.[1] ?? "";
}

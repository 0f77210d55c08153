/** With which settings the product may be served at all: it refuses rather than serve less safely than it was meant to. */
import type { Settings } from "./env.ts";

/** Whether only this machine reaches that host. */
export const isLoopback = (host: string): boolean =>
  host === "localhost" || host === "::1" || host === "[::1]" || /^127(\.\d{1,3}){3}$/.test(host);

const needed = {
  BASE_URL: "the address that people use, such as https://inspections.example.gov.uk",
  APP_KEY: "a random secret of 32 characters or more, kept apart from the data",
  SIGNING_KEY_FILE: "the file of an Ed25519 key, kept apart from the data",
} as const satisfies Partial<Record<keyof Settings, string>>;

/** What `npm start` asks for and does not find: one line for each setting. */
export function missingSettings(settings: Settings): string[] {
  return Object.entries(needed)
    .filter(([name]) => settings[name as keyof typeof needed] === undefined)
    .map(([name, what]) => `${name}: ${what}`);
}

/** Why a folder must not be served with these settings, and what to do; or null. */
export function whyNotServe(settings: Settings, demo: boolean): string | null {
  const { HOST, BASE_URL, INSECURE_COOKIES } = settings;
  const base = BASE_URL === undefined ? null : new URL(BASE_URL);
  const here = isLoopback(HOST) && (base === null || isLoopback(base.hostname));
  if (demo && !here) {
    return "This is a folder of sample data, whose passwords everyone knows: it is served on this machine alone. Set HOST to 127.0.0.1 and leave BASE_URL out, or choose another DATA_DIR.";
  }
  if (INSECURE_COOKIES && (!here || base?.protocol === "https:")) {
    return "INSECURE_COOKIES is for trying the product over http on this machine alone (HOST 127.0.0.1, and BASE_URL the same or left out). Leave it out.";
  }
  if (base?.protocol === "http:" && !isLoopback(base.hostname)) {
    return "BASE_URL must start with https://: passwords and evidence must not cross a network in the clear.";
  }
  return null;
}

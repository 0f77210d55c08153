/** The settings, read once from the environment. README names each of them. */
import { z } from "zod";

import { isLoopback } from "./serving.ts";

const flag = z
  .enum(["0", "1", ""])
  .default("0")
  .transform((value) => value === "1");

const settings = z.object({
  DATA_DIR: z.string().min(1).default("./data"),
  HOST: z.string().min(1).default("127.0.0.1"),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  BASE_URL: z.url({ protocol: /^https?$/ }).optional(),
  TRUST_PROXY: z.coerce.number().int().min(0).max(10).default(0),
  MAX_UPLOAD_MB: z.coerce.number().positive().max(10_000).default(200),
  LOG_LEVEL: z.enum(["silent", "error", "warn", "info", "debug"]).default("info"),
  APP_KEY: z.string().min(32).optional(),
  SIGNING_KEY_FILE: z.string().min(1).optional(),
  INSECURE_COOKIES: flag,
  /** The mail server: smtps://user:password@host, or smtp://host:587. */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.string().min(1).optional(),
  OIDC_ISSUER: z
    .url({ protocol: /^https?$/ })
    .refine((issuer) => issuer.startsWith("https:") || isLoopback(new URL(issuer).hostname), "must start with https://")
    .optional(),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  /** Days from publication until the content of an inspection is disposed of; nothing is where it is not set. */
  RETENTION_DAYS: z.coerce.number().int().min(1).max(36_500).optional(),
  BACKUP_KEY: z.string().min(32).optional(),
  /** The virus scanner, as host:port. */
  CLAMD: z
    .string()
    .regex(/^[^\s:]+:\d{1,5}$/, "must be host:port")
    .optional(),
  CHROMIUM_PATH: z.string().min(1).optional(),
  /** Whether words are recognised in pictures. */
  OCR: z.enum(["on", "off"]).default("off"),
});

/** Settings that mean something only together. */
const together: (keyof z.infer<typeof settings>)[][] = [
  ["SMTP_URL", "MAIL_FROM"],
  ["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"],
];

export type Settings = z.infer<typeof settings>;

/** Reads the settings; an empty one is as if it were not there. Throws one error that names all that cannot be used. */
export function readSettings(environment: Record<string, string | undefined>): Settings {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""));
  const read = settings.safeParse(given);
  const faults = read.success
    ? lonely(read.data)
    : read.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
  if (read.success && !faults.length) return read.data;
  throw new Error(`These settings cannot be used:\n${faults.map((fault) => `  ${fault}`).join("\n")}`);
}

/** Which settings lack the others that they need. */
const lonely = (read: Settings): string[] =>
  together.flatMap((names) => {
    const missing = names.filter((name) => read[name] === undefined);
    if (missing.length === 0 || missing.length === names.length) return [];
    return missing.map(
      (name) => `${name}: is needed together with ${names.filter((each) => each !== name).join(" and ")}`,
    );
  });

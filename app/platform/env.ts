/** The settings, read once from the environment. README names each of them. */
import { z } from "zod";

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
});

export type Settings = z.infer<typeof settings>;

/** Reads the settings. Throws one error that names every setting that cannot be used. */
export function readSettings(environment: Record<string, string | undefined>): Settings {
  const read = settings.safeParse(environment);
  if (read.success) return read.data;
  const faults = read.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
  throw new Error(`These settings cannot be used:\n${faults.join("\n")}`);
}

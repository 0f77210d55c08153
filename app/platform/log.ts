/** Lines for whoever looks after the server: one JSON value each, and never a word that people typed, sent or are called. */

type Line = Record<string, string | number | boolean | undefined>;

/** As it is logged: what kind of error and where in the program. Its message may quote what people typed, so it stays out. */
export function faultOf(error: unknown): { error: string; code?: string; at: string } {
  if (!(error instanceof Error)) return { error: typeof error, at: "" };
  const under = error.cause instanceof Error ? faultOf(error.cause) : null;
  const code = "code" in error && typeof error.code === "string" ? error.code : under?.code;
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  return {
    error: under ? `${error.name} from ${under.error}` : error.name,
    ...(code && { code }),
    at: frames.map((line) => line.trim()).join(" | "),
  };
}

/** One line of the log: time in UTC, then what is given. */
export const logLine = (level: "info" | "error", line: Line): string =>
  JSON.stringify({ time: new Date().toISOString(), level, ...line });

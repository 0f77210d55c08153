/** Commands run inside the test: in a data folder of their own, with what they print kept. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished, vi } from "vitest";

export function cliWorld() {
  const folder = mkdtempSync(join(tmpdir(), "throughline-cli-"));
  const DATA_DIR = join(folder, "data");
  vi.stubEnv("DATA_DIR", DATA_DIR);
  vi.stubEnv("SIGNING_KEY_FILE", join(folder, "signing.pem"));
  // Vitest has one of its own.
  vi.stubEnv("BASE_URL", undefined);
  onTestFinished(() => {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true, force: true });
  });
  const log = vi.spyOn(console, "log").mockImplementation(() => undefined);
  const errors = vi.mocked(console.error).mockImplementation(() => undefined);
  /** What was printed, and what went wrong, since the last call. */
  const said = () => {
    const lines = [log, errors].map(({ mock }) => mock.calls.map(([line]) => String(line)));
    log.mockClear();
    errors.mockClear();
    return { out: lines[0]?.join("\n") ?? "", wrong: lines[1] ?? [] };
  };
  return { folder, DATA_DIR, said };
}

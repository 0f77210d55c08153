/** What becomes of one file on its way in, and what can be done about it. */
import { paths } from "#app/paths.ts";
import { Tick, Warning } from "#app/ui/signs.tsx";
import { sizeOf } from "#app/ui/size.ts";

import type { QueuedFile } from "./queue.ts";

export const percent = ({ sent, size }: Pick<QueuedFile, "sent" | "size">): number =>
  size ? Math.min(100, Math.floor((100 * sent) / size)) : 0;

/** "about 20 seconds left": rounded, so that it does not flicker. */
function leftInWords(seconds: number): string {
  if (seconds < 5) return "a few seconds left";
  if (seconds < 55) return `about ${Math.ceil(seconds / 5) * 5} seconds left`;
  const minutes = Math.ceil(seconds / 60);
  return `about ${minutes === 1 ? "a minute" : `${minutes} minutes`} left`;
}

const told = ({ state, left }: QueuedFile): string => {
  if (state === "waiting") return "Waiting for its turn";
  if (state === "paused") return "Paused";
  if (state === "stalled") return "The connection was lost. Trying again.";
  return left === null ? "" : leftInWords(left);
};

export function FileName({ name, size }: { name: string; size: number }) {
  return (
    <p className="up-name">
      {name} <span className="muted nowrap">{sizeOf(size)}</span>
    </p>
  );
}

/** Evidence that holds the very bytes of a file. `known` is its reference, as E12. */
export function AlreadyHere({ code, known, name }: { code: string; known: string; name: string }) {
  return (
    <p className="up-words up-known">
      <Warning />
      <span>
        Already here as{" "}
        <a href={paths.evidence(code, { q: known })} target="_blank" rel="noreferrer">
          {known}
          <span className="vh">, the same file as {name}</span>
        </a>{" "}
        (opens in a new tab)
      </span>
    </p>
  );
}

export function FileState({ code, file }: { code: string; file: QueuedFile }) {
  const { key, name, state, why, there } = file;
  if (state === "refused" || state === "stopped") {
    return (
      <p className="error up-error" id={`why-${key}`}>
        <span className="vh">Error: </span>
        {why}
      </p>
    );
  }
  if (there) {
    return (
      <>
        {there.known ? (
          <AlreadyHere code={code} known={there.known} name={name} />
        ) : (
          <p className="up-words up-there">
            <Tick /> Uploaded
          </p>
        )}
        {there.note && <p className="small muted">{there.note}</p>}
      </>
    );
  }
  return (
    <p className="up-words">
      <progress value={percent(file)} max={100} aria-label={`Upload of ${name}`} />
      <b>{percent(file)}%</b> <span className="muted">{told(file)}</span>
    </p>
  );
}

/** What a person may do with a file: each by its key. */
export type FileActions = Record<"pause" | "resume" | "replace" | "remove", (key: string) => void>;

const firstAction = {
  waiting: ["pause", "Pause"],
  going: ["pause", "Pause"],
  stalled: ["pause", "Pause"],
  paused: ["resume", "Resume"],
  stopped: ["resume", "Try again"],
  refused: ["replace", "Replace"],
  there: null,
} as const satisfies Record<QueuedFile["state"], readonly [keyof FileActions, string] | null>;

export function FileButtons({ file, actions }: { file: QueuedFile; actions: FileActions }) {
  const { key, name, state } = file;
  const first = firstAction[state];
  return (
    <div className="up-buttons">
      {first && (
        <button type="button" className="btn btn-quiet btn-small" onClick={() => actions[first[0]](key)}>
          {first[1]}
          <span className="vh"> {name}</span>
        </button>
      )}
      <button type="button" className="btn btn-quiet btn-small" onClick={() => actions.remove(key)}>
        Remove<span className="vh"> {name}</span>
      </button>
    </div>
  );
}

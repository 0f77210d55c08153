/** The virus scanner: a client of clamd (its INSTREAM command over TCP). What it says is bounded in time and length. */
import { connect, type Socket } from "node:net";

import type { Settings } from "./env.ts";

/** What a scanner makes of a file: "too-large" for itself, "unknown" where it did not answer as it should. */
export type ScanVerdict = "clean" | "infected" | "too-large" | "unknown";

export type Scanner = {
  /** Never throws. */
  scan(bytes: AsyncIterable<Uint8Array>): Promise<ScanVerdict>;
};

/** In milliseconds. */
type Patience = {
  /** To be reached, and to take the next bytes. */
  idle: number;
  /** To answer, once it has all of them. */
  answer: number;
};

const usual: Patience = { idle: 10_000, answer: 120_000 };
const MAX_ANSWER = 4_096;

/** The scanner of `CLAMD`, or null where none is set up. */
export function openScanner({ CLAMD }: Pick<Settings, "CLAMD">, patience: Patience = usual): Scanner | null {
  if (!CLAMD) return null;
  const [host = "", port = ""] = CLAMD.split(":");
  return {
    async scan(bytes) {
      const socket = connect({ host, port: Number(port) });
      try {
        return verdictOf(await converse(socket, bytes, patience));
      } catch (error) {
        console.error(`The virus scanner at ${CLAMD} did not answer: ${(error as Error).message}`);
        return "unknown";
      } finally {
        socket.destroy();
      }
    },
  };
}

/** "stream: OK", "stream: Eicar-Test-Signature FOUND", "INSTREAM size limit exceeded. ERROR". */
function verdictOf(answer: string): ScanVerdict {
  if (/^stream: OK$/.test(answer)) return "clean";
  if (/^stream: .+ FOUND$/.test(answer)) return "infected";
  if (/size limit exceeded/i.test(answer)) {
    console.error("The virus scanner takes no file of that size: raise its StreamMaxLength to MAX_UPLOAD_MB.");
    return "too-large";
  }
  console.error(`The virus scanner answered: ${answer.slice(0, 200)}`);
  return "unknown";
}

/** What it says, up to the nought that ends it. Rejects where it hangs up first, is silent too long or talks on. */
function answerOf(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = "";
    socket.on("data", (chunk) => {
      said += chunk.toString("latin1");
      const end = said.indexOf("\0");
      if (end >= 0) resolve(said.slice(0, end));
      else if (said.length > MAX_ANSWER) reject(new Error("it talks on"));
    });
    socket.once("timeout", () => reject(new Error("it was silent too long")));
    socket.on("error", reject);
    socket.once("close", () => reject(new Error("it hung up")));
  });
}

async function converse(socket: Socket, bytes: AsyncIterable<Uint8Array>, patience: Patience): Promise<string> {
  let answered = false;
  const answer = answerOf(socket).finally(() => (answered = true));
  // Looked at below; until then a failure waits here.
  answer.catch(() => undefined);
  socket.setTimeout(patience.idle);
  const drained = () =>
    Promise.race([new Promise<void>((resolve) => socket.once("drain", resolve)), answer.catch(() => undefined)]);
  socket.write("zINSTREAM\0");
  for await (const chunk of bytes) {
    if (answered) break;
    const length = Buffer.alloc(4);
    length.writeUInt32BE(chunk.length);
    socket.write(length);
    if (!socket.write(chunk)) await drained();
  }
  if (!answered) socket.write(Buffer.alloc(4));
  socket.setTimeout(patience.answer);
  return answer;
}

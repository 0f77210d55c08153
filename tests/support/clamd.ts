/** A server that speaks the protocol of clamd, and knows one virus: the scanners' own test file. */
import { type AddressInfo, createServer, type Socket } from "node:net";

/** Harmless, and taken for a virus by every scanner: the test file of EICAR. */
export const EICAR = String.raw`X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*`;

/** Told after each piece how many bytes have come; true where it has done something else than answer. */
type Misbehave = (socket: Socket, bytes: number) => boolean;

/** Starts it. Resolves with its address as `CLAMD` names it, and how to end it. */
export async function startClamd(misbehave: Misbehave = () => false): Promise<{ at: string; end(): void }> {
  const server = createServer((socket) => {
    let sent = Buffer.alloc(0);
    let begun = false;
    let size = 0;
    let tail = "";
    let found = false;
    socket.on("error", () => undefined);
    socket.on("data", (chunk) => {
      sent = Buffer.concat([sent, chunk]);
      if (!begun && sent.subarray(0, 10).toString() === "zINSTREAM\0") {
        sent = sent.subarray(10);
        begun = true;
      }
      while (begun && sent.length >= 4 && sent.length >= 4 + sent.readUInt32BE(0)) {
        const length = sent.readUInt32BE(0);
        const words = tail + sent.subarray(4, 4 + length).toString("latin1");
        found ||= words.includes("EICAR-STANDARD-ANTIVIRUS-TEST-FILE");
        tail = words.slice(-100);
        size += length;
        sent = sent.subarray(4 + length);
        if (misbehave(socket, size)) return;
        if (length === 0) socket.end(found ? "stream: Eicar-Test-Signature FOUND\0" : "stream: OK\0");
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { at: `127.0.0.1:${(server.address() as AddressInfo).port}`, end: () => void server.close() };
}

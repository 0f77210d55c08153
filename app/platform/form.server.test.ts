import { expect, test } from "vitest";

import { Invalid, NoRoom } from "./failure.ts";
import { readForm } from "./form.server.ts";
import { memoryStorage } from "./memory.ts";
import type { Arrival, Storage } from "./storage.ts";

/** Storage that knows what was dropped, and takes longer over what begins with "slow". */
function watched(): Storage & { dropped: string[] } {
  const dropped: string[] = [];
  const storage = memoryStorage();
  return {
    ...storage,
    dropped,
    async receive(bytes, limit) {
      const arrival: Arrival = await storage.receive(bytes, limit);
      const words = new TextDecoder().decode(arrival.head);
      if (words.startsWith("slow")) await new Promise((resolve) => setTimeout(resolve, 20));
      return { ...arrival, drop: async () => void dropped.push(words) };
    },
  };
}

function sent(...parts: [string, string, string?][]): Request {
  const body = new FormData();
  for (const [field, value, name] of parts) {
    if (name === undefined) body.append(field, value);
    else body.append(field, new File([value], name));
  }
  return new Request("http://here.test/", { method: "POST", body });
}

const words = async ({ arrival }: { arrival: Arrival }) => new TextDecoder().decode(arrival.head);

test("fields and files are read, the files in the order in which they were chosen", async () => {
  const request = sent(
    ["title", "Minutes"],
    ["file", "slow one", "a.txt"],
    ["file", "two", "b.txt"],
    ["kind", "minutes"],
  );
  const form = await readForm(request, watched(), 100);
  expect(Object.fromEntries(form.fields)).toEqual({ title: "Minutes", kind: "minutes" });
  expect(form.files.map(({ field, name }) => `${field} ${name}`)).toEqual(["file a.txt", "file b.txt"]);
  expect(await Promise.all(form.files.map(words))).toEqual(["slow one", "two"]);
});

test("a field of files where none was chosen holds none", async () => {
  expect((await readForm(sent(["file", "", ""]), watched(), 100)).files).toEqual([]);
});

test("a file over the limit is refused by name, and the others are taken", async () => {
  const storage = watched();
  const request = sent(["file", "x".repeat(1_500_001), "big.pdf"], ["file", "small", "b.txt"], ["title", "Kept"]);
  const form = await readForm(request, storage, 1_500_000);
  expect(form.refused).toEqual([{ name: "big.pdf", why: "“big.pdf” must be smaller than 1.5MB." }]);
  expect(form.files.map(({ name }) => name)).toEqual(["b.txt"]);
  expect(form.value("title")).toBe("Kept");
  expect(storage.dropped).toHaveLength(1);
});

test("an upload that is cut off leaves nothing behind", async () => {
  const storage = watched();
  const start = '--XX\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\nfirst\r\n';
  const body = `${start}${start}`;
  const headers = { "Content-Type": "multipart/form-data; boundary=XX" };
  const read = readForm(new Request("http://here.test/", { method: "POST", headers, body }), storage, 100);
  await expect(read).rejects.toThrow(/cut off before it was complete/);
  expect(storage.dropped).toEqual(["first"]);
});

test("where there is no room, the upload is refused before it is read, or when the disk is full", async () => {
  const sized = (request: Request) =>
    new Request(request, { headers: { ...Object.fromEntries(request.headers), "Content-Length": "5000" } });
  const full = { ...watched(), room: async () => 4999 };
  await expect(readForm(sized(sent(["file", "x", "a.txt"])), full, 100)).rejects.toBeInstanceOf(NoRoom);
  const storage = watched();
  const fills: Storage = {
    ...storage,
    async receive(bytes, limit) {
      for await (const chunk of bytes) if (chunk[0] === 0x78) throw new NoRoom();
      return storage.receive(bytes, limit);
    },
  };
  const request = sent(["file", "x".repeat(300_000), "a.txt"], ["file", "small", "b.txt"], ["title", "Kept"]);
  await expect(readForm(request, fills, 1_000_000)).rejects.toBeInstanceOf(NoRoom);
});

test("a text that is too long is refused, never shortened", async () => {
  const long = "x".repeat(256 * 1024 + 1);
  await expect(readForm(sent(["text", long]), watched(), 100)).rejects.toThrow(Invalid);
  const request = new Request("http://here.test/", { method: "POST", body: new URLSearchParams({ text: long }) });
  await expect(readForm(request, watched(), 100)).rejects.toThrow(/too long to be saved/);
});

test("too many files are refused together", async () => {
  const storage = watched();
  const many = Array.from({ length: 101 }, (_, at): [string, string, string] => ["file", `n${at}`, `${at}.txt`]);
  await expect(readForm(sent(...many), storage, 100)).rejects.toThrow("Choose at most 100 files at a time.");
  expect(storage.dropped).toHaveLength(100);
});

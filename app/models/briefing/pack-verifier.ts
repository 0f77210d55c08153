/**
 * The page that checks a pack with nothing but a browser: it hashes each file, compares it with the manifest, and checks
 * the signature of the manifest and the chain of the record where the browser can. The script is plain, so that whoever
 * doubts it can read it.
 */
import { packPage, type PageFrame } from "./pack-page.ts";
import { type Hash } from "./pack-page.ts";

const script = `"use strict";
const $ = (id) => document.getElementById(id);
const text = new TextDecoder();
const utf8 = new TextEncoder();
const hex = (buffer) => [...new Uint8Array(buffer)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
const sha256 = async (bytes) => hex(await crypto.subtle.digest("SHA-256", bytes));
const fromBase64 = (words) => Uint8Array.from(atob(words), (letter) => letter.charCodeAt(0));
const sorted = (value) =>
  value && typeof value === "object" && !Array.isArray(value)
    ? Object.fromEntries(Object.keys(value).sort().map((key) => [key, sorted(value[key])]))
    : Array.isArray(value) ? value.map(sorted) : value;

async function fromZip(file) {
  const piece = async (start, end) => new DataView(await file.slice(start, end).arrayBuffer());
  const from = Math.max(0, file.size - 65557);
  const tail = await piece(from, file.size);
  let end = tail.byteLength - 22;
  while (end >= 0 && tail.getUint32(end, true) !== 0x06054b50) end--;
  if (end < 0) throw new Error("This is no ZIP, or its end is missing.");
  let count = tail.getUint16(end + 10, true);
  let length = tail.getUint32(end + 12, true);
  let start = tail.getUint32(end + 16, true);
  if (end >= 20 && tail.getUint32(end - 20, true) === 0x07064b50) {
    const at = Number(tail.getBigUint64(end - 12, true));
    const wide = await piece(at, at + 56);
    count = Number(wide.getBigUint64(32, true));
    length = Number(wide.getBigUint64(40, true));
    start = Number(wide.getBigUint64(48, true));
  }
  const list = await piece(start, start + length);
  const files = new Map();
  for (let at = 0, n = 0; n < count; n++) {
    if (list.getUint32(at, true) !== 0x02014b50) throw new Error("The list of files in the ZIP is damaged.");
    const packed = list.getUint16(at + 10, true);
    const size = list.getUint32(at + 20, true);
    const [name, extra, note] = [28, 30, 32].map((place) => list.getUint16(at + place, true));
    const path = text.decode(new Uint8Array(list.buffer, at + 46, name));
    let place = list.getUint32(at + 42, true);
    if (place === 0xffffffff) place = Number(list.getBigUint64(at + 46 + name + 4, true));
    if (packed !== 0) throw new Error("This ZIP was packed anew. Unpack it and choose the folder instead.");
    if (files.has(path)) throw new Error("The ZIP holds " + path + " twice.");
    files.set(path, async () => {
      const head = await piece(place, place + 30);
      const data = place + 30 + head.getUint16(26, true) + head.getUint16(28, true);
      return file.slice(data, data + size).arrayBuffer();
    });
    at += 46 + name + extra + note;
  }
  return files;
}

const fromFolder = (list) =>
  new Map([...list].map((file) => [(file.path || file.webkitRelativePath).split("/").slice(1).join("/"), () => file.arrayBuffer()]));

async function entriesOf(folder, path) {
  const found = [];
  const reader = folder.createReader();
  for (;;) {
    const some = await new Promise((done, fail) => reader.readEntries(done, fail));
    if (!some.length) return found;
    for (const entry of some) {
      const name = path + "/" + entry.name;
      if (entry.isDirectory) found.push(...(await entriesOf(entry, name)));
      else {
        const file = await new Promise((done, fail) => entry.file(done, fail));
        found.push({ path: name, arrayBuffer: () => file.arrayBuffer() });
      }
    }
  }
}

async function signature(manifest, sealed) {
  if (!sealed.key) return { ok: null, words: "The pack was made without a signing key, so the manifest is not signed." };
  let key;
  try {
    key = await crypto.subtle.importKey("spki", fromBase64(sealed.key), { name: "Ed25519" }, false, ["verify"]);
  } catch {
    return { ok: null, words: "This browser cannot check Ed25519 signatures, so the signature was not checked." };
  }
  const head = utf8.encode("throughline pack 1\\n");
  const signed = new Uint8Array(head.length + manifest.byteLength);
  signed.set(head);
  signed.set(new Uint8Array(manifest), head.length);
  const ok = await crypto.subtle.verify({ name: "Ed25519" }, key, fromBase64(sealed.signature), signed);
  const print = await sha256(fromBase64(sealed.key));
  return {
    ok,
    words: ok
      ? "The manifest was signed by the key with the fingerprint " + print + ". Whose key it is, this page cannot know: compare the fingerprint with the one that the inspectorate gives you."
      : "The signature does not fit the manifest: the manifest was changed after it was signed.",
  };
}

async function chain(files, record, say) {
  if (!record.tree) return { ok: null, words: "This pack holds no leaves of the record, so the chain was not checked." };
  const leaves = text.decode(await files.get("audit/leaves.txt")()).trim().split("\\n");
  if (leaves.length !== record.tree.size) return { ok: false, words: "The record has another number of leaves than the manifest says." };
  let head = "";
  let level = leaves.map((leaf) => Uint8Array.from(leaf.match(/../g), (two) => parseInt(two, 16)));
  for (let n = 0; n < leaves.length; n++) {
    head = await sha256(utf8.encode(head + leaves[n]));
    if (n % 2000 === 0) say("Checking the record: entry " + (n + 1) + " of " + leaves.length);
  }
  while (level.length > 1) {
    const next = [];
    for (let n = 0; n < level.length; n += 2) {
      if (n + 1 === level.length) next.push(level[n]);
      else {
        const pair = new Uint8Array(65);
        pair[0] = 1;
        pair.set(level[n], 1);
        pair.set(level[n + 1], 33);
        next.push(new Uint8Array(await crypto.subtle.digest("SHA-256", pair)));
      }
    }
    level = next;
  }
  if (head !== record.head || hex(level[0]) !== record.tree.root) return { ok: false, words: "The leaves do not give the hashes of the record: the record was changed." };
  const entries = text.decode(await files.get("audit/entries.jsonl")()).split("\\n").filter(Boolean);
  for (const line of entries) {
    const entry = JSON.parse(line);
    if ((await sha256(utf8.encode("\\0" + JSON.stringify(sorted(entry))))) !== leaves[entry.seq - 1])
      return { ok: false, words: "Entry " + entry.seq + " of the record is not the one that was written." };
  }
  return { ok: true, words: "The record of " + leaves.length + " entries gives the hashes in the manifest, and each of the " + entries.length + " entries here is one of them." };
}

function show(title, good, lines) {
  $("result").className = good ? "good" : "bad";
  $("verdict").textContent = title;
  $("details").replaceChildren(...lines.map((line) => {
    const item = document.createElement("li");
    item.textContent = line;
    return item;
  }));
}

async function check(files) {
  const say = (words) => ($("progress").textContent = words);
  const own = files.get("manifest.json");
  const seal = files.get("signature.json");
  if (!own || !seal) return show("This is no sealed pack.", false, ["It has no manifest.json or no signature.json."]);
  const manifest = await own();
  const { files: listed, record } = JSON.parse(text.decode(manifest));
  const wrong = [];
  const known = new Set(["manifest.json", "signature.json", ...listed.map(({ path }) => path)]);
  for (const [n, { path, sha256: hash }] of listed.entries()) {
    if (n % 20 === 0) say("Checking file " + (n + 1) + " of " + listed.length);
    const open = files.get(path);
    if (!open) wrong.push(path + " is missing.");
    else if ((await sha256(await open())) !== hash) wrong.push(path + " was changed.");
  }
  for (const path of files.keys()) if (!known.has(path) && !path.endsWith("/")) wrong.push(path + " is not in the manifest: it was added.");
  const signed = await signature(manifest, JSON.parse(text.decode(await seal())));
  const chained = wrong.length ? { ok: null, words: "The record was not checked, because files are not what they were." } : await chain(files, record, say);
  say("");
  const whole = !wrong.length && signed.ok !== false && chained.ok !== false;
  const title = whole
    ? "The pack is whole: all " + listed.length + " files are what the manifest says." + (signed.ok ? "" : " Its signature was not checked.")
    : "The pack is not whole.";
  show(title, whole, [...wrong, signed.words, chained.words,
    "Not checked: whether the evidence itself is true, and whether this page is the one that the product writes. Use a copy of it that you trust."]);
}

async function run(find) {
  $("progress").textContent = "Reading";
  try {
    if (!globalThis.crypto || !crypto.subtle) throw new Error("This browser offers no hashing here, so nothing was checked. Open the page in another browser.");
    await check(await find());
  } catch (error) {
    $("progress").textContent = "";
    show("The pack could not be checked.", false, [error.message]);
  }
  $("result").hidden = false;
  $("verdict").focus();
}

$("zip").addEventListener("change", ({ target }) => target.files[0] && run(() => fromZip(target.files[0])));
$("folder").addEventListener("change", ({ target }) => target.files.length && run(async () => fromFolder(target.files)));
addEventListener("dragover", (event) => event.preventDefault());
addEventListener("drop", (event) => {
  event.preventDefault();
  const item = event.dataTransfer.items[0];
  const entry = item && item.webkitGetAsEntry && item.webkitGetAsEntry();
  const file = event.dataTransfer.files[0];
  if (entry && entry.isDirectory) run(async () => fromFolder(await entriesOf(entry, entry.name)));
  else if (file) run(() => fromZip(file));
});
`;

const body = `<p>Choose the ZIP as you were given it, or the folder that it was unpacked to. You can also drop either on this page. Nothing leaves this computer.</p>
<div class="drop">
<p><label for="zip">The ZIP</label><br><input id="zip" type="file" accept=".zip,application/zip"></p>
<p><label for="folder">Or the folder</label><br><input id="folder" type="file" webkitdirectory></p>
</div>
<p id="progress" role="status"></p>
<div id="result" hidden><h2 id="verdict" tabindex="-1"></h2><ul id="details"></ul></div>
<h2>What this checks</h2>
<ul>
<li>Each file has the SHA-256 hash that the manifest names, none is missing and none was added.</li>
<li>The manifest was signed with the key named in signature.json (Ed25519).</li>
<li>The record of what was done gives the hashes in the manifest, where the pack holds its leaves.</li>
</ul>
<p>By hand: <code>sha256sum</code> or <code>certutil -hashfile FILE SHA256</code> gives the hash of a file; manifest.json is plain text. The signature is over the line “throughline pack 1”, a line feed, and the bytes of manifest.json.</p>`;

/** The page "verify.html". */
export const verifierPage = (frame: Omit<PageFrame, "title">, hash: Hash): string =>
  packPage({ ...frame, title: "Check this pack" }, body, hash, script);

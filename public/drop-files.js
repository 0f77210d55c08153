/**
 * Takes files that are dropped anywhere on the page, whole folders too, and pictures that are pasted. A page that can
 * send files calls `hand`; elsewhere the element names in `data-to` the page that can, and the files wait for it in
 * the browser until that page has loaded, which takes them out again at once.
 */
const MINUTES = 10;

const asked = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

/** The place in the browser where files wait between two pages. */
async function waitingPlace() {
  const opening = indexedDB.open("dropped-files", 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore("waiting");
  const database = await asked(opening);
  return database.transaction("waiting", "readwrite").objectStore("waiting");
}

async function leave(page, files) {
  const place = await waitingPlace();
  await asked(place.put({ files, at: Date.now() }, page));
}

async function collect(page) {
  const place = await waitingPlace();
  const left = await asked(place.get(page));
  await asked(place.delete(page));
  return left && Date.now() - left.at < MINUTES * 60_000 ? left.files : [];
}

/** All files of a folder, which a browser gives away in parts. */
async function filesOf(entry) {
  if (entry.isFile) return [await new Promise((resolve, reject) => entry.file(resolve, reject))];
  const reader = entry.createReader();
  const found = [];
  for (;;) {
    const part = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
    if (!part.length) break;
    found.push(...part);
  }
  return (await Promise.all(found.map(filesOf))).flat();
}

/** What was dropped. Its folders have to be asked for before anything is awaited. */
async function dropped({ items, files }) {
  const entries = [...items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
  if (!entries.some((entry) => entry.isDirectory)) return [...files];
  const inside = (await Promise.all(entries.map(filesOf))).flat();
  // Programs leave files such as .DS_Store, which nobody sees.
  return inside.filter(({ name }) => !name.startsWith(".") && name !== "Thumbs.db");
}

const two = (number) => String(number).padStart(2, "0");

/** Browsers call every pasted picture "image.png". */
function named(picture) {
  const now = new Date();
  const day = [now.getFullYear(), two(now.getMonth() + 1), two(now.getDate())].join("-");
  const time = [now.getHours(), now.getMinutes(), now.getSeconds()].map(two).join("");
  const ending = picture.type === "image/jpeg" ? "jpg" : "png";
  return new File([picture], `Screenshot ${day} ${time}.${ending}`, { type: picture.type, lastModified: +now });
}

const holdsFiles = (event) => [...(event.dataTransfer?.types ?? [])].includes("Files");

customElements.define(
  "drop-files",
  class extends HTMLElement {
    connectedCallback() {
      const ending = new AbortController();
      this.ending = ending;
      const on = (name, work) => document.addEventListener(name, work, { signal: ending.signal });
      on("dragover", (event) => {
        if (!holdsFiles(event)) return;
        event.preventDefault();
        this.show(true);
      });
      on("dragleave", (event) => {
        if (!event.relatedTarget) this.show(false);
      });
      on("drop", (event) => {
        this.show(false);
        if (!holdsFiles(event)) return;
        event.preventDefault();
        void dropped(event.dataTransfer).then((files) => this.take(files));
      });
      on("paste", (event) => {
        const pictures = [...(event.clipboardData?.files ?? [])].filter(({ type }) => /^image\/(png|jpeg)$/.test(type));
        if (!pictures.length) return;
        event.preventDefault();
        void this.take(pictures.map(named));
      });
    }

    disconnectedCallback() {
      this.ending.abort();
    }

    /** `receive` is given files as they come, and at once those that were dropped on another page. */
    async hand(receive) {
      this.receive = receive;
      const files = await collect(location.pathname).catch(() => []);
      if (files.length) receive(files);
    }

    async take(files) {
      if (!files.length) return;
      if (this.receive) return this.receive(files);
      // Where nothing may be left in the browser, the page for uploads opens and the files are chosen there.
      await leave(this.dataset.to, files).catch(() => undefined);
      location.assign(this.dataset.to);
    }

    show(shown) {
      if (shown === this.shown) return;
      this.shown = shown;
      this.replaceChildren();
      if (!shown) return;
      const words = document.createElement("p");
      words.className = "drop-over";
      words.textContent = "Drop files to upload them";
      this.append(words);
    }
  },
);

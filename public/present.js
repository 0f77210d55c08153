/** Presents a deck: one slide at a time, keys, a blank screen, and a second window with notes, the next slide and a timer. */
const OFF = "present-letters-off";
const address = new URL(location.href);
const speaking = address.searchParams.has("notes");
const channel = new BroadcastChannel(`present ${address.pathname}`);
const leaves = [...document.querySelectorAll(".leaf")];
const find = (selector) => document.querySelector(selector);

let at = Math.min(leaves.length, Math.max(1, Number(address.hash.slice("#slide-".length)) || 1)) - 1;
let blank = "";
let typed = "";
let started = Date.now();
let pausedAt = null;

function show(next, { tell = true } = {}) {
  at = Math.min(leaves.length - 1, Math.max(0, next));
  leaves.forEach((leaf, n) => (leaf.hidden = n !== at));
  find("[data-place]").textContent = String(at + 1);
  history.replaceState(null, "", `#slide-${at + 1}`);
  if (speaking) {
    showNotes();
    scrollTo(0, 0);
  } else leaves[at].querySelector(".slide").focus({ preventScroll: true });
  if (tell) channel.postMessage({ at, blank });
}

function showNotes() {
  const notes = leaves[at].querySelector(".leaf-notes");
  const none = document.createElement("li");
  none.textContent = "No notes for this slide.";
  find(".present-notes").replaceChildren(...(notes ? notes.cloneNode(true).children : [none]));
  const next = leaves[at + 1]?.querySelector(".slide").cloneNode(true);
  next?.querySelectorAll("[id]").forEach((each) => each.removeAttribute("id"));
  next?.removeAttribute("id");
  next?.removeAttribute("aria-labelledby");
  find(".present-next").replaceChildren(next ?? "This is the last slide.");
  if (next) next.inert = true;
}

function cover(colour, { tell = true } = {}) {
  blank = blank === colour ? "" : colour;
  document.body.dataset.blank = speaking ? "" : blank;
  if (tell) channel.postMessage({ at, blank });
}

function tick() {
  const seconds = Math.floor(((pausedAt ?? Date.now()) - started) / 1000);
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const two = (number) => String(number).padStart(2, "0");
  find("[data-timer]").textContent = hours ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
  find("[data-now]").textContent = new Date().toLocaleTimeString("en-GB", { hour: "numeric", minute: "2-digit" });
}

const acts = {
  on: () => show(at + 1),
  back: () => show(at - 1),
  first: () => show(0),
  last: () => show(leaves.length - 1),
  black: () => cover("black"),
  white: () => cover("white"),
  notes: () => {
    const url = new URL(location.href);
    url.searchParams.set("notes", "");
    window.open(url, "notes", "width=900,height=700");
  },
  full: () => (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen()),
  print: () => window.print(),
  close: () => {
    if (blank) cover(blank);
    else if (speaking) window.close();
    else find("[data-close]").click();
  },
  pause: () => {
    if (pausedAt === null) pausedAt = Date.now();
    else [started, pausedAt] = [started + Date.now() - pausedAt, null];
    find("[data-do=pause]").textContent = pausedAt === null ? "Pause the timer" : "Go on with the timer";
  },
  reset: () => ([started, pausedAt] = [Date.now(), pausedAt === null ? null : Date.now()]),
  keys: () => {
    if (localStorage.getItem(OFF)) localStorage.removeItem(OFF);
    else localStorage.setItem(OFF, "1");
    sayKeys();
  },
};

function sayKeys() {
  const off = Boolean(localStorage.getItem(OFF));
  find("[data-do=keys]").textContent = off ? "Turn letter keys on" : "Turn letter keys off";
  document.body.classList.toggle("letters-off", off);
}

const keys = {
  ArrowRight: "on",
  ArrowDown: "on",
  PageDown: "on",
  " ": "on",
  ArrowLeft: "back",
  ArrowUp: "back",
  PageUp: "back",
  Home: "first",
  End: "last",
  Escape: "close",
};
const letters = { b: "black", ".": "black", w: "white", ",": "white", n: "notes", f: "full", p: "print" };

addEventListener("keydown", (event) => {
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  const onControl = event.target.closest("a, button");
  if (onControl && (event.key === " " || event.key === "Enter")) return;
  // A number and Enter go to that slide.
  if (/^\d$/.test(event.key)) return void (typed = (typed + event.key).slice(-4));
  if (event.key === "Enter" && typed) {
    show(Number(typed) - 1);
    return void (typed = "");
  }
  typed = "";
  const letter = localStorage.getItem(OFF) ? undefined : letters[event.key.toLowerCase()];
  const act = event.key === " " && event.shiftKey ? "back" : (keys[event.key] ?? letter);
  if (!act) return;
  event.preventDefault();
  acts[act]();
});
addEventListener("click", (event) => {
  const button = event.target.closest("[data-do]");
  if (button) return void acts[button.dataset.do]();
  if (event.target.closest("a[href^='#']")) return;
  if (!speaking && event.target.closest(".slide")) show(at + 1);
});
addEventListener("hashchange", () => {
  const leaf = document.getElementById(location.hash.slice(1))?.closest(".leaf");
  if (leaf) show(leaves.indexOf(leaf));
});
channel.addEventListener("message", ({ data }) => {
  if (data.ask) return void channel.postMessage({ at, blank });
  if (data.blank !== blank) cover(data.blank || blank, { tell: false });
  if (data.at !== at) show(data.at, { tell: false });
});
addEventListener("beforeprint", () => leaves.forEach((leaf) => (leaf.hidden = false)));
addEventListener("afterprint", () => show(at, { tell: false }));

document.documentElement.classList.add(speaking ? "is-speaker" : "is-presenting");
find(".present-keys").hidden = false;
sayKeys();
if (speaking) {
  find(".present-speaker").hidden = false;
  find("[data-do=notes]").hidden = true;
  find("[data-do=black]").firstChild.textContent = "Blank the other screen ";
  setInterval(tick, 500);
  tick();
}
show(at, { tell: false });
if (speaking) channel.postMessage({ ask: true });

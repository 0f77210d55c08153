/**
 * Notes that are never lost: each letter is kept on the device at once, sent when typing pauses, and forgotten here as soon
 * as it is saved there. What a lost connection, a closed tab or an ended session left is sent when the page is opened again
 * by the same person. Nothing else is kept on the device. Without this script each note has its button.
 */
const PAUSE = 1200;
const AGAIN = 10_000;

/** What is kept on the device: notes of one person and one visit that were not saved yet. */
class Kept {
  constructor(person, visit) {
    this.prefix = `note/${person}/${visit}/`;
  }

  put(id, note) {
    try {
      localStorage.setItem(this.prefix + id, JSON.stringify(note));
      return true;
    } catch {
      return false;
    }
  }

  get(id) {
    try {
      return JSON.parse(localStorage.getItem(this.prefix + id));
    } catch {
      return null;
    }
  }

  drop(id) {
    localStorage.removeItem(this.prefix + id);
  }

  ids() {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(this.prefix))
      .map((key) => key.slice(this.prefix.length));
  }
}

const states = {
  sending: "Sending",
  offline: "Kept on this phone: no connection",
  signedOut: "Kept on this phone: sign in to send it",
  refused: "Kept on this phone: it cannot be saved here. Copy it, and open the page again",
  unkept: "This phone keeps nothing: stay on this page until it is saved",
};

/** One note with its form; without one, a note that was left over and has no place on the page any more. */
class Note {
  constructor(page, form, left) {
    this.page = page;
    this.form = form;
    this.id = left?.id ?? form.elements.id.value;
    this.question = left?.question ?? form.elements.question.value;
    this.version = left?.version ?? Number(form.elements.version.value);
    this.words = left?.text ?? form.elements.text.value;
    this.at = left?.at ?? "";
    this.pending = left !== undefined;
    if (form) this.listen(form);
    if (left) this.send();
  }

  listen(form) {
    const { text } = form.elements;
    text.value = this.words;
    text.addEventListener("input", () => this.typed());
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (text.value !== this.words) this.typed();
      if (this.pending) this.send();
    });
  }

  typed() {
    this.words = this.form.elements.text.value;
    this.at = new Date().toISOString();
    this.pending = true;
    const { question, words: text, version, at } = this;
    if (this.page.kept.put(this.id, { question, text, version, at })) this.say("sending");
    else this.say("unkept");
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.send(), PAUSE);
  }

  say(state, words = states[state]) {
    this.state = state;
    const place = this.form?.querySelector(".note-state");
    if (place) place.textContent = words;
    this.page.say();
  }

  async send() {
    if (this.busy) return;
    clearTimeout(this.timer);
    this.busy = true;
    const { words: text, question, version, at } = this;
    try {
      const answer = await fetch(`${this.page.dataset.address}/${this.id}`, {
        method: "POST",
        body: new URLSearchParams({ text, question, version, at }),
        redirect: "manual",
      });
      if (answer.type === "opaqueredirect") this.say("signedOut");
      else if (answer.ok) {
        const kept = await answer.json();
        // Only what says that it is kept is forgotten here.
        if (typeof kept.version !== "number") throw new Error("Not kept");
        this.saved(text, kept);
      } else if (answer.status < 500 && answer.status !== 429) this.say("refused");
      else this.later();
    } catch {
      this.later();
    }
    this.busy = false;
    if (this.state === "sending" && this.pending) this.timer = setTimeout(() => this.send(), PAUSE);
  }

  later() {
    this.say("offline");
    this.timer = setTimeout(() => this.send(), AGAIN);
  }

  /** `sent` is what was sent, and `text` what is kept there now: more than that, where another device wrote too. */
  saved(sent, { id, text, version, time }) {
    const since =
      this.words === sent ? null : this.words.startsWith(sent) ? text + this.words.slice(sent.length) : this.words;
    this.page.kept.drop(this.id);
    Object.assign(this, { id, version, pending: since !== null, words: since ?? text });
    if (this.form) {
      this.form.elements.id.value = id;
      this.form.elements.version.value = version;
      // What is being written is not set anew: the cursor would jump.
      if (text !== sent) this.form.elements.text.value = this.words;
      else if (since === null) this.words = sent;
    }
    if (since === null) return this.say("saved", `Saved ${time}`);
    const { question, at } = this;
    this.page.kept.put(id, { question, text: this.words, version, at });
    this.say("sending");
  }
}

customElements.define(
  "field-notes",
  class extends HTMLElement {
    connectedCallback() {
      const { person, visit } = this.dataset;
      this.kept = new Kept(person, visit);
      this.status = document.createElement("p");
      this.status.className = "notes-status";
      this.status.setAttribute("role", "status");
      this.append(this.status);
      this.notes = [];
      const left = this.kept.ids().flatMap((id) => ({ id, ...this.kept.get(id) }));
      const forms = [...this.querySelectorAll("form[data-note]")];
      const own = (form) => left.find(({ id }) => id === form.elements.id.value);
      const empty = (form) =>
        form.elements.version.value === "0" &&
        left.find(({ id, question }) => question === form.elements.question.value && !taken.has(id));
      const taken = new Set(forms.flatMap((form) => own(form)?.id ?? []));
      for (const form of forms) {
        const found = own(form) ?? (empty(form) || undefined);
        if (found) taken.add(found.id);
        this.notes.push(new Note(this, form, found));
      }
      for (const one of left) if (!taken.has(one.id)) this.notes.push(new Note(this, null, one));
      this.back = () => this.notes.filter(({ pending }) => pending).forEach((note) => note.send());
      addEventListener("online", this.back);
      document.addEventListener("visibilitychange", this.back);
      addEventListener("pageshow", this.back);
    }

    disconnectedCallback() {
      removeEventListener("online", this.back);
      removeEventListener("pageshow", this.back);
      document.removeEventListener("visibilitychange", this.back);
    }

    /** One line for all notes, which is read out when it changes. */
    say() {
      const waiting = (this.notes ?? []).filter(({ pending }) => pending);
      const worst = ["unkept", "refused", "signedOut", "offline", "sending"].find((state) =>
        waiting.some((note) => note.state === state),
      );
      const saved = this.querySelector(".note-state") && "All notes are saved";
      const words = worst ? states[worst] : saved;
      if (this.status.textContent === words) return;
      this.status.textContent = words;
      this.status.dataset.state = worst ?? "saved";
      if (worst === "signedOut") this.status.append(" ", this.signIn());
    }

    signIn() {
      const link = document.createElement("a");
      link.href = `/sign-in?next=${encodeURIComponent(this.dataset.address)}`;
      link.textContent = "Sign in";
      return link;
    }
  },
);

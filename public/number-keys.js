/** Presses the button that has the number of the key, and lets people turn that off: WCAG 2.1.4. */
const OFF = "number-keys-off";

customElements.define(
  "number-keys",
  class extends HTMLElement {
    connectedCallback() {
      this.hint = this.querySelector("[data-hint]");
      this.buttons = new Map(
        [...this.querySelectorAll("button[data-key]")].map((button) => [button.dataset.key, button]),
      );
      if (!this.hint || !this.buttons.size) return;
      this.listen = (event) => this.press(event);
      document.addEventListener("keydown", this.listen);
      this.show();
    }

    disconnectedCallback() {
      document.removeEventListener("keydown", this.listen);
    }

    press({ key, ctrlKey, altKey, metaKey, target }) {
      if (localStorage.getItem(OFF) || ctrlKey || altKey || metaKey) return;
      if (target.closest("input, select, textarea, [contenteditable]")) return;
      this.buttons.get(key)?.click();
    }

    show() {
      const off = Boolean(localStorage.getItem(OFF));
      const toggle = document.createElement("button");
      toggle.type = "button";
      toggle.className = "btn-plain";
      toggle.textContent = off ? "Turn number keys on" : "Turn number keys off";
      toggle.addEventListener("click", () => {
        if (off) localStorage.removeItem(OFF);
        else localStorage.setItem(OFF, "1");
        this.show();
        this.hint.querySelector("button").focus();
      });
      const words = off ? "" : `Press 1${this.buttons.size > 1 ? ` to ${this.buttons.size}` : ""} to cite a passage. `;
      this.hint.replaceChildren(words, toggle);
      this.buttons.forEach((button, key) => {
        button.querySelector("kbd")?.remove();
        if (off) return;
        const sign = document.createElement("kbd");
        sign.className = "key";
        sign.textContent = key;
        sign.setAttribute("aria-hidden", "true");
        button.append(sign);
      });
    }
  },
);

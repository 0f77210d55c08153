/** Ticks in a table: Shift ticks a range, one box ticks all, and the bar that acts on them shows while some are ticked. */
customElements.define(
  "pick-rows",
  class extends HTMLElement {
    connectedCallback() {
      this.boxes = [...this.querySelectorAll("tbody [type=checkbox]")];
      this.bar = this.querySelector("form");
      this.many = this.querySelector("[data-many]");
      if (!this.bar || !this.boxes.length) return;
      this.whole();
      this.addEventListener("click", (event) => this.range(event));
      this.addEventListener("change", () => this.tell());
      this.classList.add("picking");
      this.tell();
    }

    whole() {
      const label = document.createElement("label");
      const words = document.createElement("span");
      this.all = document.createElement("input");
      this.all.type = "checkbox";
      words.className = "vh pick-all";
      words.textContent = "Select all on this page";
      label.append(this.all, words);
      this.querySelector("thead .pick").replaceChildren(label);
      this.all.addEventListener("change", () => this.boxes.forEach((box) => (box.checked = this.all.checked)));
    }

    range({ target, shiftKey }) {
      const at = this.boxes.indexOf(target);
      if (at < 0) return;
      if (shiftKey && this.last !== undefined) {
        const [from, to] = [Math.min(at, this.last), Math.max(at, this.last)];
        this.boxes.slice(from, to + 1).forEach((box) => (box.checked = target.checked));
      }
      this.last = at;
    }

    tell() {
      const many = this.boxes.filter((box) => box.checked).length;
      this.all.checked = many === this.boxes.length;
      this.all.indeterminate = many > 0 && many < this.boxes.length;
      this.boxes.forEach((box) => box.closest("tr").classList.toggle("picked", box.checked));
      this.classList.toggle("picked-some", many > 0);
      this.many.textContent = many ? `${many} selected` : "";
    }
  },
);

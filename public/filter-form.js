/** Sends the form inside this element as soon as a choice is made, and comes back to where the reader was. */
const KEY = "filter-form";

customElements.define(
  "filter-form",
  class extends HTMLElement {
    connectedCallback() {
      const form = this.querySelector("form[method=get]");
      this.addEventListener("change", ({ target }) => {
        if (target.form !== form || !target.matches("select, [type=checkbox]")) return;
        sessionStorage.setItem(KEY, JSON.stringify({ id: target.id, path: location.pathname, top: scrollY }));
        form.requestSubmit();
      });
      this.comeBack();
    }

    comeBack() {
      const { id, path, top } = JSON.parse(sessionStorage.getItem(KEY) ?? "{}");
      sessionStorage.removeItem(KEY);
      if (path !== location.pathname) return;
      scrollTo(0, top);
      document.getElementById(id)?.focus({ preventScroll: true });
    }
  },
);

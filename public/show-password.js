/** Adds a button that shows and hides what is typed in the password field inside this element. */
customElements.define(
  "show-password",
  class extends HTMLElement {
    connectedCallback() {
      const input = this.querySelector("input");
      const button = document.createElement("button");
      const status = document.createElement("span");
      button.type = "button";
      button.className = "btn btn-quiet";
      button.setAttribute("aria-controls", input.id);
      status.className = "vh";
      status.setAttribute("role", "status");
      const show = (shown) => {
        input.type = shown ? "text" : "password";
        button.textContent = shown ? "Hide" : "Show";
        button.setAttribute("aria-label", shown ? "Hide password" : "Show password");
      };
      button.addEventListener("click", () => {
        show(input.type === "password");
        status.textContent = input.type === "text" ? "Your password is shown" : "Your password is hidden";
      });
      // Hidden again before it is sent, so that the browser does not keep it among what was typed.
      input.form?.addEventListener("submit", () => show(false));
      show(false);
      this.append(button, status);
    }
  },
);

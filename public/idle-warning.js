/**
 * Says in time that the session is about to end for want of use, and keeps it open when asked to: WCAG 2.2.1. Pages that
 * load without a script load anew with each step, and this begins anew with them.
 */
customElements.define(
  "idle-warning",
  class extends HTMLElement {
    connectedCallback() {
      const limit = Number(this.dataset.limit);
      const notice = Number(this.dataset.notice);
      let seen = Date.now();
      const began = () => (seen = Date.now());
      // A page that asks for data, or saves notes, keeps the session open too.
      new PerformanceObserver((list) => {
        if (list.getEntries().some(({ name }) => /\.data(\?|$)|\/notes\/[^/]+$/.test(name))) began();
      }).observe({ type: "resource" });
      // By the clock on the wall: a machine that sleeps counts no minutes.
      this.timer = setInterval(() => {
        const idle = Date.now() - seen;
        if (idle >= limit) this.say("over");
        else this.say(idle >= limit - notice ? "soon" : "");
      }, 5000);
      this.stay = async () => {
        const answer = await fetch("/account", { method: "HEAD", redirect: "manual" }).catch(() => null);
        if (answer?.ok) {
          began();
          this.say("");
        } else if (answer) this.say("over");
      };
    }

    disconnectedCallback() {
      clearInterval(this.timer);
    }

    say(what) {
      if (this.said === what || this.said === "over") return;
      this.said = what;
      this.replaceChildren();
      if (!what) return;
      const box = document.createElement("div");
      box.className = "idle";
      box.setAttribute("role", "alert");
      const words = document.createElement("p");
      words.textContent =
        what === "soon"
          ? "You have not opened or saved anything for a while. You will be signed out in five minutes."
          : "You are signed out. Copy what you typed and did not save, then sign in again.";
      box.append(words, what === "soon" ? this.button() : this.link());
      this.append(box);
    }

    button() {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "btn";
      button.textContent = "Stay signed in";
      button.addEventListener("click", () => this.stay());
      return button;
    }

    link() {
      const link = document.createElement("a");
      link.className = "btn";
      link.href = `/sign-in?next=${encodeURIComponent(location.pathname + location.search)}`;
      link.textContent = "Sign in";
      return link;
    }
  },
);

/** Makes the studio quick: a form that is sent, or a box that is ticked, changes the page in place; arrow keys turn slides. */
const main = () => document.querySelector("main");

async function load(url, options, push) {
  document.body.setAttribute("aria-busy", "true");
  const answer = await fetch(url, options).catch(() => null);
  const html = answer && /text\/html/.test(answer.headers.get("Content-Type") ?? "") ? await answer.text() : null;
  const next = html && new DOMParser().parseFromString(html, "text/html");
  // Signed out, or anything else unforeseen: the plain way.
  if (!next?.querySelector("main.studio")) return void (options ? location.reload() : (location.href = url));
  const focused = document.activeElement?.id;
  const scrolled = [...document.querySelectorAll("details[open]")].map(({ className }) => className);
  for (const link of next.querySelectorAll("link[rel=stylesheet]")) {
    const known = [...document.querySelectorAll("link[rel=stylesheet]")].some(({ href }) => href === link.href);
    if (!known) document.head.append(document.adoptNode(link));
  }
  main().replaceWith(document.adoptNode(next.querySelector("main")));
  document.title = next.title;
  const shown = answer.redirected || !options ? answer.url : location.href;
  history[push ? "pushState" : "replaceState"](null, "", shown);
  for (const name of scrolled) main().querySelector(`details.${name}`)?.setAttribute("open", "");
  document.body.removeAttribute("aria-busy");
  centre();
  const summary = main().querySelector(".error-summary");
  if (summary) summary.focus();
  else if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
}

/** On a narrow screen the slides are a strip: the one that is shown is drawn to its middle. */
function centre() {
  const [film, now] = [document.querySelector(".film"), document.querySelector(".film [aria-current]")];
  if (!film || !now || film.scrollWidth <= film.clientWidth) return;
  const [strip, slide] = [film.getBoundingClientRect(), now.getBoundingClientRect()];
  film.scrollLeft += slide.left + slide.width / 2 - strip.left - strip.width / 2;
}
centre();

const isStudio = ({ pathname }) => /\/briefing\/decks\/[^/.]+$/.test(pathname);

addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post" || !form.closest("main.studio")) return;
  event.preventDefault();
  const body = new URLSearchParams(new FormData(form, event.submitter));
  void load(form.action, { method: "POST", body, headers: { Accept: "text/html" } }, false);
});
addEventListener("change", ({ target }) => {
  const form = target.closest("form[data-instant]");
  if (form && target.matches("[type=checkbox], [type=radio]")) form.requestSubmit();
});
addEventListener("click", (event) => {
  const link = event.target.closest?.("main.studio a[href]");
  if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || link.download) return;
  const url = new URL(link.href);
  if (url.origin !== location.origin || !isStudio(url)) return;
  event.preventDefault();
  void load(url.href, undefined, true);
});
addEventListener("keydown", (event) => {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (event.target.closest("input, select, textarea, details")) return;
  const step = { ArrowRight: "1", PageDown: "1", ArrowLeft: "-1", PageUp: "-1" }[event.key];
  const link = step && main().querySelector(`a[data-step="${step}"]`);
  if (!link) return;
  event.preventDefault();
  void load(link.href, undefined, true);
});
addEventListener("popstate", () => void load(location.href, undefined, false));

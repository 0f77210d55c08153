/** Keys in the document of slides; without script it is a page to scroll. */
export const script = `
const slides = [...document.querySelectorAll(".leaf > .slide")];
const steps = { ArrowRight: 1, ArrowDown: 1, PageDown: 1, " ": 1, ArrowLeft: -1, ArrowUp: -1, PageUp: -1, Home: -Infinity, End: Infinity };
const middle = (slide) => {
  const { top, bottom } = slide.getBoundingClientRect();
  return Math.abs(top + bottom - innerHeight);
};
function current() {
  return slides.reduce((best, slide, n) => (middle(slide) < middle(slides[best]) ? n : best), 0);
}
addEventListener("keydown", (event) => {
  const step = steps[event.key];
  const busy = event.target.closest("a, button, summary, input, select, textarea");
  if (!step || event.altKey || event.ctrlKey || event.metaKey || event.defaultPrevented) return;
  if (busy && (event.key === " " || event.target.closest("input, select, textarea"))) return;
  event.preventDefault();
  const back = event.key === " " && event.shiftKey;
  const next = Math.min(slides.length - 1, Math.max(0, current() + (back ? -1 : step)));
  slides[next].scrollIntoView({ block: "center" });
  slides[next].focus({ preventScroll: true });
});
`;

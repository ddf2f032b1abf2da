// The definition of a term within a text, shown while the term has the pointer or the focus. Without this script, or
// without popovers, the term is a link like any other. It can be put away with Escape, the pointer may move onto it,
// and it stays until the term is left (WCAG 2.2, 1.4.13); it lies above the page, and moves nothing.

const TERM = "a.named[data-definition]";
const OPEN_AFTER = 300;
const CLOSE_AFTER = 250;
const GAP = 6;
const EDGE = 8;

const box = document.createElement("div");
box.id = "hovering";
box.setAttribute("role", "tooltip");
box.popover = "manual";

let shown = null;
let waiting = 0;

function show(term) {
  if (shown === term) return;
  hide();
  shown = term;
  box.textContent = term.dataset.definition;
  box.lang = term.dataset.lang || document.documentElement.lang;
  term.setAttribute("aria-describedby", box.id);
  box.showPopover();
  place();
}

function hide() {
  clearTimeout(waiting);
  if (!shown) return;
  shown.removeAttribute("aria-describedby");
  shown = null;
  box.hidePopover();
}

function place() {
  if (!shown) return;
  // A term that is broken over two lines has two rectangles; the box stands at the first.
  const line = shown.getClientRects()[0];
  const below = line.bottom + GAP + box.offsetHeight <= innerHeight;
  const left = Math.min(line.left, document.documentElement.clientWidth - box.offsetWidth - EDGE);
  box.style.left = `${Math.max(EDGE, left)}px`;
  box.style.top = `${below ? line.bottom + GAP : Math.max(EDGE, line.top - GAP - box.offsetHeight)}px`;
}

function later(action, delay) {
  clearTimeout(waiting);
  waiting = setTimeout(action, delay);
}

function pointed(event) {
  // A finger that touches a term follows the link.
  if (event.pointerType === "touch") return;
  const term = event.target.closest(TERM);
  if (term) later(() => show(term), shown ? 0 : OPEN_AFTER);
  else if (box.contains(event.target)) clearTimeout(waiting);
  else if (shown !== document.activeElement) later(hide, CLOSE_AFTER);
}

if ("showPopover" in box && document.querySelector(TERM)) {
  document.querySelector("main").append(box);
  document.addEventListener("pointerover", pointed);
  document.documentElement.addEventListener("pointerleave", () => later(hide, CLOSE_AFTER));
  document.addEventListener("focusin", (event) => {
    if (event.target.matches(TERM) && event.target.matches(":focus-visible")) show(event.target);
  });
  document.addEventListener("focusout", (event) => {
    if (event.target === shown) hide();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
  });
  addEventListener("scroll", place, { passive: true });
  addEventListener("resize", place);
}
